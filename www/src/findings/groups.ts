import type { AnyRulebook, Contradiction, Judgement } from "gongwei";
import type { Findings } from "../record/findings";
import { gathered } from "./gathered";
import { rules } from "./rules";

/** The groups of a report, the most pressing first. */
export const GROUPS = ["errors", "warnings", "coherence", "unknown", "pending", "met", "not-applicable"] as const;

export type GroupName = (typeof GROUPS)[number];

export const SIGNS: Record<GroupName, string> = { errors: "✕", warnings: "!", coherence: "⇄", unknown: "?", pending: "◷", met: "✓", "not-applicable": "–" };

/** A line of a report: a verdict, or a contradiction. */
export type Entry = Judgement<AnyRulebook> | Contradiction;

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

/** Everything that is said, by groups, and within them by norm, in the rulebook's order. */
export function group(findings: Findings): Group[] {
  const verdicts = gathered(findings.all(), groupOf);
  const entriesOf = (name: GroupName): Map<string, Entry[]> =>
    name === "coherence" ? gathered(findings.coherence, ({ code }) => code) : gathered(verdicts.get(name) ?? [], ({ norm }) => norm);
  const rank = new Map((rules.value?.norms ?? []).map(({ norm: { id } }, index) => [id as string, index]));
  return GROUPS.map((name) => {
    const topics = [...entriesOf(name)].map(([id, entries]) => ({ id, entries })).sort((one, other) => (rank.get(one.id) ?? 0) - (rank.get(other.id) ?? 0));
    return { name, count: topics.reduce((sum, { entries }) => sum + entries.length, 0), topics };
  });
}

export function groupOf({ verdict, severity }: Judgement<AnyRulebook>): GroupName {
  // What is broken without a word on how badly is no small matter.
  return verdict !== "broken" ? verdict : severity === "warning" ? "warnings" : "errors";
}
