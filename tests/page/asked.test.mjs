// Which fields a rulebook asks for is read off the words that it is written in: those words must be the vocabulary's own.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { modules } from "./modules.mjs";

const { ASKED_BY } = await modules("record/asked-by.ts");
const schema = (name) => JSON.parse(readFileSync(new URL(`../../www/node_modules/gongwei/dist/${name}.schema.json`, import.meta.url), "utf8"));

test("what is asked for is in a record", () => {
  const record = schema("record");
  const has = (noun, key) => key in ((noun === "Record" ? record : record.$defs[noun])?.properties ?? {});
  assert.deepEqual(Object.keys(ASKED_BY).filter((name) => !has(...name.split("."))), []);
});

test("what asks for it is a word that a rulebook can be written in", () => {
  const { $defs } = schema("rulebook");
  const nouns = Object.values($defs);
  const words = new Set(nouns.flatMap(({ properties = {}, oneOf = [] }) => [...Object.keys(properties), ...oneOf.flatMap((one) => (typeof one.const === "string" ? [one.const] : Object.keys(one.properties ?? {})))]));
  const used = Object.values(ASKED_BY).flat();
  assert.ok(used.length > 30);
  assert.deepEqual(used.flatMap((word) => word.split(".")).filter((word) => !words.has(word)), []);
});

test("a field is asked for by the rules in use, for the kind of committee at hand", async () => {
  const { init, isAskedFor, judging, loadRulebook } = await modules("record/asked.ts", "record/records.ts", "record/gongwei.ts");
  await init();
  const is = (name) => isAskedFor(Object.fromEntries([["noun", name.split(".")[0]], ["key", name.split(".")[1]]]));
  assert.equal(judging.rulebook, "gannan-2020");
  assert.deepEqual(["Person.name", "Person.posts", "Person.born", "Person.education", "Term.approval"].map(is), [true, true, false, false, false]);
  // Its norms say for whom they hold; without a record there is no kind that they could hold for.
  const text = readFileSync(new URL("../vocabulary/attribute/rulebook.json", import.meta.url), "utf8");
  const asks = (source) => {
    const loaded = loadRulebook(source, {});
    assert.deepEqual(loaded.faults, undefined);
    judging.rulebook = loaded.rulebook;
    return ["Person.born", "Person.education", "Term.approval"].map(is);
  };
  assert.deepEqual(asks(text), [false, false, false]);
  assert.deepEqual(asks(text.replace(/"appliesTo": \[[^\]]*\],?/g, "")), [true, true, false]);
});
