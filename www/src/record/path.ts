import { isListAskedFor } from "./asked";
import { text } from "./entries";
import { listAt, textOfValue } from "./pointer";
import type { OpenRecord } from "./open-record";
import { BIG_LISTS, LISTS, type ListName } from "./shape";

const FIRST: ListName[] = ["organizations", "people", "terms", "appointments"];

/** The record's lists, in the order in which they are filled in: each speaks of those before it. */
export const LIST_ORDER: readonly ListName[] = [...FIRST, ...[...LISTS.keys()].filter((list) => !FIRST.includes(list))];

export function sizeOf(record: OpenRecord, list: ListName): number {
  return listAt(record.document, `/${list}`).length;
}

/** Whether a list is of any use: the rules judge it, or the record has it. */
export function isUsed(record: OpenRecord, list: ListName): boolean {
  return isListAskedFor(list) || sizeOf(record, list) > 0;
}

/** A part of filling in a record. */
export interface Part {
  /** Its route. */
  to: string;
  list: ListName | undefined;
  size: number;
  isDone: boolean;
}

/** What there is to fill in, in order; an empty list that is said to be complete is done, too. */
export function partsOf(record: OpenRecord): Part[] {
  const lists = LIST_ORDER.filter((list) => isUsed(record, list)).map((list) => {
    const size = sizeOf(record, list);
    const isSaid = BIG_LISTS.includes(list) && textOfValue(record.at(`/completeThrough/${list}`)) !== "";
    return { to: `/${list}`, list, size, isDone: size > 0 || isSaid };
  });
  return [{ to: "/committee", list: undefined, size: 0, isDone: text(record.document.committee, "name") !== "" }, ...lists];
}
