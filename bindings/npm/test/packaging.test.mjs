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

const entries = ["adapters", "global", "index", "js", "wasm"];

test("nothing is shipped but the package", () => {
  const kinds = (name) => ["cjs", "d.cts", "d.mts", "mjs"].map((kind) => `dist/${name}.${kind}`);
  const dist = [...entries.flatMap(kinds).filter((name) => name !== "dist/index.cjs"), "dist/face.d.cts"];
  const scripts = ["gongwei.js", "javascript.js", "package.json"].map((name) => `dist/global/${name}`);
  // For tools that know no `exports`.
  const pointers = ["adapters", "global", "js", "wasm"].map((name) => `${name}/package.json`);
  const rest = ["LICENSE-APACHE", "LICENSE-MIT", "README.md", "package.json", "dist/gongwei.wasm", ...schemas.map((name) => `dist/${name}`)];
  assert.deepEqual(shipped.sort(), [...dist, ...scripts, ...pointers, ...rest].sort());
});

test("the folders for older tools, and the package itself, point to what `exports` names", () => {
  const { exports, ...top } = JSON.parse(read("package.json"));
  const pointed = ({ main, module, types }) => [main, module, types];
  const named = ({ import: imported, require: required }) => [required.default, imported.default, required.types];
  for (const name of ["adapters", "global", "js", "wasm"]) {
    assert.deepEqual(pointed(JSON.parse(read(`${name}/package.json`))), named(exports[`./${name}`]).map((path) => `.${path}`));
  }
  assert.deepEqual(pointed(top), named(exports["."]));
});

test("what is loaded for what it does, not for what it exports, is told to bundlers", () => {
  const { sideEffects, unpkg, jsdelivr } = JSON.parse(read("package.json"));
  const scripts = ["global/gongwei.js", "global/javascript.js"].map((name) => `./dist/${name}`);
  assert.deepEqual(sideEffects.sort(), ["./dist/global.cjs", "./dist/global.mjs", ...scripts].sort());
  assert.deepEqual([unpkg, jsdelivr], [scripts[0], scripts[0]]);
});

const module = readFileSync(join(here, "module/gongwei.wasm.lzma"), "base64");
const FOREIGN = /\/(root|home|Users)\//;
const code = shipped.filter((name) => /\.(mjs|cjs|js)$/.test(name));

test("the module is there twice as text and once as a file, the plain JavaScript once", () => {
  assert.deepEqual(code.filter((name) => read(name).includes(module)).sort(), ["dist/global/gongwei.js", "dist/index.mjs"]);
  assert.deepEqual(code.filter((name) => read(name).length > 1_000_000), ["dist/global/javascript.js"]);
});

test("the module knows no foreign place", () => assert.doesNotMatch(readFileSync(join(folder, "dist/gongwei.wasm"), "latin1"), FOREIGN));

test("there is code", () => assert.equal(code.length, 11));

/** The files that take another of the package. */
const REQUIRING = { "dist/global.cjs": "./global/gongwei.js", "dist/js.cjs": "./global/javascript.js" };

for (const name of code) {
  test(`${name} is ES2019, and knows no foreign place`, () => {
    const tokens = [];
    // This refuses `import.meta`, `import()` and await at the top as well.
    parse(read(name), { ecmaVersion: 2019, sourceType: name.endsWith(".mjs") ? "module" : "script", onToken: tokens });
    const names = tokens.filter(({ type }) => type.label === "name").map(({ value }) => value);
    assert.deepEqual(names.filter((one) => ["eval", "Function", "require"].includes(one)), name in REQUIRING ? ["require"] : []);
    const texts = tokens.filter(({ type }) => ["string", "template"].includes(type.label)).map(({ value }) => value);
    assert.deepEqual(texts.filter((text) => text === REQUIRING[name]), name in REQUIRING ? [REQUIRING[name]] : []);
    for (const text of texts.filter((text) => text.length > 20)) {
      assert.doesNotMatch(Buffer.from(text, "base64").toString("latin1"), FOREIGN);
      assert.doesNotMatch(text, FOREIGN);
    }
  });
}

for (const name of ["dist/global/gongwei.js", "dist/global/javascript.js"]) {
  test(`${name} is a script and a module, and strict as both`, () => {
    const text = read(name);
    parse(text, { ecmaVersion: 2019, sourceType: "module" });
    // Of the whole, or of the function that the whole is handed to a function as.
    assert.match(text, /^(\(function \(make\) \{\n.*\n.*\n\}\)\(function \(\) \{\n)?"use strict";/);
  });
}
