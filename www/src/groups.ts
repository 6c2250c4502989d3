import type { Contradiction, Judgement, Report } from "gongwei";

/** The groups of a report, the most pressing first. */
export const GROUPS = ["errors", "warnings", "coherence", "unknown", "pending", "met", "not-applicable"] as const;

export type GroupName = (typeof GROUPS)[number];

/** A line of a report: a verdict, or a contradiction. */
export type Entry = Judgement | Contradiction;

/** What the report says about one norm (or one kind of contradiction) within a group. */
export interface Topic {
  /** The norm's id, or the contradiction's code. */
  id: string;
  entries: Entry[];
}

export interface Group {
  name: GroupName;
  count: number;
  topics: Topic[];
}

/** The report by groups, and within them by norm, in the report's order. */
export function group(report: Report): Group[] {
  const groups = new Map(GROUPS.map((name) => [name, new Map<string, Entry[]>()]));
  const add = (name: GroupName, id: string, entry: Entry): void => {
    const topics = groups.get(name);
    const entries = topics?.get(id);
    if (entries) {
      entries.push(entry);
    } else {
      topics?.set(id, [entry]);
    }
  };
  for (const entry of report.coherence) {
    add("coherence", entry.code, entry);
  }
  for (const entry of report.verdicts) {
    add(groupOf(entry), entry.norm, entry);
  }
  return GROUPS.map((name) => {
    const topics = [...(groups.get(name) ?? [])].map(([id, entries]) => ({ id, entries }));
    return { name, count: topics.reduce((sum, { entries }) => sum + entries.length, 0), topics };
  });
}

function groupOf({ verdict, severity }: Judgement): GroupName {
  if (verdict !== "broken") {
    return verdict;
  }
  // What is broken without a word on how badly is no small matter.
  return severity === "warning" ? "warnings" : "errors";
}
