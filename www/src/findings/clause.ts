import type { Clause, Norm } from "gongwei";
import type { Issue } from "gongwei/adapters";
import { words } from "../words";

/** The items that a finding rests on, in words. */
export function clauseText({ clause }: { clause?: Clause | undefined } | Issue): string {
  return clause ? words.value.clause([clause.item, ...(clause.also ?? [])]) : "";
}

export function normClause({ clause: { item, also = [] } }: Norm): string {
  return words.value.clause([item, ...also]);
}
