// The types of the installed package: what a team writes compiles, what is wrong does not, and what the engine gives fits.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { handed, sets } from "../../../tests/browser/golden.mjs";
import { imported, install } from "./installed.mjs";
import { examples, ownRules } from "./readme.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const read = (path) => readFileSync(join(root, path), "utf8");
const options = { rulebook: "gannan-2020", on: "2026-06-30" };
const samples = ["subdistrict-clean", "subdistrict-faulty", "community-clean", "community-faulty"];

let folder;
let gongwei;

before(async () => {
  folder = install();
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  gongwei = await imported(folder);
  await gongwei.init();
});

const STRICT = ["--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--noEmit", "--pretty", "false"];
const TARGET = ["--target", "es2022", "--lib", "es2022,dom"];

/** What a compiler says of these files. */
function compiledBy(compiler, module, resolution, ...args) {
  const all = [join(root, "bindings/npm/node_modules", compiler, "bin/tsc"), ...STRICT, ...TARGET, "--module", module, "--moduleResolution", resolution, ...args];
  try {
    execFileSync(process.execPath, all, { cwd: folder, encoding: "utf8" });
    return [];
  } catch (refused) {
    return [refused.stdout];
  }
}

/** The same, by every way of finding a package. */
const compiled = (...names) => [["nodenext", "nodenext"], ["esnext", "bundler"]].flatMap((way) => compiledBy("typescript", ...way, "--types", "", "--ignoreConfig", ...names));

/** By the way of old projects, which knows no `exports`; the newest compilers do not know it any more. */
const compiledAsOfOld = (...names) => compiledBy("typescript-5", "esnext", "node10", ...names);

/** Compiles values, each as one of a type. */
function fitting(name, values) {
  assert.ok(values.length > 0);
  const types = [...new Set(values.map(([type]) => type.replace(/<.*/, "")))];
  const lines = values.map(([type, value], at) => `export const value${at} = ${JSON.stringify(value)} satisfies ${type};\n`);
  writeFileSync(join(folder, name), `import type { ${types} } from "gongwei";\n${lines.join("")}`);
  return compiled(name);
}

describe("what a team writes", () => {
  for (const name of readdirSync(new URL("types", import.meta.url))) {
    test(name, () => {
      copyFileSync(new URL(`types/${name}`, import.meta.url), join(folder, name));
      assert.deepEqual([...compiled(name), ...compiledAsOfOld(name)], []);
    });

    test(`${name}, where it becomes CommonJS`, () => {
      const required = name.replace(/ts$/, "cts");
      copyFileSync(new URL(`types/${name}`, import.meta.url), join(folder, required));
      assert.deepEqual(compiled(required), []);
    });
  }

  test("all entries in one program, for both kinds of module", () => {
    const entries = ["gongwei", "gongwei/wasm", "gongwei/js", "gongwei/adapters", "gongwei/global"];
    const code = entries.map((entry, at) => `import * as face${at} from "${entry}";\n`).join("");
    writeFileSync(join(folder, "all.cts"), `${code}export const all = [face0.check, face1.check, face2.check] as const;\nexport const own = gongwei;\n`);
    writeFileSync(join(folder, "all.mts"), `${code}import { all, own } from "./all.cjs";
export const same: readonly (typeof face0.check)[] = [...all, face1.check, face2.check, own.check, gongwei.check];
export const judges: face3.Judge[] = [face3.ofSession({} as face0.Session), face3.ofSession({} as face2.Session)];
`);
    assert.deepEqual(compiled("all.mts"), []);
  });

  test("the README's examples", () => {
    const own = examples("js", "ts").filter((code) => [...code.matchAll(/ from "(.*?)"/g)].every(([, from]) => /^gongwei(\/\w+)?$/.test(from)));
    assert.ok(own.length >= 3);
    // What a reader has at hand.
    const hand = {
      record: 'import("gongwei").CommitteeRecord',
      session: 'import("gongwei").Session',
      nationText: "string",
      provinceText: "string",
      rulesText: "string",
      formElement: "HTMLFormElement",
      summaryElement: "HTMLElement",
    };
    const names = own.map((code, at) => {
      const needed = Object.entries(hand).filter(([name]) => !new RegExp(`\\b(const|let) (\\{ )?${name}\\b`).test(code));
      const given = needed.map(([name, type]) => `declare const ${name}: ${type};\n`).join("");
      writeFileSync(join(folder, `readme${at}.ts`), `${given}${code}\nexport {};\n`);
      return `readme${at}.ts`;
    });
    assert.deepEqual(compiled(...names), []);
  });
});

describe("what the engine gives and takes", () => {
  test("the samples are records", () => {
    const records = samples.map((name) => ["CommitteeRecord", JSON.parse(read(`tests/samples/${name}.json`))]);
    assert.deepEqual(fitting("samples.ts", records), []);
  });

  test("their reports are reports", () => {
    const reports = samples.flatMap((name) => [undefined, "zh-CN"].map((locale) => {
      const result = gongwei.check(read(`tests/samples/${name}.json`), { ...options, locale });
      assert.ok(result.report.verdicts.length > 100);
      return ["Report", result.report];
    }));
    assert.deepEqual(fitting("reports.ts", reports), []);
  });

  test("faults are faults, contradictions are contradictions", () => {
    const all = sets()[0].files.filter(({ name }) => ["cases/faults.json", "cases/coherence.json"].includes(name)).flatMap(({ cases }) => cases);
    const results = all.map(({ record, on }) => gongwei.check(handed(record), { ...options, on }));
    const refused = results.filter(({ ok }) => !ok).flatMap(({ faults }) => faults.map((fault) => ["Fault", fault]));
    const contradictory = results.filter(({ ok }) => ok).flatMap(({ report }) => report.coherence.map((one) => ["Contradiction", one]));
    assert.ok(refused.length > 20 && contradictory.length > 10);
    assert.deepEqual(fitting("faults.ts", [...refused, ...contradictory]), []);
  });

  test("what an edit changed is a change", () => {
    const { session } = gongwei.open(read("tests/samples/subdistrict-faulty.json"), options);
    const edits = [session.remove("/meetings/0"), session.set("/appointments/0/seat", "member"), session.undo(), session.set("/people/0/id", 7), session.set("nowhere", 1)];
    session.dispose();
    assert.ok(edits.some(({ appeared }) => appeared?.length > 0) && edits.some(({ cleared }) => cleared?.length > 0));
    assert.deepEqual(fitting("edits.ts", edits.map((edited) => ["Edited", edited])), []);
  });

  test("the built-in rulebooks are rulebooks", () => {
    const all = gongwei.rulebooks();
    assert.ok(all.length >= 3);
    assert.deepEqual(fitting("rulebook.ts", all.map((id) => ["BuiltinRulebook", gongwei.rulebook(id)])), []);
  });

  test("a rulebook of one's own is a rulebook, and so is its example; its report is a report", () => {
    const { rulebook } = gongwei.loadRulebook(ownRules());
    const record = { schema: "gongwei/record/1.0", committee: { kind: "courtyard-council" }, meetings: [{ id: "m1" }] };
    const { report } = gongwei.check(record, { ...options, rulebook });
    assert.deepEqual(report.verdicts.map(({ norm }) => norm), ["council-size", "council-quorum"]);
    assert.deepEqual(fitting("own.ts", [["Rulebook", ownRules()], ["Report<unknown>", report]]), []);
  });

  test("a code that a call can give is one of the list, and the list has no other", () => {
    const sources = ["core/src/session/edit.rs", "core/src/check/mod.rs", "wasm/src/outcome.rs"].map(read).join("");
    const codes = [...sources.matchAll(/(?:=> |code: )"([a-z]+(?:-[a-z]+)+)"/g)].map(([, code]) => code);
    assert.ok(codes.length > 5);
    writeFileSync(join(folder, "codes.ts"), `
      import type { CallFaultCode, FaultCode } from "gongwei";
      const codes = ${JSON.stringify(codes)} as const satisfies readonly FaultCode[];
      export const others: [Exclude<CallFaultCode, (typeof codes)[number]>] extends [never] ? true : false = true;
    `);
    assert.deepEqual(compiled("codes.ts"), []);
  });

  test("what does not fit is refused", () => {
    const wrong = { code: "overlapping-terms", path: "", facts: { counted: "1" } };
    const refusals = fitting("wrong.ts", [["Contradiction", wrong]]);
    assert.equal(refusals.length, 2);
    refusals.forEach((refusal) => assert.match(refusal, /Type 'string' is not assignable to type 'number'/));
  });
});

const shipped = (name) => readFileSync(join(folder, "node_modules/gongwei/dist", name), "utf8");

test("the types stand in one file, to which all others refer", () => {
  assert.doesNotMatch(shipped("face.d.cts"), /from "|import\(/);
  for (const name of ["index", "wasm", "js"]) {
    assert.equal(shipped(`${name}.d.mts`), `export * from "./${name}.cjs";\n`);
    assert.deepEqual(shipped(`${name}.d.cts`).match(/from ".*"/g), ['from "./face.cjs"']);
    assert.ok(shipped(`${name}.d.cts`).length < 3_000);
  }
});

describe("documentation", () => {
  /** Lines of this form without a comment before them. */
  const bare = (text, form) => text.split("\n").filter((line, at, lines) => form.test(line) && !lines[at - 1]?.endsWith("*/"));

  test("everything that is exported says what it is", () => {
    const types = ["face", "index", "wasm", "js"].map((name) => shipped(`${name}.d.cts`)).join("");
    assert.ok(types.match(/^export /gm).length > 100);
    assert.deepEqual(bare(types, /^export (interface|type|declare)/), []);
  });

  test("so does every field and every word that comes from Rust, but for the codes of faults", () => {
    const generated = read("bindings/npm/src/generated.ts").replace(/^export type DocumentFaultCode =[^;]*;/m, "");
    assert.ok(generated.match(/^ {2}\w+\??: /gm).length > 200);
    assert.deepEqual(bare(generated, /^ {2}(\w+\??: |\| ")/), []);
  });
});
