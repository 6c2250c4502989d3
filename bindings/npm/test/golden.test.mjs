// The golden cases through the installed package: by `import` and by `require`, from text and from an object, and in plain
// JavaScript.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { differences, handed, rulebookOf, sets } from "../../../tests/browser/golden.mjs";
import { imported, install, required } from "./installed.mjs";

const all = sets();
const faces = {};

before(async () => {
  const folder = install();
  faces.import = await imported(folder);
  faces.require = required(folder);
  faces.javascript = await imported(folder, "gongwei/js");
  await Promise.all(Object.values(faces).map((face) => face.init()));
});

test("there are cases", () => {
  assert.ok(all[0].files.length > 50);
  assert.ok(all.some(({ name }) => name.startsWith("vocabulary/")));
  assert.ok(all.some(({ calendar }) => calendar !== undefined));
  assert.ok(all.some(({ texts }) => texts?.length > 1));
});

for (const set of all) {
  describe(set.name, () => {
    const rulebooks = {};
    before(() => Object.entries(faces).forEach(([name, face]) => (rulebooks[name] = rulebookOf(set, face))));

    test("there are cases", () => assert.ok(set.files.length > 0));

    for (const { name, cases } of set.files) {
      test(`${name}, ${cases.length} cases`, () => {
        assert.ok(cases.length > 0);
        const wrong = cases.flatMap((one) => {
          const found = (face, record) => faces[face].check(record, { rulebook: rulebooks[face], on: one.on });
          const text = JSON.stringify(one.record);
          const result = found("import", text);
          assert.deepEqual(found("require", handed(one.record)), result);
          assert.equal(JSON.stringify(found("javascript", text)), JSON.stringify(result));
          return differences(one, result);
        });
        assert.deepEqual(wrong, []);
      });
    }
  });
}
