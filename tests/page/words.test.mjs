// What the form calls the record's fields, the words that are chosen from, and the lists: all that the package's schema has.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { modules } from "./modules.mjs";

const { CHOICES, FIELDS, LIST_WORDS, en, zh } = await modules("words/fields.ts", "words/page.zh.ts", "words/page.en.ts");
const schema = JSON.parse(readFileSync(new URL("../../www/node_modules/gongwei/dist/record.schema.json", import.meta.url), "utf8"));
const nouns = Object.entries({ Record: schema, ...schema.$defs });
/** What nobody fills in by its name: ids, what the platform keeps, and the record's own lists, which are sections. */
const isUnnamed = (noun, key) => ["id", "ext", "schema"].includes(key) || (noun === "Record" && key in LIST_WORDS);

test("every field is called something in both languages", () => {
  const fields = nouns.flatMap(([noun, { properties = {} }]) => Object.keys(properties).flatMap((key) => (isUnnamed(noun, key) ? [] : [`${noun}.${key}`])));
  assert.ok(fields.length > 120);
  assert.deepEqual(fields.filter((field) => !FIELDS[field]?.[0] || !FIELDS[field]?.[1]), []);
});

test("so is every word that can be chosen", () => {
  const words = nouns.flatMap(([noun, { oneOf = [] }]) => oneOf.flatMap((one) => (typeof one.const === "string" ? [`${noun}.${one.const}`] : [])));
  assert.ok(words.length > 90);
  assert.deepEqual(words.filter((word) => !CHOICES[word]?.[0] || !CHOICES[word]?.[1]), []);
});

test("so is every list of entries, and one entry of it", () => {
  const isList = ({ type, items, anyOf = [] }) => anyOf.some(isList) || ([type].flat().includes("array") && schema.$defs[items?.$ref?.split("/").pop()]?.properties !== undefined);
  const lists = nouns.flatMap(([, { properties = {} }]) => Object.entries(properties).flatMap(([key, value]) => (isList(value) ? [key] : [])));
  assert.ok(lists.length > 15);
  assert.deepEqual(lists.filter((list) => !LIST_WORDS[list]?.zh[1] || !LIST_WORDS[list]?.en[1]), []);
});

test("so is every fact that the engine tells, where its name is no word", () => {
  const facts = JSON.parse(readFileSync(new URL("../../www/node_modules/gongwei/dist/report.schema.json", import.meta.url), "utf8")).$defs.Verdict.properties.facts.properties;
  const names = Object.keys(facts);
  assert.ok(names.length > 25);
  assert.deepEqual(names.filter((name) => !zh.fact[name]), []);
  assert.deepEqual(names.filter((name) => !en.fact[name] && !/^[a-z]+$/.test(name)), []);
});

test("nothing is called that is not there", () => {
  const has = (name) => {
    const [noun, key] = name.split(".");
    const { properties = {}, oneOf = [] } = Object.fromEntries(nouns)[noun] ?? {};
    return key in properties || oneOf.some((one) => one.const === key);
  };
  assert.deepEqual([...Object.keys(FIELDS), ...Object.keys(CHOICES)].filter((name) => !has(name)), []);
});
