// Rules against async-validator 4.2.5 and 1.8.5.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { adapters, gongwei, options, record } from "./gongwei.mjs";

const { antRules, elementRules, judged, ofSession } = adapters;
const require = createRequire(import.meta.url);
await gongwei.init();

const props = ["meetings.0.on", "meetings.0.minutes.on"];
const within = (promise) => Promise.race([promise, new Promise((resolve) => setTimeout(resolve, 500, "never settled"))]);

for (const name of ["async-validator", "async-validator-1"]) {
  const library = require(name);
  const Schema = library.default ?? library;
  Schema.warning = () => {};
  /** The fields with an error, as the library calls back. */
  const run = (rules) =>
    within(
      new Promise((resolve) => {
        const values = Object.fromEntries(Object.keys(rules).map((prop) => [prop, "x"]));
        const done = new Schema(rules).validate(values, {}, (errors) => resolve((errors ?? []).map(({ field }) => field)));
        done?.catch?.(() => {});
      }),
    );

  test(`${name}: the trap is there: a validator that gives a string and does not call back`, async () => {
    const broken = await run({ a: [{ validator: () => "no" }] });
    assert.equal(broken, "never settled");
  });

  for (const [kind, make] of Object.entries({ elementRules, antRules })) {
    test(`${name}, ${kind}: settles, at both fields and at the form, and mending one side clears the other`, async () => {
      const { session } = gongwei.open(record(), options);
      const { rules, stale } = make(ofSession(session), props);
      assert.deepEqual(await run(rules), [...props, "form"]);
      assert.deepEqual(stale(), [...props, "form"]);
      session.set("/meetings/0/minutes/on", "2026-03-14");
      assert.deepEqual(stale(), props);
      assert.deepEqual(await run(rules), ["form"]);
      assert.deepEqual(stale(), []);
    });

    test(`${name}, ${kind}: settles at the form when the check throws, and when the session is gone`, async () => {
      const thrown = () => {
        throw new Error("no");
      };
      assert.deepEqual(await run(make(thrown, props).rules), ["form"]);
      const { session } = gongwei.open(record(), options);
      session.dispose();
      assert.deepEqual(await run(make(ofSession(session), props).rules), ["form"]);
    });
  }

  test(`${name}: one check for a round`, async () => {
    let checks = 0;
    const form = record();
    const judge = judged(() => JSON.stringify(form), () => (checks++, gongwei.check(form, options)));
    await run(elementRules(judge, props).rules);
    assert.equal(checks, 1);
  });
}
