// Builds the package: one file for `import`, one for `require`, the module inlined in each, and the types beside them.
import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

rmSync("dist", { recursive: true, force: true });

for (const [format, file] of [
  ["esm", "dist/index.mjs"],
  ["cjs", "dist/index.cjs"],
]) {
  await build({
    entryPoints: ["src/index.ts"],
    outfile: file,
    bundle: true,
    format,
    // What the browsers of government desktops read.
    target: "es2019",
    loader: { ".wasm": "base64" },
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
  });
}

execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "."], { stdio: "inherit" });

// One file of types for each kind of module, for TypeScript takes the kind from the file's name.
const types = ["generated", "types", "index"].map((name) => readFileSync(`dist/types/${name}.d.ts`, "utf8"));
const own = types.map((text) => text.replace(/^[^\n]* from "\.\/\w+\.js";\n/gm, "")).join("");
for (const name of ["dist/index.d.mts", "dist/index.d.cts"]) {
  writeFileSync(name, own);
}
rmSync("dist/types", { recursive: true });

// npm packs what lies in the package's folder only.
for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) {
  copyFileSync(`../../${name}`, name);
}
