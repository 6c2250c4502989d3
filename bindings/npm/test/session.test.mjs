// A session: what is typed is kept, each edit tells what it changed, nothing throws.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, beforeEach, describe, test } from "node:test";
import { imported, install } from "./installed.mjs";

const options = { rulebook: "gannan-2020", on: "2026-06-30" };
const sample = JSON.parse(readFileSync(new URL("../../../tests/samples/subdistrict-faulty.json", import.meta.url), "utf8"));

let gongwei;
let session;

before(async () => {
  gongwei = await imported(install());
  await gongwei.init();
});

beforeEach(() => {
  const opened = gongwei.open(sample, options);
  assert.equal(opened.ok, true);
  session = opened.session;
});

const identity = ({ norm, subject, period }) => JSON.stringify([norm, subject, period]);
const verdicts = (report) => new Map(report.verdicts.map((verdict) => [identity(verdict), verdict]));

describe("a session", () => {
  test("says what a check says", () => {
    assert.deepEqual(session.report(), gongwei.check(sample, options));
    assert.deepEqual(session.toJSON(), sample);
    assert.deepEqual(session.faults(), []);
  });

  test("reports the verdicts that are asked for, as a check does", () => {
    const whole = session.report().report;
    for (const verdicts of [["broken"], ["unknown", "pending"], []]) {
      const shown = whole.verdicts.filter(({ verdict }) => verdicts.includes(verdict));
      const expected = { ok: true, report: { ...whole, verdicts: shown } };
      assert.deepEqual(session.report(verdicts), expected);
      assert.deepEqual(gongwei.check(sample, { ...options, verdicts }), expected);
    }
    for (const verdicts of ["broken", ["right"], 1, {}]) {
      const refused = gongwei.check(sample, { ...options, verdicts });
      assert.deepEqual(refused.faults.map(({ code, option }) => [code, option]), [["unknown-verdict", "verdicts"]]);
      assert.equal(session.report(verdicts).faults[0].code, "unknown-verdict");
    }
  });

  test("tells what an edit changed, and no more", () => {
    const known = verdicts(session.report().report);
    const edited = session.set("/meetings/0/on", "2026-02-01");
    assert.equal(edited.ok, true);
    for (const gone of edited.cleared) {
      assert.ok(known.delete(identity(gone)));
    }
    for (const verdict of [...edited.appeared, ...edited.changed]) {
      known.set(identity(verdict), verdict);
    }
    assert.ok(edited.changed.length > 0 && edited.changed.length < 60, String(edited.changed.length));
    const changed = structuredClone(sample);
    changed.meetings[0].on = "2026-02-01";
    assert.deepEqual([...known].sort(), [...verdicts(gongwei.check(changed, options).report)].sort());
  });

  test("keeps what is typed, with a fault at its place", () => {
    const edited = session.set("/meetings/0/on", "2026-0");
    assert.deepEqual(edited.faults.map(({ code, path }) => [code, path]), [["not-a-day", "/meetings/0/on"]]);
    assert.equal(session.errorsByPath()["/meetings/0/on"][0].code, "not-a-day");
    assert.equal(session.toJSON().meetings[0].on, "2026-0");
    assert.deepEqual(session.undo().faults, []);
    assert.deepEqual(session.toJSON(), sample);
    assert.equal(session.redo().faults.length, 1);
  });

  test("who is removed leaves references as faults", () => {
    const at = sample.people.findIndex(({ id }) => id === sample.appointments[0].person);
    const { faults } = session.remove(`/people/${at}`);
    assert.ok(faults.some(({ code, path }) => code === "dangling-reference" && path === "/appointments/0/person"));
    assert.equal(session.toJSON().appointments[0].person, sample.appointments[0].person);
  });

  test("several edits are one, or none", () => {
    const edited = session.transaction((edit) => {
      edit.insert("/people/-", { id: "new", name: "新来的" });
      edit.set("/committee/name", "新名");
      edit.move("/people/0", "/people/1");
    });
    assert.equal(edited.ok, true);
    assert.equal(session.toJSON().people.at(-1).name, "新来的");
    assert.deepEqual(session.toJSON().people.slice(0, 2), [sample.people[1], sample.people[0]]);
    session.undo();
    assert.deepEqual(session.toJSON(), sample);
    assert.deepEqual([session.canUndo, session.canRedo], [false, true]);
    const refused = session.transaction((edit) => {
      edit.set("/committee/name", "新名");
      edit.remove("/nowhere");
    });
    assert.deepEqual(refused.faults.map(({ code, path }) => [code, path]), [["no-such-place", "/nowhere"]]);
    assert.throws(() => session.transaction(() => { throw new Error("the caller's own"); }), /the caller's own/);
    assert.deepEqual(session.toJSON(), sample);
  });

  test("errors stand by their places", () => {
    const errors = Object.values(session.errorsByPath()).flat();
    const broken = session.report().report.verdicts.filter(({ severity }) => severity === "error");
    assert.ok(broken.length > 10);
    assert.equal(errors.length, broken.length);
  });

  test("what cannot be edited is a value", () => {
    const code = (edited) => edited.faults.map((fault) => `${fault.code} ${fault.path}`);
    assert.deepEqual(code(session.set("people", 1)), ["not-a-pointer people"]);
    assert.deepEqual(code(session.set(undefined, 1)), ["not-a-pointer ?"]);
    assert.deepEqual(code(session.set("/people/0", { age: 1n })), ["not-json /people/0/age"]);
    assert.deepEqual(code(session.insert("/people/900", {})), ["no-such-place /people/900"]);
    assert.deepEqual(code(gongwei.open("{", options)), ["syntax "]);
    assert.deepEqual(code(gongwei.open([], options)), ["wrong-type "]);
    assert.deepEqual(code(gongwei.open({}, { ...options, on: "x" })), ["not-a-day "]);
  });

  test("`undefined` takes a field away", () => {
    session.set("/committee/name", undefined);
    assert.equal("name" in session.toJSON().committee, false);
  });

  test("closed, it refuses edits and never means another", () => {
    session.dispose();
    session.dispose();
    assert.deepEqual(session.set("/committee/name", "x").faults.map(({ code }) => code), ["session-closed"]);
    assert.equal(session.report().ok, false);
    assert.equal(session.toJSON(), undefined);
    const next = gongwei.open({}, options).session;
    assert.equal(session.undo().ok, false);
    assert.deepEqual(next.toJSON(), {});
  });
});
