// What a form has to say, and where.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { adapters, gongwei, options, twoSeats } from "./judged.mjs";

const { findings, issues, placed, toKeys, toPointer, toProp } = adapters;
const faulty = JSON.parse(readFileSync(new URL("../samples/subdistrict-faulty.json", import.meta.url), "utf8"));
const open = (record) => gongwei.open(record, options).session;

test("errors only, unless more is asked for; code, norm and clause stay at hand", () => {
  const session = open(faulty);
  const whole = session.report().report;
  const count = (verdict, severity) => whole.verdicts.filter((one) => one.verdict === verdict && one.severity === severity).length;
  const errors = issues(findings(session));
  assert.equal(errors.length, whole.coherence.length + count("broken", "error"));
  assert.ok(errors.length > 10 && errors.every(({ severity, message }) => severity === "error" && message.length > 5));
  const broken = errors.filter(({ norm }) => norm);
  assert.ok(broken.every(({ clause, code, from }) => clause.item && code === from.key && from.verdict === "broken"));
  const more = { warnings: true, todos: true };
  const expected = errors.length + count("broken", "warning") + count("unknown", undefined) + count("pending", undefined);
  assert.equal(issues(findings(session, more), more).length, expected);
  assert.deepEqual(issues(gongwei.check(faulty, options), more), issues(findings(session, more), more));
});

test("what cannot be read is an issue of a session and of a check", () => {
  const session = open(faulty);
  session.set("/meetings/0/on", "2026-0");
  const [first] = issues(findings(session));
  assert.deepEqual([first.code, first.path, first.severity], ["not-a-day", "/meetings/0/on", "error"]);
  assert.deepEqual(issues(gongwei.check(session.text(), options)).map(({ code }) => code), ["not-a-day"]);
  session.dispose();
  assert.deepEqual(issues(findings(session)).at(-1).code, "session-closed");
});

test("what is about a list stands at the form, and what has two sides at both", () => {
  const all = issues(findings(open(faulty)));
  const { form, fields } = placed(all);
  assert.ok(form.some(({ path, norm }) => path === "/assessments" && norm === "sjc-assessed-units"));
  assert.equal(form.length + [...fields.values()].flat().length, all.length);
  const two = issues(findings(open(twoSeats())));
  assert.deepEqual([...placed(two).fields.keys()], ["/appointments/1"]);
  assert.deepEqual([...placed(two, { related: true }).fields.keys()], ["/appointments/1", "/appointments/0"]);
});

test("a pointer becomes a prop and keys, and comes back", () => {
  assert.equal(toProp("/appointments/3/seat"), "appointments.3.seat");
  assert.deepEqual(toKeys("/appointments/3/seat"), ["appointments", 3, "seat"]);
  assert.equal(toProp("/ext/a.b/c~1d~0e"), "ext.a\\.b.c/d~e");
  for (const path of ["", "/a//b", "/a/0/b", "/ext/a.b/c~1d~0e", "/a/b\\/c", "/ext/~01", "/ext/."]) {
    assert.equal(toPointer(toProp(path)), path);
    assert.equal(toPointer(toKeys(path)), path);
  }
});
