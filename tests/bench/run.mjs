// The benchmark in Node: `node tests/bench/run.mjs`, after `cargo xtask npm`.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { imported } from "../../bindings/npm/test/installed.mjs";
import { IDS, ON, SAMPLES, materials, starts } from "./materials.mjs";
import { speeds } from "./speeds.mjs";
import { markdown } from "./table.mjs";

const { folder, imports } = materials();
const [gongwei, plain] = [await imported(folder), await imported(folder, "gongwei/js")];
await Promise.all([gongwei.init(), plain.init()]);

const start = (...args) => JSON.parse(execFileSync(process.execPath, [fileURLToPath(new URL("start.mjs", import.meta.url)), ...args]));
const times = speeds({ gongwei, plain }, IDS, SAMPLES, ON);
const fresh = await starts(
  () => start("packaged", folder),
  () => start("bare", JSON.stringify(imports)),
);
console.log(`${markdown(`Node ${process.versions.node}`, times, fresh)}\n`);
