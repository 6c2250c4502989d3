// The rules in async-validator itself, in the versions that Element Plus and Ant Design Vue (4) and Element UI (1) bring.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import four from "async-validator";
import one from "async-validator-1";
import { adapters, gongwei, options, settled, twoSeats } from "./judged.mjs";

const { findings, issues, rule, stale } = adapters;
const FROM = "appointments.0.from";
const TO = "appointments.0.to";

for (const [version, library] of [["4.2.5", four], ["1.8.5", one]]) {
  const Schema = library.default ?? library;
  Schema.warning = () => {};

  /** The messages of each prop after the form has validated these. */
  const validate = (judge, ...props) => {
    const rules = Object.fromEntries(props.map((prop) => [prop, [rule(prop, judge)]]));
    const values = Object.fromEntries(props.map((prop) => [prop, "?"]));
    const validated = new Promise((settle) => void new Schema(rules).validate(values, (errors, fields) => settle(errors ? fields : {}))?.catch?.(() => {}));
    return settled(validated).then((fields) => Object.fromEntries(props.map((prop) => [prop, (fields[prop] ?? []).map(({ message }) => message)])));
  };

  describe(`async-validator ${version}`, () => {
    test("waits for ever for a validator that says nothing: what the rules must never do", async () => {
      const silent = new Promise((settle) => void new Schema({ a: [{ validator: () => undefined }] }).validate({ a: 1 }, settle));
      const first = await Promise.race([silent.then(() => "settled"), new Promise((late) => setTimeout(late, 100, "waiting"))]);
      assert.equal(first, "waiting");
    });

    test("settles for what is kept, for what is broken, and when the caller's own code throws", async () => {
      const record = { ...twoSeats(), appointments: [{ id: "a1", person: "p1", seat: "deputy", from: "2026-0" }] };
      const { session } = gongwei.open(record, options);
      const judge = () => findings(session);
      const found = await validate(judge, FROM, TO);
      assert.deepEqual([found[FROM].length, found[TO].length], [1, 0]);
      session.set("/appointments/0/from", "2026-02-01");
      assert.deepEqual(await validate(judge, FROM, TO), { [FROM]: [], [TO]: [] });
      const thrown = () => {
        throw new Error("of the caller");
      };
      assert.deepEqual(await validate(thrown, FROM), { [FROM]: ["Error: of the caller"] });
      session.dispose();
      assert.deepEqual(await validate(judge, FROM), { [FROM]: [] });
    });

    test("an error of two sides shows at both and, mended at one, is gone from both", async () => {
      const { session } = gongwei.open(twoSeats(), options);
      const judge = () => findings(session);
      const before = issues(judge());
      session.set("/appointments/0/to", "2025-12-31");
      const broken = issues(judge());
      assert.deepEqual(stale(before, broken).filter((prop) => [FROM, TO].includes(prop)).sort(), [FROM, TO]);
      const shown = await validate(judge, FROM, TO);
      assert.equal(shown[FROM].length, 1);
      assert.deepEqual(shown[TO], shown[FROM]);
      session.set("/appointments/0/from", "2025-01-01");
      const again = stale(broken, issues(judge()));
      assert.ok(again.includes(TO) && again.includes(FROM));
      assert.deepEqual(await validate(judge, ...again.filter((prop) => [FROM, TO].includes(prop))), { [FROM]: [], [TO]: [] });
      assert.deepEqual(stale(broken, broken), []);
    });
  });
}
