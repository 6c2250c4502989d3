import type { AnyRulebook, Judgement } from "gongwei";
import type { Findings } from "../record/findings";
import { gathered } from "./gathered";

/** One duty that is due on one day, of all who have it. */
export interface Duty {
  key: string;
  due: string | undefined;
  all: Judgement<AnyRulebook>[];
}

/** What is still to come: what is asked of many for the same day is one duty. */
export function dutiesByDay(findings: Findings): Duty[] {
  const byKind = gathered(pendingByDay(findings), ({ norm, due }) => `${norm} ${due}`);
  return [...byKind].map(([key, all]) => ({ key, due: all[0]?.due, all }));
}

/** What is still to come, the nearest day first; what has no day comes last. */
function pendingByDay(findings: Findings): Judgement<AnyRulebook>[] {
  return findings
    .all()
    .filter(({ verdict }) => verdict === "pending")
    .map((verdict) => ({ verdict, due: verdict.due ?? "9" }))
    .sort((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0))
    .map(({ verdict }) => verdict);
}
