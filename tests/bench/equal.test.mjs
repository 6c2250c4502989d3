// Every rival finds broken what gongwei finds broken, on the samples and on random changes of them, by the whole rulebook
// and by the twenty norms alone: a rival that judges less would be no rival.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { imported, install } from "../../bindings/npm/test/installed.mjs";
import { RULEBOOK, findings, handedIn } from "./engine.mjs";
import { change, random } from "./mutations.mjs";
import { partsOf, put } from "./rivals/edit.mjs";
import { Form } from "./rivals/field.mjs";
import { check } from "./rivals/plain.mjs";
import { findingsOf, schemaOn } from "./rivals/zod.mjs";

const read = (name) => readFileSync(new URL(name, import.meta.url), "utf8");
const ids = JSON.parse(read("norms.json"));
const SAMPLES = ["subdistrict-clean", "subdistrict-faulty"];
const ON = "2026-06-30";
const DAYS = [ON, ON, ON, "2026-03-31", "2026-04-01", "2025-12-31", "2026-07-03", "2027-04-01", "2024-12-10"];
const schemas = Object.fromEntries(DAYS.map((on) => [on, schemaOn(on)]));
/** Records tried of each sample, each changed up to four times. */
const TIMES = 400 * Number(process.env.GONGWEI_TIMES ?? 1);

const RIVALS = { plain: check, zod: (record, on) => findingsOf(schemas[on].safeParse(record)) };

/** The norms seen broken: of one that never is, nothing would be shown. */
const seen = new Set();

let gongwei;
let twenty;

before(async () => {
  gongwei = await imported(install());
  await gongwei.init();
  twenty = handedIn(gongwei, ids);
});

/** What can be compared: refused, or what is broken, in one order. */
function comparable({ ok, findings }) {
  return ok ? findings.map(({ norm, subject, period = "", path }) => [norm, subject, period, path].join(" ")).sort() : "refused";
}

/** What is to be found. */
const sought = (record, on) => comparable(findings(gongwei, RULEBOOK, ids, record, on));
/** What gongwei finds by the twenty norms alone, and nothing else. */
const byTwenty = (record, on) => findings(gongwei, twenty, twenty.norms.map(({ id }) => id), record, on);

test("twenty norms, all of the rulebook, and none else", () => {
  assert.equal(ids.length, 20);
  assert.deepEqual(twenty.norms.map(({ id }) => id).sort(), [...ids].sort());
  const { report } = gongwei.check(read("../samples/subdistrict-faulty.json"), { rulebook: twenty, on: ON });
  assert.deepEqual([...new Set(report.verdicts.map(({ norm }) => norm))].sort(), [...ids].sort());
});

for (const name of SAMPLES) {
  const text = read(`../samples/${name}.json`);

  test(`${name}: as it stands`, () => {
    const expected = sought(text, ON);
    assert.equal(expected.length > 0, name.endsWith("faulty"));
    for (const [who, check] of [...Object.entries(RIVALS), ["gongwei", byTwenty]]) {
      assert.deepEqual(comparable(check(JSON.parse(text), ON)), expected, who);
    }
  });

  test(`${name}: ${TIMES} changed records`, () => {
    let refused = 0;
    for (let seed = 1; seed <= TIMES; seed++) {
      const next = random(seed);
      const record = JSON.parse(text);
      const on = DAYS[seed % DAYS.length];
      const changes = [];
      const form = new Form(JSON.parse(text), on);
      // What the form says of each edit, put together.
      let told = form.result().findings;
      for (let count = 1 + Math.floor(next() * 4); count > 0; count--) {
        const { name, edits } = change(record, next);
        changes.push(name, ...edits.map((edit) => JSON.stringify(edit).slice(0, 200)));
        edits.forEach(({ pointer, value }) => {
          put(record, partsOf(pointer), value);
          const { appeared, cleared } = form.set(pointer, structuredClone(value));
          told = [...told.filter((one) => !cleared.some((other) => isDeepStrictEqual(one, other))), ...appeared];
        });
        const json = JSON.stringify(record);
        const expected = sought(json, on);
        const results = Object.entries(RIVALS).map(([rival, check]) => [rival, check(structuredClone(record), on)]);
        const ofForm = [["field", form.result()], ["edits of field", { ...form.result(), findings: told }]];
        for (const [who, result] of [...results, ...ofForm, ["gongwei", byTwenty(json, on)]]) {
          assert.deepEqual(comparable(result), expected, `${who}, seed ${seed}, on ${on}:\n${changes.join("\n")}`);
        }
        // Nothing more is to be learnt from a record that cannot be read.
        if (expected === "refused") {
          refused += 1;
          break;
        }
        expected.forEach((one) => seen.add(one.split(" ")[0]));
      }
    }
    assert.ok(refused > 0 && refused < TIMES / 2, `${refused} of ${TIMES} refused`);
  });
}

test("each norm was broken by some change", () => assert.deepEqual(ids.filter((id) => !seen.has(id)), []));
