// Places of issues: by pointer, by prop, at the form.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { adapters, folder, gongwei, options, record } from "./gongwei.mjs";

const { byPath, fromPath, issues, judged, ofSession, textOf, toPath, toPointer, toProp } = adapters;
const codes = (list) => list.map(({ code }) => code);
const unready = gongwei.check(record(), options);
await gongwei.init();
const opened = () => gongwei.open(record(), options).session;

test("the entry holds no engine", () => {
  for (const file of ["adapters.mjs", "adapters.cjs"]) {
    assert.ok(readFileSync(join(folder, "dist", file)).length < 20_000);
  }
});

test("a cross-field issue stands at both fields, what has no field at the form", () => {
  const at = ["/meetings/0/on", "/meetings/0/minutes/on"];
  const { fields, form } = byPath(issues(ofSession(opened())()), (path) => at.includes(path));
  assert.deepEqual([...fields.keys()].sort(), at.sort());
  assert.deepEqual(codes(form), ["two-seats-at-once"]);
});

test("errors only, unless more is asked for; the clause is in the text", () => {
  const found = ofSession(opened())();
  assert.ok(issues(found).every(({ severity }) => severity === "error"));
  const todo = issues(found, { todos: true }).find(({ severity }) => severity === "to-do");
  assert.ok(todo.norm && textOf(todo).endsWith(`[gannan-2020 ${todo.clause.item}]`));
});

test("an engine that is not ready and a session that is disposed of are told at the form", () => {
  assert.deepEqual(codes(byPath(issues(unready)).form), ["not-ready"]);
  const session = opened();
  const judge = ofSession(session);
  judge();
  session.dispose();
  assert.deepEqual(codes(byPath(issues(judge())).form), ["session-closed"]);
});

test("one state is judged once, but again where there was no engine", () => {
  let calls = 0;
  let text = "a";
  const judge = judged(() => text, () => ({ faults: calls++ === 0 ? unready.faults : [] }));
  judge(), judge(), judge();
  assert.equal(calls, 2);
  text = "b";
  judge();
  assert.equal(calls, 3);
});

test("a pointer becomes a prop or a path, and comes back", () => {
  assert.equal(toProp("/appointments/3/seat"), "appointments.3.seat");
  assert.deepEqual(toPath("/appointments/3/na~1me"), ["appointments", 3, "na/me"]);
  for (const path of ["", "/a/0/b", "/ext/a.b/c~1d~0e", "/a/b\\/c", "/ext/~01", "/a//b"]) {
    assert.equal(toPointer(toProp(path)), path);
    assert.equal(fromPath(toPath(path)), path);
  }
});
