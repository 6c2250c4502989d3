// A check as a Standard Schema, through the resolver that react-hook-form's users have.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join, dirname } from "node:path";
import { test } from "node:test";
import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import Ajv from "ajv/dist/2020.js";
import { adapters, folder, gongwei, options, twoSeats } from "./judged.mjs";

const faulty = JSON.parse(readFileSync(new URL("../samples/subdistrict-faulty.json", import.meta.url), "utf8"));
const clean = JSON.parse(readFileSync(new URL("../samples/subdistrict-clean.json", import.meta.url), "utf8"));
const judge = (record) => gongwei.check(record, options);
const schema = adapters.standardSchema(judge, { init: gongwei.init });
const resolve = (values) => standardSchemaResolver(schema)(values, undefined, { fields: {}, shouldUseNativeValidation: false });

test("a clean record passes as it came in", async () => {
  assert.deepEqual(await schema["~standard"].validate(clean), { value: clean });
  assert.deepEqual((await resolve(clean)).errors, {});
});

test("warnings never stop a form, errors do, each with a path", async () => {
  const advised = structuredClone(clean);
  // A quarter without a meeting is advised against.
  advised.meetings.splice(0, 1);
  assert.deepEqual(adapters.issues(judge(advised), { warnings: true }).map(({ norm }) => norm), ["sjc-quarterly"]);
  assert.deepEqual(await schema["~standard"].validate(advised), { value: advised });
  const { issues } = await schema["~standard"].validate(faulty);
  assert.equal(issues.length, adapters.issues(judge(faulty)).length);
  assert.ok(issues.every(({ path, message }) => path.length > 0 && message));
});

test("the resolver puts every error where react-hook-form looks for it", async () => {
  const { errors } = await resolve({ ...twoSeats(), people: [{ id: "p1", partyMember: "yes" }] });
  assert.match(errors.people[0].partyMember.message, /./);
  const nothing = await resolve(undefined);
  assert.match(nothing.errors.root.message, /./);
});

test("an engine that cannot start says so", async () => {
  const failing = adapters.standardSchema(judge, { init: () => Promise.reject(new Error("no engine")) });
  await assert.rejects(failing["~standard"].validate(clean), /no engine/);
});

test("its JSON Schema is the package's, and fits what a record is", () => {
  const file = createRequire(join(folder, "face.cjs")).resolve("gongwei/record.schema.json");
  const jsonSchema = JSON.parse(readFileSync(file, "utf8"));
  const { input, output } = adapters.standardSchema(judge, { jsonSchema })["~standard"].jsonSchema;
  assert.equal(input({ target: "draft-2020-12" }), jsonSchema);
  assert.equal(output({ target: "draft-2020-12" }), jsonSchema);
  assert.throws(() => input({ target: "draft-07" }), /draft-2020-12/);
  assert.throws(() => schema["~standard"].jsonSchema.input({ target: "draft-2020-12" }), /schema/);
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(jsonSchema);
  assert.ok(validate(clean));
  assert.ok(!validate({ ...clean, people: 1 }));
});
