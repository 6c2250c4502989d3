import type { CommitteeRecord, Options } from "gongwei";

export const options: Options = { rulebook: "gannan-2020", on: "2026-06-30", locale: "zh-CN" };

/** Minutes older than their meeting, at two fields; a list without its deadline; one person in two seats at once, which no field here shows. */
export const record = {
  schema: "gongwei/record/1.0",
  committee: { kind: "subdistrict-joint-committee", name: "春风街道大工委" },
  people: [{ id: "p1", name: "甲" }],
  appointments: [
    { id: "a1", person: "p1", seat: "secretary", from: "2024-01-15", to: "2025-01-01" },
    { id: "a2", person: "p1", seat: "deputy", from: "2024-06-01" },
  ],
  meetings: [{ id: "m1", on: "2026-03-12", present: ["p1"], minutes: { on: "2026-03-01" } }],
  problemLists: [{ id: "l1", on: "2026-03-20", deadline: null as string | null }],
} satisfies CommitteeRecord;
