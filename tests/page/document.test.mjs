// The form's copy of a record is made equal to what the session has after an undo, and only what differs is written.
import assert from "node:assert/strict";
import { test } from "node:test";
import { modules } from "./modules.mjs";

const { reconcile } = await modules("record/document.ts");
const text = (value) => JSON.stringify(value);

const CASES = [
  ["a value", { a: 1, b: [1, 2] }, { a: 2, b: [1, 2] }],
  ["a key more and a key less", { a: 1 }, { b: 1 }],
  ["a list that is shorter", { a: [1, 2, 3] }, { a: [1] }],
  ["a list that is longer", { a: [{ id: "x" }] }, { a: [{ id: "x" }, { id: "y", on: "2026" }] }],
  ["an entry taken out in the middle", { a: [{ id: "x" }, { id: "y", b: [] }, { id: "z" }] }, { a: [{ id: "x" }, { id: "z" }] }],
  ["none in the place of a list", { a: [1] }, { a: null }],
  ["an object in the place of a list", { a: [] }, { a: {} }],
  ["a key that every object has", { toString: "x", a: { b: 1 } }, { a: { b: 1, constructor: "y" } }],
];

for (const [name, from, to] of CASES) {
  test(name, () => {
    const there = JSON.parse(text(from));
    reconcile(there, to);
    assert.equal(text(there), text(to));
    reconcile(there, JSON.parse(text(from)));
    assert.deepEqual(there, from);
  });
}

test("what is alike is not written", () => {
  const written = [];
  const watched = (value, path = "") =>
    typeof value !== "object" || value === null
      ? value
      : new Proxy(value, {
          get: (target, key) => (key === "__v_raw" ? target : watched(target[key], `${path}/${String(key)}`)),
          set: (target, key, next) => (written.push(`${path}/${String(key)}`), Reflect.set(target, key, next)),
          deleteProperty: (target, key) => (written.push(`-${path}/${String(key)}`), Reflect.deleteProperty(target, key)),
        });
  const record = { people: [{ id: "p1", posts: [] }, { id: "p2" }], meetings: [{ id: "m1" }] };
  reconcile(watched(record), { people: [{ id: "p1", posts: [] }, { id: "p2", name: "b" }], meetings: [{ id: "m1" }] });
  assert.deepEqual(written, ["/people/1/name"]);
});
