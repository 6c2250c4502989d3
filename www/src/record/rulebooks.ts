import type { AnyRulebook, Fault, LoadedRulebook, Locale } from "gongwei";
import { shallowReactive } from "vue";
import { loadRulebook, rulebooks } from "./gongwei";

/** The rulebook of one who has chosen none. */
export const FIRST = "gannan-2020";

/** A rulebook from a file, and what the file says. */
export interface OwnRulebook {
  rulebook: LoadedRulebook;
  text: string;
}

/** The rulebooks that were read from files. */
export const ownRulebooks = shallowReactive<OwnRulebook[]>([]);

export function rulebookId(rulebook: AnyRulebook): string {
  return typeof rulebook === "string" ? rulebook : rulebook.id;
}

/** All there are to choose from. */
export function allRulebooks(): AnyRulebook[] {
  return [...rulebooks(), ...ownRulebooks.map(({ rulebook }) => rulebook)];
}

/** The rulebook that a record names, if the page has it. */
export function rulebookNamed(id: unknown): AnyRulebook | undefined {
  return allRulebooks().find((one) => rulebookId(one) === id);
}

/**
 * Reads rulebooks. One may stand upon another that is read with it, in any order, or was read before; one of the same id
 * takes the other's place. Gives the last that was read, and what is wrong with those that were not.
 */
export function readRulebooks<T extends { text: string }>(texts: readonly T[], locale: Locale): { last: LoadedRulebook | undefined; refused: (T & { faults: Fault[] })[] } {
  let last: LoadedRulebook | undefined;
  let waiting = texts.map((one) => ({ ...one, faults: [] as Fault[] }));
  // As long as one can be read, the others may be.
  for (let before = -1; waiting.length !== before; ) {
    before = waiting.length;
    waiting = waiting.filter((one) => {
      const loaded = loadRulebook(one.text, { locale, extends: ownRulebooks.map(({ rulebook }) => rulebook) });
      if (loaded.ok) {
        last = loaded.rulebook;
        put({ rulebook: loaded.rulebook, text: one.text });
      } else {
        one.faults = loaded.faults;
      }
      return !loaded.ok;
    });
  }
  return { last, refused: waiting };
}

export function forgetRulebook(id: string): void {
  const at = ownRulebooks.findIndex(({ rulebook }) => rulebook.id === id);
  if (at >= 0) {
    ownRulebooks.splice(at, 1);
  }
}

function put(own: OwnRulebook): void {
  const at = ownRulebooks.findIndex(({ rulebook }) => rulebook.id === own.rulebook.id);
  ownRulebooks.splice(at < 0 ? ownRulebooks.length : at, 1, own);
}
