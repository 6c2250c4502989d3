// What front-end teams stumble over: exports, types, syntax, size, foreign paths.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { parse } from "acorn";
import { install, tarball } from "./installed.mjs";

const here = fileURLToPath(new URL("..", import.meta.url));
const folder = join(install(), "node_modules/gongwei");
const read = (name) => readFileSync(join(folder, name), "utf8");
const tool = (name, ...args) => execFileSync(process.execPath, [join(here, "node_modules", name), ...args], { cwd: here, encoding: "utf8" });

test("publint has no finding", () => {
  assert.match(tool("publint/src/cli.js", "--strict", tarball), /All good/);
});

test("the types are those of the code, for every kind of module", () => {
  assert.match(tool("@arethetypeswrong/cli/dist/index.js", tarball), /No problems found/);
});

test("nothing is shipped but the package", () => {
  const shipped = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const dist = ["index.cjs", "index.d.cts", "index.d.mts", "index.mjs"];
  assert.deepEqual(shipped.map(({ name }) => name).sort(), [...dist, "LICENSE-APACHE", "LICENSE-MIT", "README.md", "package.json"].sort());
});

for (const [name, sourceType] of [["dist/index.mjs", "module"], ["dist/index.cjs", "script"]]) {
  test(`${name} is ES2019, one file with one module in it, and knows no foreign place`, () => {
    const code = read(name);
    parse(code, { ecmaVersion: 2019, sourceType });
    assert.equal(code.split("AGFzbQ").length - 1, 1, "one module");
    assert.doesNotMatch(code, /import\.meta|require\(|\bimport\(/);
    assert.ok(brotliCompressSync(code).length < 290_000, "within its budget");
    const module = Buffer.from(code.match(/AGFzbQ[A-Za-z0-9+/=]+/)[0], "base64").toString("latin1");
    assert.doesNotMatch(module, /\/(root|home|Users)\//);
  });
}
