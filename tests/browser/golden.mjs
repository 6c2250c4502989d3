// Reads the golden cases and says how a result differs from what a case expects.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { applyPatch } from "rfc6902";

const tests = new URL("../", import.meta.url);
const read = (path) => readFileSync(new URL(path, tests), "utf8");
const list = (path) => (existsSync(new URL(path, tests)) ? readdirSync(new URL(path, tests)).sort() : []);

/**
 * Every set of cases: the text of its rulebook with those of the rulebooks it extends, or its id where it is built in, the
 * text of its calendar, if it has one, and its files of cases. A file has its name below `tests`, and for each case its
 * name, record, day and expectations.
 */
export function sets() {
  const folders = ["rulebooks", "vocabulary"].flatMap((folder) => list(folder).map((name) => `${folder}/${name}`));
  return [
    { name: "cases", builtIn: "gannan-2020", files: files("cases", "cases/base") },
    ...folders.filter((folder) => existsSync(new URL(`${folder}/cases`, tests))).map((folder) => ({
      name: folder,
      ...rules(folder),
      files: files(`${folder}/cases`, `${folder}/base`),
    })),
  ];
}

function rules(folder) {
  if (!existsSync(new URL(`${folder}/rulebook.json`, tests))) {
    return { builtIn: folder.split("/").pop() };
  }
  const extended = list(`${folder}/extends`).map((name) => read(`${folder}/extends/${name}`));
  const calendar = list(folder).includes("calendar.json") ? read(`${folder}/calendar.json`) : undefined;
  return { texts: [...extended, read(`${folder}/rulebook.json`)], calendar };
}

/** The rulebook of a set, as an option of a face: its id, or loaded. */
export function rulebookOf({ name, builtIn, texts, calendar }, face) {
  if (builtIn !== undefined) {
    return builtIn;
  }
  const loaded = [];
  for (const text of texts) {
    const { rulebook, faults } = face.loadRulebook(text, { extends: loaded, calendar });
    if (faults !== undefined) {
      throw new Error(`${name}: ${JSON.stringify(faults)}`);
    }
    loaded.push(rulebook);
  }
  return loaded.pop();
}

function files(folder, bases) {
  const names = list(folder).filter((name) => name.endsWith(".json"));
  return names.map((file) => {
    const name = `${folder}/${file}`;
    const { base, cases } = JSON.parse(read(name));
    const record = JSON.parse(read(`${bases}/${base}.json`));
    return { name, cases: cases.map((one) => ({ ...one, record: patched(record, one.patch ?? [], `${name}: ${one.name}`) })) };
  });
}

/** The patched base. It is put one level down, for the library cannot replace a document as a whole. */
function patched(base, patch, label) {
  const document = { record: structuredClone(base) };
  const operations = patch.map((one) => ({ ...one, path: `/record${one.path}`, ...("from" in one ? { from: `/record${one.from}` } : {}) }));
  const refused = applyPatch(document, operations).filter(Boolean);
  if (refused.length > 0) {
    throw new Error(`${label}: the patch does not apply: ${refused.join("; ")}`);
  }
  return document.record;
}

/** What is handed to `check`: the object; or its text, where the record is itself a text and would be taken for one. */
export function handed(record) {
  return typeof record === "string" ? JSON.stringify(record) : record;
}

/** What a result lacks of a case's expectations: a line for each, none where all are met. */
export function differences({ name, expect }, result) {
  if (expect.length === 0) {
    return [`${name}: expects nothing`];
  }
  const refused = expect.some((one) => "fault" in one);
  if (result.ok === refused) {
    return [`${name}: ${refused ? "the record was not refused" : `the record was refused: ${JSON.stringify(result.faults)}`}`];
  }
  return expect.flatMap((one) => (refused ? faultDifferences(one, result.faults) : reportDifferences(one, result.report))).map((line) => `${name}: ${line}`);
}

function faultDifferences({ fault, path }, faults) {
  return matches(faults, fault, path) ? [] : [`no fault ${fault} at ${path} in ${JSON.stringify(faults)}`];
}

function reportDifferences(expected, report) {
  const { coherence, verdicts } = report;
  if ("noFault" in expected) {
    return [];
  }
  if ("noCoherence" in expected) {
    const found = coherence.filter(({ code }) => expected.noCoherence === "*" || code === expected.noCoherence);
    return found.map((one) => `a contradiction: ${JSON.stringify(one)}`);
  }
  if ("coherence" in expected) {
    return matches(coherence, expected.coherence, expected.path) ? [] : [`no contradiction ${expected.coherence} in ${JSON.stringify(coherence)}`];
  }
  return verdictDifferences(expected, report);
}

function matches(list, wanted, place) {
  return list.some(({ code, path }) => code === wanted && (place === undefined || path === place));
}

function verdictDifferences(expected, report) {
  const { norm, subject, period, verdict, facts = {}, ...rest } = expected;
  const label = [norm, subject, period].filter(Boolean).join(" ");
  const found = report.verdicts.filter(
    (one) => one.norm === norm && subjectText(one.subject) === subject && (period === undefined || one.period === period),
  );
  if (verdict === "none" && found.length === 0) {
    return [];
  }
  if (found.length !== 1) {
    return [`${label}: ${found.length} verdicts`];
  }
  const [actual] = found;
  const differ = (name, wanted, got) =>
    isDeepStrictEqual(got, wanted) ? [] : [`${label}: ${name} is ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`];
  return [
    ...differ("verdict", verdict, actual.verdict),
    ...Object.entries(facts).flatMap(([name, value]) => differ(`fact ${name}`, value, actual.facts?.[name])),
    ...Object.entries(rest).flatMap(([name, value]) => {
      switch (name) {
        case "missing":
          return differ(name, [...value].sort(), [...(actual.missing ?? [])].sort());
        case "also":
          return differ(name, value, actual.clause.also ?? []);
        case "document":
          return differ(name, value, actual.clause.document);
        case "layer":
          return differ(name, value, actual.layer ?? report.rulebook.id);
        case "due":
        case "severity":
        case "key":
        case "path":
          return differ(name, value, actual[name]);
        default:
          return [`${label}: an expectation that nobody knows: ${name}`];
      }
    }),
  ];
}

/** A subject as the cases write it: `committee`, `meeting:m1`, `topic:m1/i1`. */
function subjectText({ kind, meeting, id }) {
  const ids = [meeting, id].filter((part) => part !== undefined);
  return ids.length === 0 ? kind : `${kind}:${ids.join("/")}`;
}
