// The packed package, installed beside the libraries it is handed to.
import { before } from "node:test";
import { imported, install } from "../../bindings/npm/test/installed.mjs";

export const options = { rulebook: "gannan-2020", on: "2026-06-30", locale: "zh-CN" };

export const folder = install();
export const gongwei = await imported(folder);
export const adapters = await imported(folder, "gongwei/adapters");

before(() => gongwei.init());

/** A small record with an error of two sides: one person in two seats at once. */
export const twoSeats = () => ({
  schema: "gongwei/record/1.0",
  committee: { kind: "subdistrict-joint-committee" },
  people: [{ id: "p1", name: "扎西" }],
  appointments: [
    { id: "a1", person: "p1", seat: "deputy", from: "2026-01-01", to: "2026-06-30" },
    { id: "a2", person: "p1", seat: "member", from: "2026-06-01" },
  ],
});

/** What keeps a promise that is never kept from holding up the tests. */
export function settled(promise) {
  return Promise.race([promise, new Promise((_, refuse) => setTimeout(refuse, 2000, new Error("it never settled")).unref())]);
}
