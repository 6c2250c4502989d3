// A rulebook of one's own: handed in, it judges as one that is built in; with a fault, it is refused with all of them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { before, describe, test } from "node:test";
import { imported, install, required } from "./installed.mjs";
import { examples, ownRules } from "./readme.mjs";

const on = "2026-06-30";
const read = (name) => readFileSync(new URL(`../../../${name}`, import.meta.url), "utf8");
const samples = ["subdistrict-clean", "subdistrict-faulty", "community-clean", "community-faulty"].map((name) => read(`tests/samples/${name}.json`));
const council = { schema: "gongwei/record/1.0", committee: { kind: "courtyard-council" } };
const digestOf = (text) => `sha256:${createHash("sha256").update(text).digest("hex")}`;
const lines = (faults) => faults.map(({ code, path }) => `${code} ${path}`);

let folder;
let gongwei;
let early;

before(async () => {
  folder = install();
  gongwei = await imported(folder);
  early = [gongwei.loadRulebook(ownRules()).faults, gongwei.lint(ownRules())];
  await gongwei.init();
});

function loaded(document = ownRules(), face = gongwei) {
  const result = face.loadRulebook(document);
  assert.deepEqual(result.faults, undefined);
  return result.rulebook;
}

/** The faults of a rulebook, which are the same loaded or not. */
function faults(document, options) {
  const { ok, faults } = gongwei.loadRulebook(document, options);
  assert.equal(ok, false);
  assert.deepEqual(gongwei.lint(document, options), faults);
  faults.forEach(({ message }) => assert.match(message, /./));
  return faults;
}

test("the README's example", () => {
  const [code] = examples("js").filter((code) => code.includes("loadRulebook"));
  const served = `globalThis.fetch = async () => new Response(${JSON.stringify(examples("json")[0])});\n`;
  writeFileSync(join(folder, "served.mjs"), served);
  writeFileSync(join(folder, "example.mjs"), `import "./served.mjs";\n${code}`);
  const printed = execFileSync(process.execPath, ["example.mjs"], { cwd: folder, encoding: "utf8" });
  assert.match(printed, /^council-size broken 委员人数.*3.*2.*\ncouncil-quorum broken 2026-04-10.*\n$/);
});

test("the tutorial's example", () => {
  const tutorial = read("docs/rulebook-authoring.md");
  const files = [...tutorial.matchAll(/^```json (\S+)\n(.*?)^```/gms)];
  for (const [, path, text] of files.filter(([, path]) => path.startsWith("heping/"))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const [, , settings] = files.find(([, path]) => path === ".vscode/settings.json");
  for (const { url } of JSON.parse(settings)["json.schemas"]) {
    assert.ok(JSON.parse(readFileSync(join(folder, url), "utf8")).$defs, url);
  }
  writeFileSync(join(folder, "tutorial.mjs"), tutorial.match(/^```js\n(.*?)^```/ms)[1]);
  const printed = execFileSync(process.execPath, ["tutorial.mjs"], { cwd: folder, encoding: "utf8" });
  assert.equal(printed, "size met, delegate met, quorum met\n");
});

describe("a rulebook that is loaded", () => {
  test("is its document, with the fingerprint of its text, and cannot be changed", () => {
    const [text, rules] = [examples("json")[0], ownRules()];
    const rulebook = loaded(text);
    assert.deepEqual({ ...rulebook }, { ...rules, digest: digestOf(text) });
    assert.deepEqual(JSON.parse(JSON.stringify(rulebook)), { ...rules, digest: digestOf(text) });
    assert.equal(loaded(rules).digest, digestOf(JSON.stringify(rules)));
    assert.equal(Object.isFrozen(rulebook), true);
  });

  test("is cited by the report", () => {
    const rulebook = loaded();
    const { report } = gongwei.check(council, { rulebook, on });
    const { id, edition, digest } = rulebook;
    assert.deepEqual(report.rulebook, { id, edition, digest });
    assert.equal(report.verdicts[0].clause.document, "heping-2026");
  });

  test("judges as it does built in", () => {
    const document = gongwei.rulebook("gannan-2020");
    const rulebook = loaded(document);
    for (const sample of samples) {
      const { report } = gongwei.check(sample, { rulebook: "gannan-2020", on, locale: "en" });
      const expected = { ...report, rulebook: { ...report.rulebook, digest: rulebook.digest } };
      assert.deepEqual(gongwei.check(sample, { rulebook, on, locale: "en" }), { ok: true, report: expected });
    }
  });

  test("is not taken for the built-in one whose id it has", () => {
    const { norms, ...document } = gongwei.rulebook("gannan-2020");
    const rulebook = loaded({ ...document, norms: norms.slice(0, 1) });
    const norm = ({ report }) => new Set(report.verdicts.map(({ norm }) => norm)).size;
    assert.equal(norm(gongwei.check(samples[0], { rulebook, on })), 1);
    assert.ok(norm(gongwei.check(samples[0], { rulebook: "gannan-2020", on })) > 40);
  });

  test("opens sessions", () => {
    const rulebook = loaded();
    const { session } = gongwei.open(council, { rulebook, on });
    const edited = session.insert("/meetings/-", { id: "m1", on: "2026-05-01", present: [] });
    assert.deepEqual(edited.appeared.map(({ norm }) => norm), ["council-quorum"]);
    session.set("/completeThrough", { appointments: on });
    assert.deepEqual(session.errorsByPath()["/appointments"].map(({ norm }) => norm), ["council-size"]);
    assert.deepEqual(session.report(), gongwei.check(session.toJSON(), { rulebook, on }));
    session.dispose();
  });

  test("knows its own kinds of committee only", () => {
    const refused = gongwei.check(samples[0], { rulebook: loaded(), on });
    assert.deepEqual(lines(refused.faults), ["unknown-committee-kind /committee/kind"]);
  });

  test("may begin with a byte order mark, which is not of the text", () => {
    const text = JSON.stringify(ownRules());
    assert.equal(loaded(`\uFEFF${text}`).digest, digestOf(text));
    assert.deepEqual(gongwei.lint(`\uFEFF${text}`), []);
    assert.deepEqual(lines(faults(`\uFEFF\uFEFF${text}`)), ["syntax "]);
  });

  test("reads as the engine reads it where its text has half of a character", () => {
    const rulebook = loaded(JSON.stringify({ ...ownRules(), edition: "𠮷?" }).replace("?", "\ud842"));
    assert.equal(rulebook.edition, "𠮷\ufffd");
    assert.equal(gongwei.check(council, { rulebook, on }).report.rulebook.edition, rulebook.edition);
  });

  test("disposed of, is read again where it is used, and sessions go on", () => {
    const [one, same] = [loaded(), loaded()];
    const expected = gongwei.check(council, { rulebook: one, on });
    const { session } = gongwei.open(council, { rulebook: one, on });
    one.dispose();
    one.dispose();
    assert.equal(session.set("/committee/name", "甲").ok, true);
    assert.deepEqual(gongwei.check(council, { rulebook: same, on }), expected);
    assert.deepEqual(gongwei.check(council, { rulebook: one, on }), expected);
    session.dispose();
  });

  test("works however many others there are", () => {
    const all = Array.from({ length: 30 }, (_, at) => loaded({ ...ownRules(), id: `own-${at}` }));
    for (const rulebook of [...all, ...all.reverse()]) {
      assert.equal(gongwei.check(council, { rulebook, on }).report.rulebook.id, rulebook.id);
    }
    assert.equal(gongwei.check(samples[0], { rulebook: "gannan-2020", on }).ok, true);
  });
});

describe("the rulebooks that a rulebook extends", () => {
  const layers = ["extends/nation", "rulebook"].map((name) => read(`tests/rulebooks/a-province-and-its-nation/${name}.json`));
  const record = read("tests/rulebooks/a-province-and-its-nation/base/council.json");

  test("are handed in with it, and each verdict says whose it is", () => {
    const nation = loaded(layers[0]);
    const { rulebook } = gongwei.loadRulebook(layers[1], { extends: [nation] });
    assert.deepEqual(gongwei.lint(layers[1], { extends: [nation] }), []);
    const { report } = gongwei.check(record, { rulebook, on });
    assert.deepEqual(report.layers.map(({ id, digest }) => [id, digest]), [["nation", nation.digest]]);
    assert.deepEqual(new Set(report.verdicts.map(({ layer = "province" }) => layer)), new Set(["nation", "province"]));
  });

  test("are handed in again with it", () => {
    const bases = [loaded(layers[0])];
    const { rulebook } = gongwei.loadRulebook(layers[1], { extends: bases });
    const expected = gongwei.check(record, { rulebook, on });
    [rulebook, bases.pop()].forEach((one) => one.dispose());
    assert.deepEqual(gongwei.check(record, { rulebook, on }), expected);
  });

  test("are missed where they are not, and must have been loaded", () => {
    assert.deepEqual(lines(faults(layers[1])), ["missing-base /extends/0/id"]);
    for (const bases of [["nation"], [{ id: "nation" }], [layers[0]], layers[0], null]) {
      const [fault] = faults(layers[1], { extends: bases });
      assert.deepEqual([fault.code, fault.path, fault.option], ["unknown-rulebook", "", "extends"]);
    }
  });
});

describe("the documents that a rulebook is made of", () => {
  const [nation, province] = ["extends/nation", "rulebook"].map((name) => read(`tests/rulebooks/a-province-and-its-nation/${name}.json`));
  const ids = (rulebook) => gongwei.layers(rulebook).map(({ id }) => id);

  test("are those above first, and have what a layer leaves to them", () => {
    assert.deepEqual(ids("gannan-2020"), ["gannan-2020"]);
    assert.deepEqual(ids("gansu-2023"), ["gannan-2020", "gansu-2023"]);
    const [above, own] = gongwei.layers("gansu-2023");
    assert.deepEqual([above, own], [gongwei.rulebook("gannan-2020"), gongwei.rulebook("gansu-2023")]);
    const { report } = gongwei.check(samples[0], { rulebook: "gansu-2023", on });
    const has = ({ norm, layer = own.id }) => [above, own].find(({ id }) => id === layer).norms.some(({ id }) => id === norm);
    assert.deepEqual(report.verdicts.filter((verdict) => !has(verdict)), []);
  });

  test("are those that were handed in, each once", () => {
    const above = loaded(nation);
    const below = gongwei.loadRulebook(province, { extends: [above] }).rulebook;
    assert.deepEqual(gongwei.layers(below), [above, below]);
    const { id, edition, title, note, source, schema } = JSON.parse(province);
    const both = { schema, id: "both", edition, title, note, source, extends: [{ id: above.id }, { id, edition }, { id: "gansu-2023" }] };
    const { rulebook, faults } = gongwei.loadRulebook(both, { extends: [below, above] });
    assert.equal(faults, undefined);
    assert.deepEqual(ids(rulebook), [above.id, id, "gannan-2020", "gansu-2023", "both"]);
  });

  test("are of the edition that is asked for", () => {
    const older = loaded({ ...JSON.parse(nation), edition: "2019" });
    const newer = loaded(nation);
    const { rulebook, faults } = gongwei.loadRulebook({ ...JSON.parse(province), extends: [{ id: newer.id, digest: newer.digest }] }, { extends: [older, newer] });
    assert.equal(faults, undefined);
    assert.deepEqual(gongwei.layers(rulebook), [newer, rulebook]);
  });

  test("are none of what is no rulebook", () => {
    assert.deepEqual([gongwei.layers("nowhere-1900"), gongwei.layers(undefined)], [[], []]);
  });
});

describe("the calendar of a rulebook", () => {
  const [rules, calendar, record] = ["rulebook", "calendar", "base/council"].map((name) => read(`tests/vocabulary/working-days/${name}.json`));
  const day = "2026-07-31";
  const by = (calendar) => {
    const { rulebook, faults } = gongwei.loadRulebook(rules, { calendar });
    assert.equal(faults, undefined);
    return rulebook;
  };
  const told = ({ report }) => report.verdicts.find(({ norm }) => norm === "told");

  test("is handed in with it, as text or as an object, for `check` and for `open`", () => {
    for (const given of [calendar, JSON.parse(calendar), `\uFEFF${calendar}`]) {
      const rulebook = by(given);
      const checked = gongwei.check(record, { rulebook, on: day });
      assert.equal(told(checked).verdict, "met");
      assert.equal(checked.report.rulebook.digest, rulebook.digest);
      const { session } = gongwei.open(record, { rulebook, on: day });
      assert.deepEqual(session.report(), checked);
      assert.equal(session.set("/meetings/0/notice/on", "2026-07-17").changed[0].verdict, "broken");
      session.dispose();
    }
    const { verdict, missing } = told(gongwei.check(record, { rulebook: by(undefined), on: day }));
    assert.deepEqual([verdict, missing], ["unknown", ["/calendar"]]);
  });

  test("makes another rulebook of it; neither is taken for the other, nor let go with it", () => {
    const all = [undefined, calendar, { ...JSON.parse(calendar), through: "2026-07-19" }].map(by);
    const verdicts = () => all.map((rulebook) => told(gongwei.check(record, { rulebook, on: day })).verdict);
    assert.deepEqual(verdicts(), ["unknown", "met", "unknown"]);
    all.forEach((rulebook) => {
      rulebook.dispose();
      assert.deepEqual(verdicts(), ["unknown", "met", "unknown"]);
    });
    assert.equal(new Set(all.map(({ digest }) => digest)).size, 1);
  });

  test("may be one for a rulebook that is built in", () => {
    const { rulebook } = gongwei.loadRulebook(gongwei.rulebook("gannan-2020"), { calendar });
    const bare = loaded(gongwei.rulebook("gannan-2020"));
    assert.deepEqual(gongwei.check(samples[0], { rulebook, on }), gongwei.check(samples[0], { rulebook: bare, on }));
  });

  test("is refused with all its faults, beside those of the rulebook, by their option", () => {
    const wrong = { ...JSON.parse(calendar), makeUpDays: ["2026-07-15", "2026-07-17"], holidays: ["2026-07-15", "2026-08-01"] };
    const of = (faults) => faults.map(({ code, path, option }) => `${option} ${code} ${path}`);
    const expected = ["day-outside-span /holidays/1", "day-off-and-on /makeUpDays/0", "not-a-weekend /makeUpDays/1"].map((line) => `calendar ${line}`);
    assert.deepEqual(of(faults(rules, { calendar: wrong })), expected);
    assert.deepEqual(of(faults("{", { calendar: wrong })), ["undefined syntax ", ...expected]);
    assert.deepEqual(of(faults({ id: 1n }, { calendar: { from: new Date(0) } })), ["undefined not-json /id", "calendar not-json /from"]);
    for (const [given, line] of [[null, "wrong-type "], ["", "syntax "], [7, "wrong-type "], [rules, "not-a-calendar /schema"]]) {
      assert.ok(of(faults(rules, { calendar: given })).includes(`calendar ${line}`), line);
    }
    const message = (locale) => faults(rules, { calendar: { ...wrong, holidays: [] }, locale })[0].message;
    assert.match(message("en"), /[a-z]/);
    assert.match(message("zh-CN"), /[一-龥]/);
  });
});

describe("a rulebook with faults", () => {
  test("is refused with all of them, each at its place", () => {
    const rules = ownRules();
    rules.norms[0].modality = "ought";
    delete rules.norms[1].clause;
    rules.norms[1].weight = 3;
    assert.deepEqual(lines(faults(rules)), ["unknown-word /norms/0/modality", "unknown-field /norms/1/weight", "missing-field /norms/1/clause"]);
  });

  test("in its sense as well", () => {
    const rules = ownRules();
    rules.norms[0].require.count.atMost = 1;
    rules.norms[0].require.count.of.group = { named: "nobody" };
    rules.norms[1].appliesTo = ["county-council"];
    rules.norms[1].scope = { standing: {} };
    assert.deepEqual(lines(faults(rules)).sort(), [
      "bounds-crossed /norms/0/require/count",
      "does-not-fit /norms/1/require/quorum",
      "unknown-name /norms/0/require/count/of/group/named",
      "unknown-name /norms/1/appliesTo/0",
    ]);
  });

  test("says so in the language that is asked for", () => {
    const message = (locale) => faults({ ...ownRules(), id: 7 }, { locale })[0].message;
    assert.match(message("en"), /must be a text/);
    assert.match(message("zh-CN"), /应为/);
    assert.equal(message(undefined), message("zh-CN"));
    assert.deepEqual(lines(faults(ownRules(), { locale: "fr" })), ["unknown-locale "]);
    assert.deepEqual(gongwei.lint(ownRules(), null), []);
  });

  test("of a later engine, or no rulebook at all, is told as that", () => {
    assert.deepEqual(lines(faults({ ...ownRules(), schema: "gongwei/rulebook/2.0" })), ["rulebook-newer-than-engine /schema"]);
    assert.ok(lines(faults(council)).includes("not-a-rulebook /schema"));
  });
});

describe("what is handed in", () => {
  test("before `init`: what to do", () => early.forEach((faults) => assert.deepEqual(lines(faults), ["not-ready "])));

  const cyclic = ownRules();
  cyclic.norms[0].self = cyclic;
  const rows = [
    ["a cycle", cyclic, "cyclic /norms/0/self"],
    ["a BigInt", { ...ownRules(), norms: [1n] }, "not-json /norms/0"],
    ["NaN", { norms: [{ require: Number.NaN }] }, "not-json /norms/0/require"],
    ["an object with toJSON", { note: { toJSON: () => "" } }, "not-json /note"],
    ["a throwing getter", { get norms() { throw new Error("no"); } }, "unreadable /norms"],
    ["a throwing proxy", new Proxy({}, { ownKeys() { throw new Error("no"); } }), "unreadable "],
    ["nothing", undefined, "not-json "],
    ["a field `__proto__`", JSON.stringify(ownRules()).replace("{", '{"__proto__":{},'), "unknown-field /__proto__"],
    ["a field `__proto__` of an object", JSON.parse('{"__proto__":{"id":"x"}}'), "unknown-field /__proto__"],
    ["a lone surrogate", { ...ownRules(), edition: "\ud800" }, "not-json /edition"],
    ["no JSON", "{", "syntax "],
    ["the id of a rulebook", "gannan-2020", "syntax "],
    ["a list", [], "wrong-type "],
  ];
  for (const [name, value, first] of rows) {
    test(name, () => assert.equal(lines(faults(value))[0], first));
  }

  test("a name `__proto__` names a group, and no more", () => {
    const groups = JSON.parse('{ "__proto__": { "partyMember": true } }');
    const rules = { ...ownRules(), groups };
    rules.norms[0].require.count.of.group = { named: "__proto__" };
    const rulebook = loaded(rules);
    assert.deepEqual(Object.keys(rulebook.groups), ["__proto__"]);
    assert.equal(gongwei.check(council, { rulebook, on }).ok, true);
  });

  test("frozen, without prototype, or behind a proxy: the same rulebook", () => {
    const { digest } = loaded();
    for (const rules of [Object.freeze(ownRules()), Object.assign(Object.create(null), ownRules()), new Proxy(ownRules(), {})]) {
      assert.equal(loaded(rules).digest, digest);
    }
  });

  test("as the option `rulebook`, what was not loaded is refused", () => {
    const hostile = new Proxy(loaded(), { get() { throw new Error("no"); }, getPrototypeOf() { throw new Error("no"); } });
    for (const rulebook of [ownRules(), { ...loaded() }, JSON.stringify(ownRules()), "heping-2026", hostile, null, 7, {}]) {
      assert.deepEqual(lines(gongwei.check(council, { rulebook, on }).faults), ["unknown-rulebook "]);
      assert.deepEqual(lines(gongwei.open(council, { rulebook, on }).faults), ["unknown-rulebook "]);
    }
  });
});

describe("every entry", () => {
  const module = () => readFileSync(join(folder, "node_modules/gongwei/dist/gongwei.wasm"));
  const entries = {
    "gongwei by require": async () => required(folder),
    "gongwei/js": () => imported(folder, "gongwei/js"),
    "gongwei/wasm": () => imported(folder, "gongwei/wasm"),
    "gongwei/global": async () => (required(folder, "gongwei/global"), globalThis.gongwei),
  };
  for (const [name, entry] of Object.entries(entries)) {
    test(name, async () => {
      const face = await entry();
      await face.init(name.endsWith("wasm") ? module() : undefined);
      const rulebook = loaded(undefined, face);
      assert.deepEqual({ ...rulebook }, { ...loaded() });
      assert.deepEqual(face.check(council, { rulebook, on }), gongwei.check(council, { rulebook: loaded(), on }));
      assert.deepEqual(face.lint({}), gongwei.lint({}));
    });
  }
});
