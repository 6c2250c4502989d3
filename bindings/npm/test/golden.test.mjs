// The golden cases through the installed package, by `import` and by `require`, from text and from an object.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { differences, files, handed } from "../../../tests/browser/golden.mjs";
import { imported, install, required } from "./installed.mjs";

const all = files();
const faces = {};

before(async () => {
  const folder = install();
  faces.import = await imported(folder);
  faces.require = required(folder);
  await Promise.all([faces.import.init(), faces.require.init()]);
});

test("there are cases", () => assert.ok(all.length > 50));

for (const { name, cases } of all) {
  test(`${name}, ${cases.length} cases`, () => {
    assert.ok(cases.length > 0);
    const wrong = cases.flatMap((one) => {
      const options = { rulebook: "gannan-2020", on: one.on };
      const result = faces.import.check(JSON.stringify(one.record), options);
      assert.deepEqual(faces.require.check(handed(one.record), options), result);
      return differences(one, result);
    });
    assert.deepEqual(wrong, []);
  });
}
