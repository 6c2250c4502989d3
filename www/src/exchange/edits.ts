import type { Edit } from "../record/document";
import { at, type Json, type JsonObject } from "../record/pointer";
import type { List } from "./draft";

/** The edits that make a record's lists what they will be: entries that differ, and those that are new at the end. */
export function editsOf(document: JsonObject, lists: readonly List[]): Edit[] {
  // Whoever is named must be there before who names them.
  const order = ["/organizations", "/people", "/appointments"];
  return [...lists].sort((one, other) => order.indexOf(one.pointer) - order.indexOf(other.pointer)).flatMap(({ pointer, value }) => edits(document, pointer, value as Json[]));
}

function edits(document: JsonObject, pointer: string, next: Json[]): Edit[] {
  const before = at(document, pointer);
  if (!Array.isArray(before)) {
    const [first, ...rest] = next;
    return first === undefined ? [] : [{ op: "set", pointer, value: [first] }, ...rest.map((value): Edit => ({ op: "insert", pointer: `${pointer}/-`, value }))];
  }
  return next.flatMap((value, index): Edit[] =>
    index >= before.length ? [{ op: "insert", pointer: `${pointer}/-`, value }] : JSON.stringify(before[index]) === JSON.stringify(value) ? [] : [{ op: "set", pointer: `${pointer}/${index}`, value }],
  );
}
