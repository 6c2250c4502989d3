import type { ColumnKey } from "./columns";

/** Why a row was not taken, or what to look at in one that was: data; the words are found when it is shown. */
export interface Reason {
  code: ReasonCode;
  column?: ColumnKey;
  /** What stands in the cell. */
  found?: string;
  /** What else the words need: a number of a line, a name, words that may be chosen. */
  other?: string;
}

export type ReasonCode =
  // The cell
  | "missing" | "too-long" | "private" | "error-cell" | "no-choice" | "no-flag" | "no-count" | "no-term" | "one-name"
  | "day-form" | "day-impossible" | "day-incomplete" | "day-ambiguous"
  // The row
  | "order" | "post-without-unit" | "unit-and-post" | "none-but-more"
  // The record and the other rows
  | "same-row" | "already-there" | "unit-differs" | "unit-ambiguous" | "term-unknown" | "unanswered"
  // What to look at
  | "month-taken" | "unit-kept" | "person-kept" | "objections-open";
