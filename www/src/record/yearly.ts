import type { AnyRulebook, Judgement } from "gongwei";
import { computed, type ComputedRef } from "vue";
import { text } from "./entries";
import type { OpenRecord } from "./open-record";
import { listAt, type JsonObject } from "./pointer";
import { fieldOf, LISTS, type ListName } from "./shape";

/** An entry that is asked for, with all that is known of it. */
export interface AskedEntry {
  list: ListName;
  known: JsonObject;
}

/** The entry that a yearly duty asks for and nobody has begun: the duty says of whom and of which year. */
export function askedEntry(record: OpenRecord, { path, subject: { kind, id }, period = "" }: Judgement<AnyRulebook>): AskedEntry | undefined {
  const list = path.slice(1);
  const noun = LISTS.get(list);
  const isYearly = noun !== undefined && /^\d{4}$/.test(period) && fieldOf(noun, "year") !== undefined && fieldOf(noun, kind) !== undefined;
  return isYearly && id !== undefined && !begunIn(record.document, list).has(`${period} ${id}`) ? { list, known: { year: Number(period), [kind]: id } } : undefined;
}

const begun = new WeakMap<JsonObject, Map<ListName, ComputedRef<Set<string>>>>();

/** Of which year and of whom a list has entries. */
function begunIn(document: JsonObject, list: ListName): Set<string> {
  let lists = begun.get(document);
  if (!lists) {
    begun.set(document, (lists = new Map()));
  }
  let entries = lists.get(list);
  if (!entries) {
    entries = computed(() => new Set(listAt(document, `/${list}`).map((entry) => `${text(entry, "year")} ${text(entry, "person") || text(entry, "organization")}`)));
    lists.set(list, entries);
  }
  return entries.value;
}
