import { toPath } from "gongwei/adapters";
import { choiceOf, labelOf, listName, words } from "../words";
import { at, isObject, textOfValue, type JsonObject } from "./pointer";
import { fieldOf, LISTS, type Noun } from "./shape";
import { titleOf } from "./titles";

/** What a place is called: "席位 · 张三 · 公示 · 公示截止" rather than `/appointments/3/entry/2/through`. */
export function placeName(document: JsonObject, pointer: string): string {
  const keys = toPath(pointer);
  if (keys.length === 0) {
    return words.value.whole;
  }
  const names: string[] = [];
  let noun: Noun | undefined = "Record";
  let place = "";
  let list = "";
  for (const key of keys) {
    place += `/${String(key).replace(/~/g, "~0").replace(/\//g, "~1")}`;
    if (typeof key === "number") {
      const entry = at(document, place);
      const step = isObject(entry) && noun === "Step" ? textOfValue(entry.step) : "";
      names.push(noun === undefined ? textOfValue(entry) : step !== "" ? choiceOf("StepKind", step) : titleOf(document, noun, list, entry).name);
      continue;
    }
    const field: ReturnType<typeof fieldOf> = noun === undefined ? undefined : fieldOf(noun, key);
    const isTop = noun === "Record";
    names.push(isTop ? (LISTS.has(key) ? listName(key) : (words.value.section[key] ?? (key === "completeThrough" ? words.value.completeThrough.title : key))) : field ? labelOf(field) : key);
    noun = field?.of;
    list = key;
  }
  return names.filter((name) => name !== "").join(" · ");
}
