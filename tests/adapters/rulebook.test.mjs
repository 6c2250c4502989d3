// A rulebook of one's own in a form: in a component's state it stays what it is, and its findings come to their fields.
import assert from "node:assert/strict";
import { test } from "node:test";
import { reactive, readonly, ref } from "vue";
import { ownRules } from "../../bindings/npm/test/readme.mjs";
import { adapters, gongwei } from "./gongwei.mjs";

const { byPath, elementRules, issues, judged, ofSession, textOf } = adapters;
await gongwei.init();
const { rulebook } = gongwei.loadRulebook(ownRules());
const council = {
  schema: "gongwei/record/1.0",
  committee: { kind: "courtyard-council" },
  completeThrough: { appointments: "2026-06-30" },
  people: [{ id: "p1" }, { id: "p2" }],
  appointments: [
    { id: "a1", person: "p1", seat: "secretary", from: "2026-03-01" },
    { id: "a2", person: "p2", seat: "member", from: "2026-03-01" },
  ],
  meetings: [{ id: "m1", on: "2026-04-10", present: ["p1"] }],
};

test("it may stand in Vue's state", () => {
  const options = { rulebook, on: "2026-06-30" };
  const expected = gongwei.check(council, options);
  assert.equal(expected.ok, true);
  for (const state of [reactive(options), readonly(options), ref(options).value, reactive({ deep: { options } }).deep.options]) {
    assert.equal(state.rulebook, rulebook);
    assert.deepEqual(gongwei.check(reactive(council), state), expected);
  }
});

test("its findings stand at their fields, with its clauses", async () => {
  const options = reactive({ rulebook, on: "2026-06-30", locale: "zh-CN" });
  const { session } = gongwei.open(council, options);
  const of = (judge) => {
    const { fields, form } = byPath(issues(judge()));
    return [[...fields.keys()], form.map(({ norm }) => norm), [...fields.values()].flat().map(textOf)];
  };
  const judge = judged(() => "", () => gongwei.check(council, options));
  assert.deepEqual(of(ofSession(session)), of(judge));
  const [places, atForm, texts] = of(judge);
  assert.deepEqual([places, atForm], [["/meetings/0/present"], ["council-size"]]);
  assert.match(texts[0], / \[heping-2026 6\]$/);
  const { rules } = elementRules(judge, ["meetings.0.present"]);
  const told = await new Promise((done) => rules["meetings.0.present"][0].validator(undefined, undefined, done));
  assert.equal(told, texts[0]);
  session.dispose();
});
