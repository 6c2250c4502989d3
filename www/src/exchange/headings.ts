import { COLUMNS, type ColumnKey } from "./columns";
import { privateContent, privateHeading, type PrivateKind } from "./private";
import { bare, isEmptyRow, textOf, type Row, type Table } from "./table";

/** What became of a column of the table. */
export type Use =
  | { is: "read"; key: ColumnKey }
  /** Left out because of what it holds. */
  | { is: "private"; kind: PrivateKind; by: "heading" | "content" }
  /** Numbers of rows, and what a receipt says of them: nothing that a record could hold. */
  | { is: "beside" }
  | { is: "unknown" };

export interface Heading {
  text: string;
  use: Use;
}

export type Headings = { ok: true; headings: Heading[]; /** The rows below the headings. */ rows: Row[] } | { ok: false; why: HeadingFault };

export type HeadingFault =
  | { code: "no-rows" }
  /** No row looks like headings; what stands in the fullest of the first rows. */
  | { code: "no-headings"; found: string[] }
  | { code: "no-name-column"; found: string[] }
  | { code: "twice"; column: ColumnKey; headings: [string, string] }
  | { code: "nothing-below" };

/** Titles and notes may stand above the headings, but not that many. */
const HEADINGS_WITHIN = 20;

const known = new Map<string, ColumnKey>(COLUMNS.flatMap(({ key, zh, en, also }) => [zh, en, ...also].map((text) => [plain(text), key] as const)));

/** A heading without what is said beside it: "任期首日（必填）", "2、姓名" and "姓 名*" are read like "任期首日" and "姓名". */
function plain(text: string): string {
  return bare(text.normalize("NFKC").replace(/\(.*?\)|\[.*?\]|【.*?】/g, "").replace(/^\s*\d+[.、]/, ""));
}

const BESIDE = ["序号", "编号", "行号", "no", "no.", "#", "结果", "原因", "row", "outcome", "reason"];

function keyOf(text: string): ColumnKey | undefined {
  return known.get(plain(text)) ?? known.get(bare(text));
}

/** Finds the row of the headings and says what each column is. */
export function findHeadings({ rows }: Table): Headings {
  const filled = rows.filter((row) => !isEmptyRow(row));
  if (filled.length === 0) {
    return { ok: false, why: { code: "no-rows" } };
  }
  const first = filled.slice(0, HEADINGS_WITHIN);
  // A row alone where two say no more.
  const best = [...first.map(alone), ...first.slice(0, -1).map((row, index) => divided(row, first[index + 1] ?? row, index))].reduce((one, other) => (other.count > one.count ? other : one));
  const found = best.texts.filter((text) => text !== "");
  if (best.count < 2) {
    const fullest = first.map(({ cells }) => cells.map(textOf).filter((text) => text !== "" && privateContent(text) === undefined));
    return { ok: false, why: { code: "no-headings", found: fullest.reduce((one, other) => (other.length > one.length ? other : one)) } };
  }
  const below = filled.slice(best.next);
  const headings = best.texts.map((text, index) => ({ text, use: useOf(text, index, below) }));
  const seen = new Map<ColumnKey, string>();
  for (const { text, use } of headings) {
    if (use.is === "read") {
      const before = seen.get(use.key);
      if (before !== undefined) {
        return { ok: false, why: { code: "twice", column: use.key, headings: [before, text] } };
      }
      seen.set(use.key, text);
    }
  }
  if (!seen.has("name")) {
    return { ok: false, why: { code: "no-name-column", found } };
  }
  return below.length === 0 ? { ok: false, why: { code: "nothing-below" } } : { ok: true, headings, rows: below };
}

interface Candidate {
  texts: string[];
  count: number;
  /** Where the rows below begin. */
  next: number;
}

function alone({ cells }: Row, index: number): Candidate {
  const texts = cells.map(textOf);
  return { texts, count: count(texts), next: index + 1 };
}

/** A row of headings with the one below it, which divides some of them: 任期 over 起 and 止. */
function divided(row: Row, below: Row, index: number): Candidate {
  const width = Math.max(row.cells.length, below.cells.length);
  const texts = Array.from({ length: width }, (_, column) => {
    const [upper, lower] = [textOf(row.cells[column]), textOf(below.cells[column])];
    const together = `${upper}${lower}`;
    return lower === "" || lower === upper ? upper : keyOf(together) ? together : keyOf(lower) || upper === "" ? lower : together;
  });
  return { texts, count: count(texts), next: index + 2 };
}

function count(texts: string[]): number {
  return new Set(texts.map(keyOf).filter((key) => key !== undefined)).size;
}

function useOf(text: string, column: number, rows: Row[]): Use {
  const byHeading = privateHeading(text);
  if (byHeading) {
    return { is: "private", kind: byHeading, by: "heading" };
  }
  const key = keyOf(text);
  if (key !== undefined) {
    return { is: "read", key };
  }
  for (const row of rows) {
    const kind = privateContent(row.cells[column] ?? null);
    if (kind) {
      return { is: "private", kind, by: "content" };
    }
  }
  return { is: BESIDE.includes(bare(text)) ? "beside" : "unknown" };
}
