// The installed package and its adapters, and a record whose errors are known.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { install } from "../../bindings/npm/test/installed.mjs";

export const folder = join(install(), "node_modules/gongwei");
const load = (file) => import(pathToFileURL(join(folder, "dist", file)).href);

export const gongwei = await load("index.mjs");
export const adapters = await load("adapters.mjs");
export const options = { rulebook: "gannan-2020", on: "2026-06-30", locale: "en" };

/** Minutes older than their meeting, at two fields; and one person in two seats at once, at none. */
export const record = () => ({
  schema: "gongwei/record/1.0",
  committee: { kind: "subdistrict-joint-committee", name: "x" },
  people: [{ id: "p1", name: "a" }],
  appointments: [
    { id: "a1", person: "p1", seat: "secretary", from: "2024-01-15", to: "2025-01-01" },
    { id: "a2", person: "p1", seat: "deputy", from: "2024-06-01" },
  ],
  meetings: [{ id: "m1", on: "2026-03-12", present: ["p1"], minutes: { on: "2026-03-01" } }],
});
