// The golden cases through the installed package, by `import` and by `require`, from text and from an object.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { cases, differences } from "../../../tests/browser/golden.mjs";
import { imported, install, required } from "./installed.mjs";

const all = cases();
const faces = {};

before(async () => {
  const folder = install();
  faces.import = await imported(folder);
  faces.require = required(folder);
  await Promise.all([faces.import.init(), faces.require.init()]);
});

test("there are cases", () => assert.ok(all.length > 0));

for (const { name, on, record, expect } of all) {
  test(name, () => {
    const options = { rulebook: "gannan-2020", on };
    const result = faces.import.check(JSON.stringify(record), options);
    assert.deepEqual(differences(expect, result), []);
    assert.deepEqual(faces.require.check(record, options), result);
  });
}
