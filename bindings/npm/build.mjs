// Builds the package: every entry for `import` and for `require`, one copy of the module in each, and the types beside them.
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

const modules = {
  name: "what the build makes of the module",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^gongwei:/ }, ({ path }) => ({ path, namespace: "built" }));
    onLoad({ filter: /./, namespace: "built" }, async ({ path }) => ({ contents: await built[path](), loader: "js" }));
  },
};

async function bundle(entry, format, file) {
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
  });
}

const entries = ["index", "wasm", "js"];
for (const entry of [...entries, "adapters"]) {
  await bundle(entry, "esm", `${entry}.mjs`);
  await bundle(entry, "cjs", `${entry}.cjs`);
}
copyFileSync("module/gongwei.wasm", "dist/gongwei.wasm");
for (const name of ["record", "report", "rulebook", "calendar"]) {
  copyFileSync(`../../schemas/${name}-1.0.schema.json`, `dist/${name}.schema.json`);
}

execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "."], { stdio: "inherit" });

// One file of types for each kind of module, for TypeScript takes the kind from the file's name.
const declared = (name) => readFileSync(`dist/types/${name}.d.ts`, "utf8");
for (const entry of entries) {
  const types = ["generated", "types", "face", entry].map(declared);
  const own = types.map((text) => text.replace(/^[^\n]* from "\.\/\w+\.js";\n/gm, "")).join("");
  writeFileSync(`dist/${entry}.d.mts`, own);
  writeFileSync(`dist/${entry}.d.cts`, own);
}
// The adapters are about the types of the package, not about others that look alike.
const adapters = [...readFileSync("src/adapters.ts", "utf8").matchAll(/adapters\/[\w-]+/g)].map(([name]) => declared(name)).join("");
const names = [...adapters.matchAll(/^import type \{ ([^}]*) \} from "\.\.\/types\.js";\n/gm)].flatMap(([, list]) => list.split(", "));
const own = adapters.replace(/^[^\n]* from "\.[^"\n]*";\n/gm, "");
for (const kind of ["mts", "cts"]) {
  writeFileSync(`dist/adapters.d.${kind}`, `import type { ${[...new Set(names)].sort().join(", ")} } from "gongwei";\n${own}`);
}
rmSync("dist/types", { recursive: true });

// A classic script, which a page loads and `require` does too: hence a folder of the older kind of module.
await bundle("global", "iife", "global/gongwei.js");
writeFileSync("dist/global/package.json", '{ "type": "commonjs" }\n');
writeFileSync("dist/global/gongwei.d.ts", 'declare global {\n  const gongwei: typeof import("../index.cjs");\n}\nexport {};\n');

// npm packs what lies in the package's folder only.
for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) {
  copyFileSync(`../../${name}`, name);
}
