import { computed, toRaw, type ComputedRef } from "vue";
import type { Edit } from "./document";
import { isObject, listAt, textOfValue, type Json, type JsonObject } from "./pointer";
import type { ListName } from "./shape";
import type { OpenRecord } from "./open-record";

/** The id of an entry, where it has one that can be named. */
export function idOf(entry: Json | undefined): string {
  return isObject(entry) && typeof entry.id === "string" ? entry.id : "";
}

const PREFIXES: Record<ListName, string> = {
  organizations: "o",
  people: "p",
  terms: "t",
  appointments: "a",
  meetings: "m",
  problemLists: "l",
  assessments: "e",
  dutyReports: "d",
  performanceReports: "f",
  trainingClasses: "k",
  attestations: "w",
  posts: "x",
  entry: "s",
  steps: "s",
  topics: "i",
  reports: "r",
  objections: "o",
};

/** An id that no entry of the list has. */
export function newId(record: OpenRecord, list: string): string {
  const key = list.slice(list.lastIndexOf("/") + 1);
  const prefix = PREFIXES[key] ?? key.charAt(0);
  // Nothing that is shown depends on it: Vue need not take note of thousands of ids.
  const taken = new Set(toRaw(listAt(record.document, list)).map(idOf));
  let number = taken.size + 1;
  while (taken.has(`${prefix}${number}`)) {
    number++;
  }
  return `${prefix}${number}`;
}

/** The edit that puts an entry at the end of a list, which may not be there yet. */
export function appending(record: OpenRecord, list: string, entry: JsonObject): Edit {
  return Array.isArray(record.at(list)) ? { op: "insert", pointer: `${list}/-`, value: entry } : { op: "set", pointer: list, value: [entry] };
}

const indexes = new WeakMap<JsonObject, Map<string, ComputedRef<Map<string, number>>>>();

/** Where the entries of a list stand, by id; worked out anew when an id changes, not when anything else does. */
function indexOf(document: JsonObject, list: string): Map<string, number> {
  let lists = indexes.get(document);
  if (!lists) {
    indexes.set(document, (lists = new Map()));
  }
  let index = lists.get(list);
  if (!index) {
    index = computed(() => {
      const found = new Map<string, number>();
      listAt(document, `/${list}`).forEach((entry, at) => {
        const id = idOf(entry);
        if (id !== "" && !found.has(id)) {
          found.set(id, at);
        }
      });
      return found;
    });
    lists.set(list, index);
  }
  return index.value;
}

export function find(document: JsonObject, list: ListName, id: string): JsonObject | undefined {
  const at = indexOf(document, list).get(id);
  const entry = at === undefined ? undefined : listAt(document, `/${list}`)[at];
  return isObject(entry) ? entry : undefined;
}

/** Where the entry stands that an id names, in the first of the lists that has it. */
export function placeOf(document: JsonObject, lists: readonly ListName[], id: string): string | undefined {
  const list = lists.find((one) => find(document, one, id) !== undefined);
  return list === undefined ? undefined : `/${list}/${indexOf(document, list).get(id)}`;
}

export function text(entry: Json | undefined, key: string): string {
  return isObject(entry) ? textOfValue(entry[key]) : "";
}

/** The seats that are held on a day, with their places in the list. */
export function heldOn(document: JsonObject, day: string): { entry: JsonObject; index: number }[] {
  const terms = new Map(listAt(document, "/terms").map((term) => [idOf(term), text(term, "to")]));
  const isHeld = (entry: Json): boolean => {
    const from = text(entry, "from");
    const ends = [text(entry, "to"), terms.get(text(entry, "term")) ?? ""].filter((end) => end !== "");
    return from !== "" && from <= day && ends.every((end) => day <= end);
  };
  return listAt(document, "/appointments").flatMap((entry, index) => (isObject(entry) && isHeld(entry) ? [{ entry, index }] : []));
}

export function seatsOn(document: JsonObject, day: string): JsonObject[] {
  return heldOn(document, day).map(({ entry }) => entry);
}

/** Who holds a seat on a day, by id of the person. */
export function membersOn(document: JsonObject, day: string): string[] {
  return [...new Set(seatsOn(document, day).map((entry) => text(entry, "person")).filter((id) => id !== ""))];
}
