import type { AnyRulebook, Judgement } from "gongwei";
import type { Findings } from "../record/findings";

/** What is still to come, the nearest day first; what has no day comes last. */
export function pendingByDay(findings: Findings): Judgement<AnyRulebook>[] {
  return findings
    .all()
    .filter(({ verdict }) => verdict === "pending")
    .sort((one, other) => (one.due ?? "9").localeCompare(other.due ?? "9"));
}
