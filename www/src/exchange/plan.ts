import type { ColumnKey } from "./columns";
import { findHeadings, type Heading, type HeadingFault } from "./headings";
import { Draft, type Candidate, type List } from "./draft";
import type { Member } from "./member";
import { given, readRow } from "./row";
import type { Reason } from "./reasons";
import { bare, isEmptyRow, type Row, type Table } from "./table";

/** More than any committee, and few enough to be looked through. */
export const ROWS_MAX = 10_000;

/** What will become of a table: of each row, and of the record if all that can be taken is. */
export interface Plan {
  headings: Heading[];
  rows: PlannedRow[];
  /** The organizations that are made new, by name. */
  newUnits: string[];
  /** The record's lists as they will be; only those that change. */
  lists: List[];
}

export interface PlannedRow {
  row: Row;
  name: string;
  outcome: Outcome;
  /** What to look at, whatever the outcome. */
  notes: Reason[];
}

export type Outcome =
  | { is: "taken"; person: "new" | "known" }
  /** Nobody but the user knows whether this is a person who is there already. */
  | { is: "asked"; candidates: Candidate[]; suggested: string }
  | { is: "failed"; reasons: Reason[] };

/** For the number of a row: the id of the person it is about, or that it is about another. */
export type Answers = ReadonlyMap<number, string>;
export const ANOTHER = "another";

export type Planned = { ok: true; plan: Plan } | { ok: false; why: HeadingFault | { code: "too-many-rows"; found: number } | { code: "list-unreadable"; list: string } };

/**
 * What importing a table into a record would do, row by row; between them it tells what share is done. It changes nothing:
 * what is taken is in `lists`. Asked again with answers, the answered rows are taken as well.
 */
export function* planning(document: unknown, table: Table, answers: Answers): Generator<number, Planned> {
  const found = findHeadings(table);
  if (!found.ok) {
    return found;
  }
  if (found.rows.length > ROWS_MAX) {
    return { ok: false, why: { code: "too-many-rows", found: found.rows.length } };
  }
  const draft = Draft.of(document);
  if (typeof draft === "string") {
    return { ok: false, why: { code: "list-unreadable", list: draft } };
  }
  const places = new Map<ColumnKey, number>(found.headings.flatMap(({ use }, place) => (use.is === "read" ? [[use.key, place] as const] : [])));
  const around = { places, daysFrom: table.daysFrom, kindOf: (unit: string) => draft.kindOf(unit), units: draft.unitNames() };
  const seen = new Map<string, number>();
  const rows: PlannedRow[] = [];
  for (const [index, row] of found.rows.entries()) {
    yield index / found.rows.length;
    if (!isEmptyRow(row) && !isCounting(row, places)) {
      const { member, reasons, notes } = readRow(row, around);
      const outcome: Outcome = reasons.length > 0 ? { is: "failed", reasons } : take(draft, member, row.line, answers, seen, notes);
      rows.push({ row, name: member.name, outcome, notes });
    }
  }
  return { ok: true, plan: { headings: found.headings, rows, newUnits: draft.newUnits(), lists: draft.changed() } };
}

/** A row below the members that only counts or signs: 合计, 填表人. */
function isCounting({ cells }: Row, places: ReadonlyMap<ColumnKey, number>): boolean {
  const filled = cells.map((cell, place) => ({ text: bare(String(cell ?? "")), place })).filter(({ text }) => text !== "");
  const name = bare(String(cells[places.get("name") ?? -1] ?? ""));
  return (name === "" || /^(合计|总计|小计)$/.test(name)) && filled.some(({ text }) => /^(合计|总计|小计|备注|说明|注|填表人|审核人|制表人|填表日期)/.test(text));
}

function take(draft: Draft, member: Member, line: number, answers: Answers, seen: Map<string, number>, notes: Reason[]): Outcome {
  const key = JSON.stringify([bare(member.name), member.seat, member.from ?? "", member.to ?? "", member.posts.map(({ unit }) => bare(unit))]);
  const before = seen.get(key);
  if (before !== undefined) {
    return { is: "failed", reasons: [{ code: "same-row", other: String(before) }] };
  }
  const refused = draft.refusals(member);
  if (refused.length > 0) {
    return { is: "failed", reasons: refused };
  }
  const candidates = draft.candidates(member);
  const answer = answers.get(line);
  const person = candidates.find(({ id }) => id === answer);
  if (candidates.length > 0 && answer !== ANOTHER && person === undefined) {
    return { is: "asked", candidates, suggested: candidates.find(({ isSameUnit }) => isSameUnit)?.id ?? ANOTHER };
  }
  if (person !== undefined && draft.isSeated(person.id, member)) {
    return { is: "failed", reasons: [{ code: "already-there", column: "seat", ...given({ found: member.from }) }] };
  }
  seen.set(key, line);
  notes.push(...draft.add(member, line, person?.id));
  return { is: "taken", person: person === undefined ? "new" : "known" };
}
