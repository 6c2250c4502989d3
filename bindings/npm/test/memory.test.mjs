// What was typed an hour ago takes no memory: a million edits in one session, sessions and rulebooks by the thousand.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { imported, install } from "./installed.mjs";

const EDITS = 1_000_000;
const options = { rulebook: "gannan-2020", on: "2026-06-30" };
const sample = readFileSync(new URL("../../../tests/samples/subdistrict-faulty.json", import.meta.url), "utf8");
const small = { schema: "gongwei/record/1.0", committee: { kind: "subdistrict-joint-committee" }, people: [{ id: "p" }] };

/** Edits of every kind, half-typed ones among them. Made one after another they lead back to where they began. */
const ROUND = [
  (session) => session.set("/committee/name", "岫云街道大工委"),
  (session) => session.set("/committee/established", "2024-0"),
  (session) => session.set("/committee/established", "2024-03-01"),
  (session) => session.insert("/people/0", { id: "q", name: "扎西" }),
  (session) => session.move("/people/0", "/people/1"),
  (session) => session.set("/people/1/ext", { note: "no field of ours" }),
  (session) => session.transaction((all) => [all.remove("/people/1"), all.remove("/committee/established")]),
  (session) => session.undo(),
  (session) => session.redo(),
  (session) => session.remove("/committee/name"),
];

let gongwei;
let collect;

before(async () => {
  gongwei = await imported(install());
  await gongwei.init();
  setFlagsFromString("--expose-gc");
  collect = runInNewContext("gc");
});

/** The bytes that JavaScript and the engine hold. The engine's memory grows by whole pages and never shrinks. */
function held() {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return { heapUsed, external };
}

function grown(before) {
  const after = held();
  return { heap: after.heapUsed - before.heapUsed, engine: after.external - before.external };
}

function edit(session, count) {
  for (let at = 0; at < count; at++) {
    const edited = ROUND[at % ROUND.length](session);
    assert.equal(edited.ok, true);
  }
}

test("a million edits take no more memory than the first ten thousand", () => {
  const { session } = gongwei.open(small, options);
  edit(session, 10_000);
  const before = held();
  edit(session, EDITS - 10_000);
  const { heap, engine } = grown(before);
  assert.ok(heap < 1_000_000, `${heap} bytes of JavaScript`);
  assert.ok(engine < 200_000, `${engine} bytes of the engine`);
  assert.deepEqual(session.toJSON(), small);
  session.dispose();
});

test("what is disposed of is gone", () => {
  const cycle = () => {
    const { session } = gongwei.open(sample, options);
    session.set("/committee/name", "岫云街道大工委");
    session.dispose();
  };
  for (let at = 0; at < 100; at++) {
    cycle();
  }
  const before = held();
  for (let at = 0; at < 2_000; at++) {
    cycle();
  }
  const { heap, engine } = grown(before);
  assert.ok(heap < 1_000_000, `${heap} bytes of JavaScript`);
  assert.ok(engine < 200_000, `${engine} bytes of the engine`);
});

for (const [what, id] of [["one rulebook", () => "own"], ["as many rulebooks", (at) => `own-${at}`]]) {
  test(`${what}, handed in 4,000 times, take no more memory than the first 100 times`, () => {
    const rules = { ...gongwei.rulebook("gannan-2020"), id: "" };
    let before;
    for (let at = 0; at < 4_000; at++) {
      const { rulebook } = gongwei.loadRulebook({ ...rules, id: id(at) });
      assert.equal(gongwei.check(small, { ...options, rulebook, verdicts: [] }).ok, true);
      assert.deepEqual(gongwei.lint({ ...rules, id: `lint-${at}` }), []);
      if (at === 100) {
        before = held();
      }
    }
    const { heap, engine } = grown(before);
    assert.ok(heap < 1_000_000, `${heap} bytes of JavaScript`);
    assert.ok(engine < 200_000, `${engine} bytes of the engine`);
  });
}
