// Modules of the page in Node: bundled by the page's own bundler, with the library that they load, and imported.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const page = fileURLToPath(new URL("../../www/", import.meta.url));
const { build } = await import(pathToFileURL(createRequire(join(page, "package.json")).resolve("vite")).href);

/** The exports of some modules of the page, together. */
export async function modules(...names) {
  const cache = join(page, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "tests-"));
  try {
    const entry = join(folder, "modules.ts");
    writeFileSync(entry, names.map((name) => `export * from ${JSON.stringify(join(page, "src", name))};\n`).join(""));
    await build({
      root: page,
      configFile: false,
      logLevel: "error",
      ssr: { noExternal: true },
      build: { ssr: entry, outDir: join(folder, "out"), target: "node20", rollupOptions: { output: { entryFileNames: "entry.mjs", chunkFileNames: "[name].mjs" } } },
    });
    return await import(pathToFileURL(join(folder, "out/entry.mjs")).href);
  } finally {
    process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  }
}
