import type { Heading } from "./headings";
import type { Outcome, Plan, PlannedRow } from "./plan";
import { privateContent } from "./private";
import type { Reason } from "./reasons";
import { textOf, type Cell } from "./table";
import { sayReason, words, type Locale } from "./words";

/** A list of rows to show, or to hand back as a sheet. */
export interface Receipt {
  headings: string[];
  rows: Cell[][];
}

/** What became of each row, or of those that were not taken; to be put right and imported again. */
export function receipt({ headings, rows }: Plan, locale: Locale, which: "all" | "not-taken"): Receipt {
  const say = words(locale).receipt;
  const kept = headings.map((heading, place) => ({ heading, place })).filter(({ heading }) => isKept(heading));
  return {
    headings: [...kept.map(({ heading }) => heading.text), say.outcome, say.reason, say.line],
    rows: rows
      .filter(({ outcome }) => which === "all" || outcome.is !== "taken")
      .map((planned) => [...kept.map(({ place }) => shown(planned.row.cells[place] ?? null, locale)), say[planned.outcome.is], why(planned, locale), planned.row.line]),
  };
}

/** The reasons of a row, or what to look at in it. */
export function why({ outcome, notes }: Pick<PlannedRow, "outcome" | "notes">, locale: Locale): string {
  return [...reasonsOf(outcome), ...notes].map((reason) => sayReason(reason, locale)).join(words(locale).join);
}

function reasonsOf(outcome: Outcome): Reason[] {
  return outcome.is === "failed" ? outcome.reasons : outcome.is === "asked" ? [{ code: "unanswered" }] : [];
}

function isKept({ text, use }: Heading): boolean {
  return use.is !== "private" && use.is !== "beside" && text !== "";
}

function shown(cell: Cell, locale: Locale): Cell {
  return privateContent(cell) ? words(locale).masked : typeof cell === "string" ? textOf(cell) : cell;
}

/** The columns that were left out, in words. */
export function leftOut({ headings }: Plan, locale: Locale): string[] {
  const { leftOut, private: kinds } = words(locale);
  return headings.flatMap(({ text, use }) => (use.is === "private" ? [leftOut(text === "" || privateContent(text) ? "—" : text, kinds[use.kind])] : []));
}
