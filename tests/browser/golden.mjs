// Reads the golden cases and says how a result differs from what a case expects.
import { readdirSync, readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { applyPatch } from "rfc6902";

const folder = new URL("../cases/", import.meta.url);
const read = (path) => JSON.parse(readFileSync(new URL(path, folder), "utf8"));

/** Every case: its name, its record and day, and what it expects. */
export function cases() {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return files.sort().flatMap((file) => {
    const { base, cases } = read(file);
    return cases.map(({ name, on, patch, expect }) => {
      const record = read(`base/${base}.json`);
      const refused = applyPatch(record, patch ?? []).filter(Boolean);
      if (refused.length > 0) {
        throw new Error(`${file}: ${name}: the patch does not apply: ${refused.join("; ")}`);
      }
      return { name: `${file}: ${name}`, on, record, expect };
    });
  });
}

/** What a result lacks of a case's expectations: a line for each, none where all are met. */
export function differences(expect, result) {
  if (expect.length === 0) {
    return ["the case expects nothing"];
  }
  const refused = expect.some((one) => "fault" in one);
  if (result.ok === refused) {
    return [refused ? "the record was not refused" : `the record was refused: ${JSON.stringify(result.faults)}`];
  }
  return expect.flatMap((one) => {
    if ("fault" in one) {
      return result.faults.some((fault) => fault.code === one.fault && fault.path === one.path)
        ? []
        : [`no fault ${one.fault} at ${one.path} in ${JSON.stringify(result.faults)}`];
    }
    if ("coherence" in one) {
      const found = (fault) => fault.code === one.coherence && (one.path === undefined || fault.path === one.path);
      return result.report.coherence.some(found)
        ? []
        : [`no ${one.coherence} at ${one.path ?? "any path"} in ${JSON.stringify(result.report.coherence)}`];
    }
    return verdictDifferences(one, result.report.verdicts);
  });
}

function verdictDifferences(expected, verdicts) {
  const { norm, subject, period, verdict, facts = {}, due, missing } = expected;
  const label = [norm, subject, period].filter(Boolean).join(" ");
  const found = verdicts.filter(
    (one) => one.norm === norm && subjectText(one.subject) === subject && (period === undefined || one.period === period),
  );
  if (found.length !== 1) {
    return [`${label}: ${found.length} verdicts instead of one`];
  }
  const [actual] = found;
  const differs = (name, wanted, got) =>
    isDeepStrictEqual(got, wanted) ? [] : [`${label}: ${name} is ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`];
  return [
    ...differs("verdict", verdict, actual.verdict),
    ...Object.entries(facts).flatMap(([name, value]) => differs(`fact ${name}`, value, actual.facts?.[name])),
    ...(due === undefined ? [] : differs("due", due, actual.due)),
    ...(missing === undefined ? [] : differs("missing", [...missing].sort(), [...(actual.missing ?? [])].sort())),
  ];
}

/** A subject as the cases write it: `committee`, `meeting:m1`, `topic:m1/i1`. */
function subjectText({ kind, meeting, id }) {
  const ids = [meeting, id].filter((part) => part !== undefined);
  return ids.length === 0 ? kind : `${kind}:${ids.join("/")}`;
}
