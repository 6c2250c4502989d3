// The golden cases through the installed package: by `import` and by `require`, from text and from an object, and in plain
// JavaScript.
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
  faces.javascript = await imported(folder, "gongwei/js");
  await Promise.all(Object.values(faces).map((face) => face.init()));
});

test("there are cases", () => assert.ok(all.length > 50));

for (const { name, cases } of all) {
  test(`${name}, ${cases.length} cases`, () => {
    assert.ok(cases.length > 0);
    const wrong = cases.flatMap((one) => {
      const options = { rulebook: "gannan-2020", on: one.on };
      const text = JSON.stringify(one.record);
      const result = faces.import.check(text, options);
      assert.deepEqual(faces.require.check(handed(one.record), options), result);
      assert.equal(JSON.stringify(faces.javascript.check(text, options)), JSON.stringify(result));
      return differences(one, result);
    });
    assert.deepEqual(wrong, []);
  });
}
