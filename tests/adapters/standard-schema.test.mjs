// A check as a Standard Schema, by itself and through the resolver of react-hook-form.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import Ajv from "ajv/dist/2020.js";
import { adapters, folder, gongwei, options, record } from "./gongwei.mjs";

const document = JSON.parse(readFileSync(join(folder, "dist/record.schema.json"), "utf8"));
const check = (value) => gongwei.check(value, options);
const schema = adapters.standardSchema({ init: gongwei.init, check, schema: document });
const standard = schema["~standard"];

test("validates without ceremony, with path segments", async () => {
  const { issues } = await standard.validate(record());
  const paths = issues.map(({ path }) => path.join("."));
  assert.ok(paths.includes("meetings.0.minutes.on") && paths.includes("meetings.0.on") && paths.includes("appointments.1"));
});

test("what cannot be judged is an issue, not an exception", async () => {
  const refused = adapters.standardSchema({ init: () => Promise.reject(new Error("no")), check });
  assert.deepEqual(await refused["~standard"].validate({}), { issues: [{ message: "Error: no", path: ["root"] }] });
  assert.deepEqual((await standard.validate(1)).issues.map(({ path }) => path), [["root"]]);
});

test("warnings never block", async () => {
  const verdict = { norm: "n", verdict: "broken", severity: "warning", path: "/a/0", key: "k" };
  const warned = adapters.standardSchema({ init: gongwei.init, check: () => ({ report: { coherence: [], verdicts: [verdict] } }) });
  assert.deepEqual(await warned["~standard"].validate({ a: 1 }), { value: { a: 1 } });
});

test("its JSON Schema side takes a record, and refuses a target it lacks", () => {
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(standard.jsonSchema.input({ target: "draft-2020-12" }));
  assert.ok(validate(record()));
  assert.ok(!validate({ ...record(), nonsense: 1 }));
  assert.throws(() => standard.jsonSchema.output({ target: "draft-04" }));
});

test("the resolver keeps an entry's message beside those of its fields, and the form's at root", async () => {
  const resolve = standardSchemaResolver(schema);
  const { errors } = await resolve(record(), undefined, { fields: {}, shouldUseNativeValidation: false });
  assert.ok(errors.meetings[0].minutes.on.message && errors.meetings[0].on.message);
  assert.match(errors.appointments[1].message, /two seats/);
  const form = await resolve({ schema: "gongwei/record/1.0" }, undefined, { fields: {}, shouldUseNativeValidation: false });
  assert.ok(form.errors.root.message);
  const nested = adapters.standardSchema({
    init: gongwei.init,
    check: () => ({ faults: [{ code: "a", path: "/x/0/y/z", message: "deep" }, { code: "b", path: "/x/0", message: "entry" }] }),
  });
  const { errors: both } = await standardSchemaResolver(nested)({ x: [] }, undefined, { fields: {}, shouldUseNativeValidation: false });
  assert.deepEqual([both.x[0].message, both.x[0].y.z.message], ["entry", "deep"]);
});
