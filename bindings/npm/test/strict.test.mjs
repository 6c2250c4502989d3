// Whatever is handed in, a value comes back: never an exception, never a silent change of the record.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { imported, install } from "./installed.mjs";

const options = { rulebook: "gannan-2020", on: "2026-06-30" };
const minimal = { schema: "gongwei/record/1.0", committee: { kind: "subdistrict-joint-committee" } };

let gongwei;
let early;

before(async () => {
  gongwei = await imported(install());
  early = [gongwei.check(minimal, options), gongwei.version(), gongwei.rulebooks(), gongwei.rulebook("gannan-2020")];
  await gongwei.init();
});

/** The codes and paths of the faults that a value gives. */
function faults(value, changed = {}) {
  const result = gongwei.check(value, { ...options, ...changed });
  assert.equal(result.ok, false);
  for (const fault of result.faults) {
    assert.equal(typeof fault.message, "string");
    assert.notEqual(fault.message, "");
  }
  return result.faults.map(({ code, path }) => `${code} ${path}`);
}

describe("init", () => {
  test("before it, a fault says what to do", () => {
    const [result, version, rulebooks, rulebook] = early;
    assert.deepEqual(result.faults.map(({ code }) => code), ["not-ready"]);
    assert.deepEqual([version, rulebooks, rulebook], ["", [], undefined]);
  });

  test("it may be called again and again", async () => {
    assert.equal(gongwei.init(), gongwei.init());
    await gongwei.init();
  });
});

describe("what is not JSON", () => {
  const cyclic = { committee: {} };
  cyclic.committee.self = cyclic;
  let deep = {};
  for (let level = 0; level < 1000; level++) {
    deep = { deep };
  }
  const shared = Array.from({ length: 40 }).reduce((below) => [below, below], 1);
  const throwing = { get name() { throw new Error("no"); } };
  const proxy = new Proxy({}, { ownKeys() { throw new Error("no"); } });
  const rows = [
    ["NaN", { year: Number.NaN }, "not-json /year"],
    ["Infinity", [1, Infinity], "not-json /1"],
    ["a BigInt", { a: { "b/c~d": 1n } }, "not-json /a/b~1c~0d"],
    ["a function", { f() {} }, "not-json /f"],
    ["a symbol", { s: Symbol("s") }, "not-json /s"],
    ["a Date", { on: new Date(0) }, "not-json /on"],
    ["a Map", { people: new Map() }, "not-json /people"],
    ["an object with toJSON", { a: { toJSON: () => 1 } }, "not-json /a"],
    ["a hole in a list", { people: [1, , 2] }, "not-json /people/1"],
    ["nothing", undefined, "not-json "],
    ["half of a character", { committee: { name: "春\ud83d" } }, "not-json /committee/name"],
    ["half of a character in a name", { ext: { "a\udc00": 1 } }, "not-json /ext/a\udc00"],
    ["a cycle", cyclic, "cyclic /committee/self"],
    ["a throwing getter", { people: [throwing] }, "unreadable /people/0/name"],
    ["a throwing proxy", { people: proxy }, "unreadable /people"],
    ["great depth", deep, `too-deep ${"/deep".repeat(64)}`],
  ];
  for (const [name, value, expected] of rows) {
    test(name, () => assert.deepEqual(faults(value), [expected]));
  }

  test("parts that share parts without end", () => {
    assert.deepEqual(faults(shared).map((line) => line.split(" ")[0]), ["too-large"]);
  });

  test("all faults are told at once", () => {
    assert.deepEqual(faults({ a: 1n, b: [Number.NaN], c: new Date(0) }), ["not-json /a", "not-json /b/0", "not-json /c"]);
  });

  test("whole characters and what looks like halves of them stay as they are", () => {
    const name = "😀\\ud83d";
    const { session } = gongwei.open({ ...minimal, committee: { ...minimal.committee, name } }, options);
    assert.equal(session.toJSON().committee.name, name);
    assert.deepEqual(session.set("/committee/name", "\ud83d").faults.map(({ code, path }) => [code, path]), [["not-json", "/committee/name"]]);
    assert.equal(session.toJSON().committee.name, name);
    session.dispose();
  });

  test("a field that no record has", () => {
    assert.deepEqual(faults({ ...minimal, peple: [] }), ["unknown-field /peple"]);
    assert.deepEqual(faults({ ...minimal, ["__proto__"]: { people: [] } }), ["unknown-field /__proto__"]);
  });

  test("a field that is undefined is absent, and no more", () => {
    assert.equal(gongwei.check({ ...minimal, people: undefined }, options).ok, true);
  });

  test("a record may be frozen, without prototype, or behind a proxy", () => {
    const plain = gongwei.check(JSON.stringify(minimal), options);
    assert.equal(plain.ok, true);
    for (const value of [Object.freeze({ ...minimal }), Object.assign(Object.create(null), minimal), new Proxy(minimal, {})]) {
      assert.deepEqual(gongwei.check(value, options), plain);
    }
  });
});

describe("options", () => {
  test("a rulebook that is not there", () => assert.deepEqual(faults(minimal, { rulebook: "none" }), ["unknown-rulebook "]));
  for (const on of ["2026-02-30", "2026-6-1", " 2026-06-01", "", undefined, "2026-06-01T00:00:00Z"]) {
    test(`no day: ${JSON.stringify(on)}`, () => assert.deepEqual(faults(minimal, { on }), ["not-a-day "]));
  }
  test("a language that is not there", () => assert.deepEqual(faults(minimal, { locale: "fr" }), ["unknown-locale "]));
  for (const bad of [undefined, null, 1, { rulebook: { toString: null }, on: Symbol("on") }]) {
    test(`no options: ${String(bad)}`, () => {
      assert.deepEqual(gongwei.check(minimal, bad).faults.map(({ code }) => code), ["not-a-day"]);
    });
  }
  test("messages follow the language", () => {
    const message = (locale) => gongwei.check({ a: 1n }, { ...options, locale }).faults[0].message;
    assert.match(message("en"), /^not a JSON value/);
    assert.match(message("zh-CN"), /JSON 值/);
  });
});

describe("text", () => {
  for (const text of ["", "{", "null", "[]", '"\ud800"', "{}"]) {
    test(JSON.stringify(text), () => assert.ok(faults(text).length > 0));
  }
});
