// What a fault of the engine itself leads to, by a module that faults on purpose: a value, and sessions that go on.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { imported, install } from "./installed.mjs";
import { ownRules } from "./readme.mjs";

const MAGIC = "fault on purpose";
const options = { rulebook: "gannan-2020", on: "2026-06-30" };
const sample = JSON.parse(readFileSync(new URL("../../../tests/samples/subdistrict-faulty.json", import.meta.url), "utf8"));

let gongwei;
let shipped;
let folder;

before(async () => {
  folder = install();
  assert.ok(process.env.GONGWEI_FAULTY, "cargo xtask test-npm builds the module that faults");
  gongwei = await imported(folder, "gongwei/wasm");
  await gongwei.init(readFileSync(process.env.GONGWEI_FAULTY));
  shipped = await imported(folder);
  await shipped.init();
});

const codes = ({ faults }) => faults.map(({ code }) => code);
const opened = (record = sample) => {
  const { ok, session } = gongwei.open(record, options);
  assert.equal(ok, true);
  return session;
};
const fault = () => assert.deepEqual(codes(gongwei.check({ committee: { name: MAGIC } }, options)), ["internal"]);
const name = (session) => session.toJSON().committee.name;

describe("a fault", () => {
  test("is a value, and the next call is answered", () => {
    const clean = gongwei.check(sample, options);
    for (let time = 0; time < 20; time++) {
      fault();
      assert.deepEqual(gongwei.check(sample, options), clean);
    }
  });

  test("speaks both languages", () => {
    const message = (locale) => gongwei.check({ a: MAGIC }, { ...options, locale }).faults[0].message;
    assert.match(message("en"), /restarted/);
    assert.match(message("zh-CN"), /重新启动/);
  });

  test("is none in the shipped module", () => {
    const named = { ...sample, committee: { ...sample.committee, name: MAGIC } };
    assert.equal(shipped.check(named, options).ok, true);
    assert.equal(shipped.open(named, options).session.set("/committee/division", "1").ok, true);
    assert.equal(readFileSync(join(folder, "node_modules/gongwei/dist/gongwei.wasm"), "latin1").includes(MAGIC), false);
    assert.equal(readFileSync(process.env.GONGWEI_FAULTY, "latin1").includes(MAGIC), true);
  });
});

describe("an open session", () => {
  test("has all its edits, done and undone", () => {
    const session = opened();
    session.set("/committee/name", "甲");
    session.transaction((edit) => {
      edit.insert("/people/-", { id: "new", name: "新来的" });
      edit.set("/meetings/0/on", "2026-0");
    });
    session.set("/committee/name", "乙");
    session.set("/committee/name", "丙");
    session.undo();
    const before = [session.text(), session.report(), session.faults(), session.errorsByPath()];
    fault();
    assert.deepEqual([session.canUndo, session.canRedo], [true, true]);
    assert.deepEqual([session.text(), session.report(), session.faults(), session.errorsByPath()], before);
    assert.equal(session.redo().ok, true);
    assert.equal(name(session), "丙");
    fault();
    for (const _edit of [1, 2, 3, 4]) {
      assert.equal(session.canUndo, true);
      session.undo();
      fault();
    }
    assert.deepEqual(session.toJSON(), sample);
    assert.deepEqual([session.canUndo, session.canRedo], [false, true]);
  });

  test("has not the edit that led to the fault, and goes on", () => {
    const [one, other] = [opened(), opened()];
    one.set("/committee/name", "一");
    other.set("/committee/name", "二");
    assert.deepEqual(codes(one.set("/committee/name", MAGIC)), ["internal"]);
    assert.deepEqual([name(one), name(other)], ["一", "二"]);
    const edited = one.set("/people/-", { id: "new" });
    assert.equal(edited.ok, false);
    assert.equal(one.insert("/people/-", { id: "new", name: "新来的" }).ok, true);
    one.dispose();
    assert.deepEqual(codes(one.undo()), ["session-closed"]);
    assert.equal(name(other), "二");
  });

  test("tells of an edit after the fault what it tells of it before", () => {
    const [calm, shaken] = [opened(), opened()];
    const edit = (session) => session.set("/meetings/0/on", "2026-02-01");
    const told = edit(calm);
    fault();
    assert.deepEqual(edit(shaken), told);
    assert.ok(told.changed.length > 0);
  });

  test("keeps at least the last 500 edits to be undone, however many there were", () => {
    const session = opened();
    for (let edit = 0; edit < 1200; edit++) {
      session.set("/committee/name", `第${edit}次`);
    }
    fault();
    assert.equal(name(session), "第1199次");
    for (let edit = 0; edit < 500; edit++) {
      assert.equal(session.undo().ok, true);
    }
    assert.equal(name(session), "第699次");
    while (session.canUndo) {
      session.undo();
    }
    fault();
    assert.deepEqual(session.canRedo, true);
    for (let edit = 0; edit < 500; edit++) {
      session.redo();
    }
    fault();
    const text = session.text();
    session.undo();
    session.redo();
    assert.equal(session.text(), text);
  });

  test("undone further back than is kept, it has its document", () => {
    const session = opened();
    for (let edit = 0; edit < 1200; edit++) {
      session.set("/committee/name", `第${edit}次`);
    }
    for (let edit = 0; edit < 950; edit++) {
      session.undo();
    }
    fault();
    assert.equal(name(session), "第249次");
  });

  test("after edits, undos and redos in any order it has what it had", () => {
    const session = opened({ committee: { name: "初" } });
    let seed = 7;
    const next = (below) => (seed = (seed * 48271) % 2147483647) % below;
    for (let step = 0; step < 600; step++) {
      const kind = next(10);
      if (kind < 6) {
        session.set("/committee/name", `${step}`);
      } else if (kind < 9) {
        session.undo();
      } else {
        session.redo();
      }
      if (step % 20 === 0) {
        const text = session.text();
        fault();
        assert.equal(session.text(), text);
      }
    }
  });

  test("where no module may be started synchronously, it is ready again after `init`", async () => {
    const session = opened();
    session.set("/committee/name", "甲");
    const { Instance } = WebAssembly;
    WebAssembly.Instance = new Proxy(Instance, { construct() { throw new RangeError("disallowed on the main thread"); } });
    try {
      fault();
      assert.deepEqual(codes(session.set("/committee/name", "乙")), ["not-ready"]);
      await gongwei.init();
    } finally {
      WebAssembly.Instance = Instance;
    }
    assert.equal(name(session), "甲");
    assert.equal(session.undo().ok, true);
    assert.deepEqual(session.toJSON(), sample);
  });
});

describe("a rulebook that was handed in", () => {
  const council = { schema: "gongwei/record/1.0", committee: { kind: "courtyard-council" }, meetings: [{ id: "m1" }] };
  const own = () => {
    const { rulebook } = gongwei.loadRulebook(ownRules());
    return { rulebook, on: options.on };
  };

  test("is handed in again", () => {
    const mine = own();
    const clean = gongwei.check(council, mine);
    assert.equal(clean.report.rulebook.id, "heping-2026");
    for (let time = 0; time < 5; time++) {
      fault();
      assert.deepEqual(gongwei.check(council, mine), clean);
    }
  });

  test("opens sessions that go on", () => {
    const mine = own();
    const { session } = gongwei.open(council, mine);
    session.insert("/people/-", { id: "p1", name: "甲" });
    session.set("/meetings/0/on", "2026-04-10");
    session.undo();
    const before = [session.text(), session.report(), session.canUndo, session.canRedo];
    fault();
    assert.deepEqual([session.text(), session.report(), session.canUndo, session.canRedo], before);
    // Even if the page has no more use for it.
    mine.rulebook.dispose();
    fault();
    assert.equal(session.redo().ok, true);
    assert.deepEqual(session.report(), gongwei.check(session.toJSON(), mine));
    session.dispose();
  });

  test("is handed in again with its calendar and what it extends", () => {
    const read = (name) => readFileSync(new URL(`../../../tests/vocabulary/working-days/${name}.json`, import.meta.url), "utf8");
    const layer = { ...JSON.parse(read("rulebook")), id: "layer", extends: [{ id: "vocabulary-working-days" }] };
    ["committees", "procedures", "norms"].forEach((name) => delete layer[name]);
    const base = gongwei.loadRulebook(read("rulebook")).rulebook;
    const { rulebook } = gongwei.loadRulebook(layer, { extends: [base], calendar: read("calendar") });
    const mine = { rulebook, on: "2026-07-31" };
    const record = JSON.parse(read("base/council"));
    const clean = gongwei.check(record, mine);
    assert.equal(clean.report.verdicts.find(({ norm }) => norm === "told").verdict, "met");
    const { session } = gongwei.open(record, mine);
    session.remove("/meetings/0/notice/on");
    fault();
    assert.deepEqual(gongwei.check(record, mine), clean);
    fault();
    session.undo();
    assert.deepEqual(session.report(), clean);
    session.dispose();
  });

  test("may lead to the fault itself", () => {
    const mine = own();
    const wrong = { ...ownRules(), edition: MAGIC };
    assert.deepEqual(codes(gongwei.loadRulebook(wrong)), ["internal"]);
    assert.deepEqual(gongwei.lint(wrong).map(({ code }) => code), ["internal"]);
    assert.deepEqual(gongwei.lint(ownRules()), []);
    assert.equal(gongwei.check(council, mine).ok, true);
    assert.equal(shipped.loadRulebook(wrong).ok, true);
  });

  test("is disposed of without an engine, too", async () => {
    const mine = own();
    const { Instance } = WebAssembly;
    WebAssembly.Instance = new Proxy(Instance, { construct() { throw new RangeError("disallowed on the main thread"); } });
    try {
      fault();
      mine.rulebook.dispose();
      assert.deepEqual(codes(gongwei.check(council, mine)), ["not-ready"]);
      await gongwei.init();
    } finally {
      WebAssembly.Instance = Instance;
    }
    assert.equal(gongwei.check(council, mine).ok, true);
  });
});

test("in plain JavaScript it is the same", async () => {
  const plain = await imported(folder, "gongwei/js");
  plain.initSync();
  const { rulebook } = plain.loadRulebook(plain.rulebook("gannan-2020"));
  const { session } = plain.open(sample, { ...options, rulebook });
  session.set("/committee/name", "甲");
  const { decode } = TextDecoder.prototype;
  TextDecoder.prototype.decode = () => {
    TextDecoder.prototype.decode = decode;
    throw new Error("as if the engine had failed");
  };
  assert.deepEqual(codes(session.set("/committee/name", "乙")), ["internal"]);
  assert.equal(name(session), "甲");
  session.undo();
  assert.deepEqual(session.toJSON(), sample);
  assert.equal(session.report().report.rulebook.digest, rulebook.digest);
});
