// What both hosts measure with: the packed package, the module's bytes, the samples.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { install } from "../../bindings/npm/test/installed.mjs";

const read = (name) => readFileSync(new URL(name, import.meta.url));

/** The norms that the rivals judge. */
export const IDS = JSON.parse(read("norms.json"));
export const ON = "2026-06-30";
export const SAMPLES = Object.fromEntries(
  ["subdistrict-clean", "subdistrict-faulty"].map((name) => [name, read(`../samples/${name}.json`).toString()]),
);
/** The sample of the first report. */
export const FIRST = SAMPLES["subdistrict-clean"];
/** How many fresh processes or pages of each kind. */
export const STARTS = 15;

/** The installed package's folder, the module's bytes and what it imports. */
export function materials() {
  const folder = install();
  const code = readFileSync(join(folder, "node_modules/gongwei/dist/index.mjs"), "utf8");
  const bytes = read("../../bindings/npm/module/gongwei.wasm");
  if (!code.includes(read("../../bindings/npm/module/gongwei.wasm.lzma").toString("base64"))) {
    throw new Error("the packed package holds another module than bindings/npm/module: pack it anew with `cargo xtask npm`");
  }
  return { folder, bytes, imports: WebAssembly.Module.imports(new WebAssembly.Module(bytes)) };
}

/** Starts of both kinds in turns. */
export async function starts(packaged, bare) {
  const found = { packaged: [], bare: [] };
  for (let round = 0; round < STARTS; round++) {
    found.bare.push(await bare());
    found.packaged.push(await packaged());
  }
  return found;
}
