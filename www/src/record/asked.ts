import { computed } from "vue";
import { rules } from "../findings/rules";
import { ASKED_BY } from "./asked-by";
import { shownFields } from "./layout";
import { textOfValue, type JsonObject } from "./pointer";
import { record } from "./records";
import type { Field, ListName, Noun } from "./shape";

/** The words that the rules for this kind of committee are written in, each by itself and with the one it belongs to. */
const spoken = computed(() => {
  const found = new Set<string>();
  const kind = textOfValue(record.value?.at("/committee/kind"));
  for (const { norm: { scope, when, require, appliesTo } } of rules.value?.norms ?? []) {
    if (appliesTo?.includes(kind) ?? true) {
      gather(found, { scope, when, require });
    }
  }
  // Groups and procedures are named, also by one another.
  const named = (rules.value?.layers ?? []).flatMap(({ groups = {}, procedures = {} }) => Object.entries<unknown>({ ...groups, ...procedures }));
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    named.filter(([name]) => found.has(name)).forEach(([, part]) => gather(found, part));
  }
  return found;
});

function gather(found: Set<string>, value: unknown, of = ""): void {
  if (typeof value === "string") {
    found.add(value).add(`${of}.${value}`);
  } else if (Array.isArray(value)) {
    value.forEach((one) => gather(found, one, of));
  } else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (inner !== undefined) {
        found.add(key).add(`${of}.${key}`);
        gather(found, inner, key);
      }
    }
  }
}

function isSpoken(name: string): boolean {
  return ASKED_BY[name]?.some((word) => spoken.value.has(word)) ?? true;
}

/** Whether the rules in use ask for a field, or every office writes it down. */
export function isAskedFor({ noun, key }: Field): boolean {
  return isSpoken(`${noun}.${key}`);
}

/** The first field of an entry that is asked for and has nothing yet. */
export function firstEmpty(noun: Noun, entry: JsonObject): string | undefined {
  return shownFields(noun, entry).find((field) => isAskedFor(field) && entry[field.key] === undefined)?.key;
}

/** Whether the rules in use judge anything of a list of the record. */
export function isListAskedFor(list: ListName): boolean {
  return isSpoken(`Record.${list}`);
}
