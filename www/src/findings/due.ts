import type { AnyRulebook, Judgement } from "gongwei";
import type { Findings } from "../record/findings";

/** What is still to come, the nearest day first; what has no day comes last. */
export function pendingByDay(findings: Findings): Judgement<AnyRulebook>[] {
  return findings
    .all()
    .filter(({ verdict }) => verdict === "pending")
    .map((verdict) => ({ verdict, due: verdict.due ?? "9" }))
    .sort((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0))
    .map(({ verdict }) => verdict);
}
