/** What a cell holds once it has left its file: a date cell is its day as text, `2026-03-01`. */
export type Cell = string | number | boolean | null;

/** Rows as they came from a sheet, a paste or a text file, before anyone asked what they mean. */
export interface Table {
  /** The sheet's name; nothing where there was no sheet. */
  name: string;
  rows: Row[];
  /** How the file counts its days. */
  daysFrom: DaysFrom;
  notes: TableNote[];
}

export interface Row {
  /** Its number in the file, from 1. */
  line: number;
  cells: Cell[];
}

/** Excel's two ways to number days: from 1900, with a 29 February that never was, or from 1904. */
export type DaysFrom = 1900 | 1904;

/** What was done to get at the rows that the user did not see. */
export type TableNote =
  | { code: "hidden-rows"; lines: number[] }
  | { code: "merged-cells"; count: number }
  | { code: "formulas"; count: number };

/** An error cell, as its text says: `#N/A`. */
const ERROR = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/;

export function isErrorCell(cell: Cell): boolean {
  return typeof cell === "string" && ERROR.test(cell.trim());
}

/** The text of a cell as a person would read it: full-width letters and digits as usual ones, no spaces around. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) {
    return "";
  }
  return typeof cell === "boolean" ? (cell ? "是" : "否") : String(cell).normalize("NFKC").replace(/[\s\u200b\ufeff]+/g, " ").trim();
}

/** Text without anything that people put in or leave out: for comparing headings and names. */
export function bare(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\u200b\ufeff\u00b7•*＊:：_“”"'‘’]+/g, "")
    .toLowerCase();
}

export function isEmptyRow({ cells }: Row): boolean {
  return cells.every((cell) => textOf(cell) === "");
}
