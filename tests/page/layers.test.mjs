// What norms say where rulebooks lie over each other, told from their documents alone: held to what the engine finds by them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import { modules } from "./modules.mjs";

const { formOf, formOn, stacked } = await modules("findings/layers.ts");
const gongwei = await import(new URL("../../www/node_modules/gongwei/dist/index.mjs", import.meta.url));
const read = (name) => JSON.parse(readFileSync(new URL(`../${name}.json`, import.meta.url), "utf8"));
const folder = "rulebooks/a-province-and-its-nation";
const on = "2026-06-30";
const forms = (rulebook) => new Map(stacked(gongwei.layers(rulebook)).map((each) => [each[0].norm.id, each]));
const said = (form) => form && [form.from, form.layer.id, form.norm.clause.item, form.isRepealed];

let province;
before(async () => {
  await gongwei.init();
  const above = gongwei.loadRulebook(read(`${folder}/extends/nation`)).rulebook;
  province = gongwei.loadRulebook(read(`${folder}/rulebook`), { extends: [above] }).rulebook;
});

/** A norm of a rulebook that is made up, and what layers over it change. */
const norm = (more = {}) => ({ id: "n", title: { zh: "原", en: "first" }, modality: "should", clause: { item: "1" }, reading: { zh: "原文", en: "first" }, ...more });
const layer = (id, more) => ({ id, ...more });

describe("the forms of a norm", () => {
  test("are those of the layers, in the order of their days", () => {
    assert.deepEqual(forms(province).get("quorum").map(said), [[undefined, "nation", "5", false], ["2025-04-01", "province", "3", false]]);
    assert.deepEqual(forms(province).get("notice").map(said), [[undefined, "nation", "7", false], ["2025-04-01", "province", "9", true]]);
    assert.deepEqual(forms(province).get("minutes").map(said), [["2025-04-01", "province", "8", false]]);
  });

  test("have what an amendment leaves out from the form before", () => {
    const [first, then] = stacked([layer("a", { norms: [norm()] }), layer("b", { amendments: [{ norm: "n", from: "2025-01-01", clause: { item: "7" }, modality: "must" }] })])[0];
    assert.deepEqual([first.norm.modality, then.norm.modality], ["should", "must"]);
    assert.deepEqual([then.norm.title, then.norm.reading, then.norm.clause], [norm().title, norm().reading, { item: "7" }]);
  });

  test("return to the one before when an amendment ends", () => {
    const all = stacked([layer("a", { norms: [norm()] }), layer("b", { amendments: [{ norm: "n", from: "2025-01-01", to: "2025-12-31", clause: { item: "7" } }] })])[0];
    assert.deepEqual(all.map(said), [[undefined, "a", "1", false], ["2025-01-01", "b", "7", false], ["2026-01-01", "a", "1", false]]);
  });

  test("of two layers, the lower one's change is seen through what the upper one leaves", () => {
    const lower = layer("b", { amendments: [{ norm: "n", from: "2025-01-01", clause: { item: "7" }, reading: { zh: "改", en: "changed" } }] });
    const all = stacked([layer("a", { norms: [norm()] }), lower, layer("c", { amendments: [{ norm: "n", clause: { item: "8" }, modality: "must" }] })])[0];
    assert.deepEqual(all.map(said), [[undefined, "c", "8", false], ["2025-01-01", "c", "8", false]]);
    assert.deepEqual(all.map(({ norm }) => norm.reading.en), ["first", "changed"]);
  });

  test("end with a repeal, whatever else the same layer says", () => {
    const changes = { repeals: [{ norm: "n", from: "2025-06-01", clause: { item: "9" } }], amendments: [{ norm: "n", from: "2025-01-01", clause: { item: "7" } }] };
    assert.deepEqual(stacked([layer("a", { norms: [norm()] }), layer("b", changes)])[0].map(said), [
      [undefined, "a", "1", false],
      ["2025-01-01", "b", "7", false],
      ["2025-06-01", "b", "9", true],
    ]);
  });

  test("begin no earlier than the norm", () => {
    const all = stacked([layer("a", { norms: [norm({ from: "2025-03-01" })] }), layer("b", { amendments: [{ norm: "n", from: "2024-01-01", clause: { item: "7" } }] })])[0];
    assert.deepEqual(all.map(said), [["2025-03-01", "b", "7", false]]);
  });
});

test("the form on a day, or the one that is nearest", () => {
  const quorum = forms(province).get("quorum");
  assert.deepEqual(["2025-03-31", "2025-04-01", "2030-01-01"].map((day) => formOn(quorum, day).layer.id), ["nation", "province", "province"]);
  const minutes = forms(province).get("minutes");
  assert.deepEqual(["2025-03-31", "2027-01-01"].map((day) => formOn(minutes, day).from), ["2025-04-01", "2025-04-01"]);
  assert.equal(formOn([], on), undefined);
});

describe("the form behind a verdict is of its layer, clause, document and modality", () => {
  const rulebooks = [["a-province-and-its-nation", () => province, () => read(`${folder}/base/council`)], ...["gansu-2023", "national-terms-2018"].flatMap((id) => ["subdistrict", "community"].map((kind) => [`${id} ${kind}`, () => id, () => read(`samples/${kind}-faulty`)]))];
  for (const [name, rulebook, record] of rulebooks) {
    test(name, () => {
      const known = forms(rulebook());
      const { report } = gongwei.check(record(), { rulebook: rulebook(), on });
      assert.ok(report.verdicts.length > 5);
      for (const { norm, layer = report.rulebook.id, clause, modality, key } of report.verdicts) {
        const form = formOf(known.get(norm), { layer, item: clause.item }, on);
        assert.deepEqual([form.layer.id, form.layer.source.id, form.norm.clause.item, form.norm.modality], [layer, clause.document, clause.item, modality], norm);
        assert.equal(form.isRepealed, key === "edition.repealed", norm);
      }
    });
  }
});
