import type { AnyRulebook, LoadedRulebook } from "gongwei";
import { shallowReactive } from "vue";
import { loadRulebook, rulebooks } from "./gongwei";

/** The rulebook of one who has chosen none. */
export const FIRST = "gannan-2020";

/** The rulebooks that were read from files since the page was opened: it has them until it is closed. */
export const ownRulebooks = shallowReactive<LoadedRulebook[]>([]);

export function rulebookId(rulebook: AnyRulebook): string {
  return typeof rulebook === "string" ? rulebook : rulebook.id;
}

/** All there are to choose from. */
export function allRulebooks(): AnyRulebook[] {
  return [...rulebooks(), ...ownRulebooks];
}

/** The rulebook that a record names, if the page has it. */
export function rulebookNamed(id: unknown): AnyRulebook | undefined {
  return allRulebooks().find((one) => rulebookId(one) === id);
}

/** Reads a rulebook, which may extend those that were read before. One of the same id takes the other's place. */
export function readRulebook(text: string, locale: "zh-CN" | "en"): ReturnType<typeof loadRulebook> {
  const loaded = loadRulebook(text, { locale, extends: ownRulebooks });
  if (loaded.ok) {
    const at = ownRulebooks.findIndex(({ id }) => id === loaded.rulebook.id);
    ownRulebooks.splice(at < 0 ? ownRulebooks.length : at, 1, loaded.rulebook);
  }
  return loaded;
}
