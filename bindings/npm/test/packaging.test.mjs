// What front-end teams stumble over: exports, types, syntax, foreign paths. (Sizes: `sizes.mjs`.)
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "acorn";
import { install, tarball } from "./installed.mjs";

const here = fileURLToPath(new URL("..", import.meta.url));
const folder = join(install(), "node_modules/gongwei");
const read = (name) => readFileSync(join(folder, name), "utf8");
const tool = (name, ...args) => execFileSync(process.execPath, [join(here, "node_modules", name), ...args], { cwd: here, encoding: "utf8" });
const shipped = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1).replaceAll("\\", "/"));

const schemas = ["record", "report", "rulebook", "calendar"].map((name) => `${name}.schema.json`);

test("the schemas of the documents are shipped as they are, under their names", () => {
  const { exports } = JSON.parse(read("package.json"));
  const beside = createRequire(join(folder, "..", "..", "here.cjs"));
  for (const name of schemas) {
    assert.equal(exports[`./${name}`], `./dist/${name}`);
    const [kind] = name.split(".");
    const text = readFileSync(new URL(`../../../schemas/${kind}-1.0.schema.json`, import.meta.url), "utf8");
    assert.deepEqual(beside(`gongwei/${name}`), JSON.parse(text));
  }
});

test("publint has no finding", () => {
  assert.match(tool("publint/src/cli.js", "--strict", tarball), /All good/);
});

test("the types are those of the code, for every kind of module", () => {
  // TypeScript finds no `.wasm` file at all; only bundlers and Node ask for that one.
  const data = ["./gongwei.wasm", ...schemas.map((name) => `./${name}`)];
  const found = tool("@arethetypeswrong/cli/dist/index.js", tarball, "--exclude-entrypoints", ...data);
  assert.match(found, /No problems found/);
});

test("nothing is shipped but the package", () => {
  const dist = ["adapters", "index", "js", "wasm"].flatMap((name) => ["cjs", "d.cts", "d.mts", "mjs"].map((kind) => `dist/${name}.${kind}`));
  const global = ["gongwei.d.ts", "gongwei.js", "package.json"].map((name) => `dist/global/${name}`);
  // For tools that know no `exports`.
  const pointers = ["adapters", "global", "js", "wasm"].map((name) => `${name}/package.json`);
  const rest = ["LICENSE-APACHE", "LICENSE-MIT", "README.md", "package.json", "dist/gongwei.wasm", ...schemas.map((name) => `dist/${name}`)];
  assert.deepEqual(shipped.sort(), [...dist, ...global, ...pointers, ...rest].sort());
});

test("the folders for older tools point to what `exports` names", () => {
  const { exports } = JSON.parse(read("package.json"));
  for (const name of ["adapters", "js", "wasm"]) {
    const { main, module, types } = JSON.parse(read(`${name}/package.json`));
    const { import: imported, require: required } = exports[`./${name}`];
    assert.deepEqual([main, module, types], [required.default, imported.default, required.types].map((path) => `.${path}`));
  }
  const { main, types } = JSON.parse(read("global/package.json"));
  assert.deepEqual([main, types], [exports["./global"].default, exports["./global"].types].map((path) => `.${path}`));
});

const module = readFileSync(join(here, "module/gongwei.wasm.lzma"), "base64");
const FOREIGN = /\/(root|home|Users)\//;
const code = shipped.filter((name) => /\.(mjs|cjs|js)$/.test(name));

test("the module knows no foreign place", () => assert.doesNotMatch(readFileSync(join(folder, "dist/gongwei.wasm"), "latin1"), FOREIGN));

test("there is code", () => assert.equal(code.length, 9));

for (const name of code) {
  test(`${name} is ES2019, has the module at most once, and knows no foreign place`, () => {
    const tokens = [];
    // This refuses `import.meta`, `import()` and await at the top as well.
    parse(read(name), { ecmaVersion: 2019, sourceType: name.endsWith(".mjs") ? "module" : "script", onToken: tokens });
    const names = tokens.filter(({ type }) => type.label === "name").map(({ value }) => value);
    assert.deepEqual(names.filter((one) => ["eval", "Function", "require"].includes(one)), []);
    const texts = tokens.filter(({ type }) => ["string", "template"].includes(type.label)).map(({ value }) => value);
    const inlined = texts.filter((text) => text.slice(0, 100) === module.slice(0, 100));
    assert.deepEqual(inlined, /\/(wasm|js|adapters)\./.test(name) ? [] : [module]);
    for (const text of texts.filter((text) => text.length > 20)) {
      assert.doesNotMatch(Buffer.from(text, "base64").toString("latin1"), FOREIGN);
      assert.doesNotMatch(text, FOREIGN);
    }
  });
}
