import { computed, type ComputedRef } from "vue";
import { idOf } from "./entries";
import { listAt, type JsonObject } from "./pointer";
import { LISTS } from "./shape";
import { titleOf } from "./titles";

export interface Option {
  value: string;
  label: string;
  detail: string;
}

const known = new WeakMap<JsonObject, Map<string, ComputedRef<Option[]>>>();

/** The entries of a list to choose from; shared by all fields that choose from it. `list` is a place, such as `/people`. */
export function optionsOf(document: JsonObject, list: string): Option[] {
  let lists = known.get(document);
  if (!lists) {
    known.set(document, (lists = new Map()));
  }
  let options = lists.get(list);
  if (!options) {
    const key = list.slice(list.lastIndexOf("/") + 1);
    const noun = LISTS.get(key) ?? "Topic";
    options = computed(() =>
      listAt(document, list)
        .filter((entry) => idOf(entry) !== "")
        .map((entry) => {
          const { name, detail } = titleOf(document, noun, key, entry);
          return { value: idOf(entry), label: name, detail };
        }),
    );
    lists.set(list, options);
  }
  return options.value;
}
