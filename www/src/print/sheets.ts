import { widthOf, type Sheet, type SheetColumn } from "../exchange/sheet";
import type { Cell } from "../exchange/table";
import type { ReportRow } from "./rows";
import type { Locale, Roster } from "./roster";
import { printWords } from "./words";

/** The roster as a sheet. */
export function rosterSheet({ steps, rows }: Roster, locale: Locale): Sheet {
  const words = printWords(locale);
  const cells = rows.map(({ name, seat, posts, from, to, days }, index): Cell[] => [index + 1, name, seat, posts.join("\n"), from, to, ...steps.map(({ step }) => days[step] ?? "")]);
  const headings = [words.number, words.name, words.seat, words.posts, words.from, words.to, ...steps.map(({ name }) => name)];
  return { name: words.roster, columns: columns(headings, cells), rows: cells, isLandscape: true };
}

/** How the places and groups of a report are called. */
export interface Naming {
  group(name: string): string;
  norm(id: string): string;
  modality(id: string): string;
  reading(id: string): string;
  /** The document that a verdict's items are of, where there are several. */
  document(row: ReportRow): string;
  place(pointer: string): string;
  seen(row: ReportRow): string;
}

/** The findings as a sheet: a row for each verdict and contradiction. */
export function findingsSheet(rows: ReportRow[], naming: Naming, locale: Locale): Sheet {
  const words = printWords(locale);
  const headings = [words.verdict, words.item, words.norm, words.modality, words.message, words.found, words.where, words.due];
  const cells = rows.map((row): Cell[] => [
    naming.group(row.group),
    [naming.document(row), row.items.join("、")].filter(Boolean).join(" "),
    naming.norm(row.id),
    naming.modality(row.id),
    row.message,
    naming.seen(row),
    row.places.map((place) => naming.place(place)).join("\n"),
    row.due,
  ]);
  return { name: words.report, columns: columns(headings, cells), rows: cells, isLandscape: true };
}

function columns(headings: string[], rows: Cell[][]): SheetColumn[] {
  return headings.map((heading, column) => ({ heading, width: widthOf([heading, ...rows.flatMap((row) => String(row[column] ?? "").split("\n"))], 50) }));
}
