import type { AnyRulebook, Contradiction, Judgement, Report } from "gongwei";

/** A line of the printed and the exported report. */
export interface ReportRow {
  group: GroupName;
  /** The norm's id, or the contradiction's code. */
  id: string;
  items: string[];
  message: string;
  due: string;
  /** The places that it is about, as pointers. */
  places: string[];
  from: Judgement<AnyRulebook> | Contradiction;
}

/** What a report is divided into, the most pressing first. */
export const GROUP_NAMES = ["errors", "warnings", "coherence", "unknown", "pending", "met", "not-applicable"] as const;
export type GroupName = (typeof GROUP_NAMES)[number];

/** Every verdict and contradiction, the most pressing first, and within a group by clause. */
export function reportRows({ verdicts, coherence }: Report<AnyRulebook>): ReportRow[] {
  const rows = [
    ...coherence.map((one): ReportRow => ({ group: "coherence", id: one.code, items: [], message: one.message ?? one.code, due: "", places: [one.path, ...(one.related ?? [])], from: one })),
    ...verdicts.map((one): ReportRow => ({
      group: one.verdict !== "broken" ? one.verdict : one.severity === "warning" ? "warnings" : "errors",
      id: one.norm,
      items: [one.clause.item, ...(one.clause.also ?? [])],
      message: one.message ?? one.key,
      due: one.due ?? "",
      places: (one.missing ?? []).length > 0 ? (one.missing ?? []) : [one.path],
      from: one,
    })),
  ];
  const order = (group: GroupName): number => GROUP_NAMES.indexOf(group);
  return rows
    .map((row, index) => ({ row, index }))
    .sort((one, other) => order(one.row.group) - order(other.row.group) || itemOrder(one.row, other.row) || one.index - other.index)
    .map(({ row }) => row);
}

/** Clauses by number where they have one: 9 before 10. */
function itemOrder({ items: [one = ""] }: ReportRow, { items: [other = ""] }: ReportRow): number {
  return one.localeCompare(other, "zh-CN", { numeric: true });
}
