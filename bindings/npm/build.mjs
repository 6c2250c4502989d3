// Builds the package: every entry for `import` and for `require`, and the types beside them. What is large is there once for
// each way of loading it.
import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build, transform } from "esbuild";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));
rmSync("dist", { recursive: true, force: true });

/** Replaces exactly one place; that the tool writes something else must not go unseen. */
function replaced(text, from, to) {
  if (text.split(from).length !== 2) {
    throw new Error(`the glue does not have once: ${from}`);
  }
  return text.replace(from, () => to);
}

/**
 * wasm-bindgen's glue as a function that makes an engine, so that one that has failed is let go with all its state, and
 * so that what runs the module is handed in.
 */
async function glue() {
  let code = readFileSync("module/gongwei.js", "utf8");
  // Memory of plain JavaScript grows by taking another buffer; the glue looks only for one that was taken away.
  code = replaced(code, "cachedUint8ArrayMemory0.byteLength === 0", "cachedUint8ArrayMemory0.buffer !== wasm.memory.buffer");
  code = replaced(code, "cachedDataViewMemory0.buffer.detached === true", "cachedDataViewMemory0.buffer !== wasm.memory.buffer");
  const made = await transform(code, { format: "iife", globalName: "engine", target: "es2019", charset: "utf8" });
  return `export default function (WebAssembly) {\n${made.code}\nreturn engine;\n}\n`;
}

/** What `src/built.d.ts` declares. */
const built = {
  "gongwei:glue": glue,
  "gongwei:bytes": () => `export default "${readFileSync("module/gongwei.wasm.lzma", "base64")}";\n`,
  "gongwei:javascript": () => `${readFileSync("module/gongwei.wasm.js", "utf8")}\nexport default instantiate;\n`,
};

/** What runs as any kind of module and as none, in a folder that Node takes for `require`'s. */
const SCRIPTS = "global";

const modules = {
  name: "what the build makes of the module",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^gongwei:script$/ }, () => ({ path: `./${SCRIPTS}/javascript.js`, external: true }));
    onResolve({ filter: /^gongwei:/ }, ({ path }) => ({ path, namespace: "built" }));
    onLoad({ filter: /./, namespace: "built" }, async ({ path }) => ({ contents: await built[path](), loader: "js" }));
  },
};

async function bundle(entry, format, file, options = {}) {
  await build({
    entryPoints: [`src/${entry}.ts`],
    outfile: `dist/${file}`,
    bundle: true,
    minify: true,
    format,
    plugins: [modules],
    define: { VERSION: JSON.stringify(version) },
    // What the browsers of government desktops read.
    target: "es2019",
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    ...options,
  });
}

const entries = ["index", "wasm", "js"];

for (const entry of [...entries, "adapters"]) {
  await bundle(entry, "esm", `${entry}.mjs`);
}
for (const entry of ["wasm", "js", "adapters"]) {
  await bundle(entry, "cjs", `${entry}.cjs`);
}
// What `require` gives, and without it what a page has as its global.
await bundle("index", "iife", `${SCRIPTS}/gongwei.js`, {
  globalName: "gongwei",
  banner: {
    js: `(function (make) {
  if (typeof module === "object" && typeof exports === "object") module.exports = make();
  else globalThis.gongwei = make();
})(function () {`,
  },
  footer: { js: "return gongwei;\n});" },
});
await bundle("javascript", "iife", `${SCRIPTS}/javascript.js`);
writeFileSync(`dist/${SCRIPTS}/package.json`, '{ "type": "commonjs" }\n');
writeFileSync("dist/global.mjs", 'import * as gongwei from "./index.mjs";\nglobalThis.gongwei = gongwei;\n');
writeFileSync("dist/global.cjs", `"use strict";\nglobalThis.gongwei = require("./${SCRIPTS}/gongwei.js");\n`);

copyFileSync("module/gongwei.wasm", "dist/gongwei.wasm");
for (const name of ["record", "report", "rulebook", "calendar"]) {
  copyFileSync(`../../schemas/${name}-1.0.schema.json`, `dist/${name}.schema.json`);
}

execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "."], { stdio: "inherit" });

const written = (name) => readFileSync(`dist/types/${name}.d.ts`, "utf8");
/** The types of a source without what it takes from others, with which they are put together here. */
const declared = (name) => written(name).replace(/^[^\n]* from "\.[^"\n]*";\n/gm, "");

/** Types for each kind of module, which TypeScript takes from the file's name: those for `import` refer to those for `require`. */
function writeTypes(name, text) {
  writeFileSync(`dist/${name}.d.cts`, text);
  writeFileSync(`dist/${name}.d.mts`, `export * from "./${name}.cjs";\n`);
}

writeFileSync("dist/face.d.cts", ["generated", "types", "face"].map(declared).join(""));
for (const entry of entries) {
  writeTypes(entry, `export * from "./face.cjs";\n${declared(entry)}`);
}
// The adapters are about the types of the package, not about others that look alike.
const adapters = [...readFileSync("src/adapters.ts", "utf8").matchAll(/adapters\/[\w-]+/g)].map(([name]) => name);
const names = [...adapters.map(written).join("").matchAll(/^import type \{ ([^}]*) \} from "\.\.\/types\.js";\n/gm)].flatMap(([, list]) => list.split(", "));
writeTypes("adapters", `import type { ${[...new Set(names)].sort().join(", ")} } from "gongwei";\n${adapters.map(declared).join("")}`);
writeTypes("global", 'declare global {\n  const gongwei: typeof import("./index.cjs");\n}\nexport {};\n');
rmSync("dist/types", { recursive: true });

// npm packs what lies in the package's folder only.
for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) {
  copyFileSync(`../../${name}`, name);
}
