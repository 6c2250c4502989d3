// One start in this fresh process: `node start.mjs packaged FOLDER` or `node start.mjs bare IMPORTS`; prints milliseconds as JSON.
import { readFileSync } from "node:fs";
import { imported } from "../../bindings/npm/test/installed.mjs";
import { startBare, startPackage } from "./starts.mjs";

const [kind, argument] = process.argv.slice(2);
const read = (name) => readFileSync(new URL(name, import.meta.url));

const took =
  kind === "bare"
    ? await startBare(read("../../bindings/npm/module/gongwei.wasm"), JSON.parse(argument))
    : await startPackage(await imported(argument), read("../samples/subdistrict-clean.json").toString(), "2026-06-30");
console.log(JSON.stringify(took));
