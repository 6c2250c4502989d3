import type { AnyRulebook, Fault, LoadedRulebook, Locale } from "gongwei";
import { shallowReactive, shallowRef } from "vue";
import { layers, lint, loadRulebook, rulebooks } from "./gongwei";

/** The rulebook of one who has chosen none. */
export const FIRST = "gannan-2020";

/** A rulebook from a file, and what the file says. */
export interface OwnRulebook {
  rulebook: LoadedRulebook;
  text: string;
}

/** The calendar of working days from a file, for all rulebooks from files. */
export interface OwnCalendar {
  from: string;
  through: string;
  text: string;
}

/** What a file says by which records are judged; no rulebook can have the id of the calendar. */
export interface OwnRules {
  id: string;
  text: string;
}

export const CALENDAR = "gongwei/calendar";

export const ownRulebooks = shallowReactive<OwnRulebook[]>([]);
export const ownCalendar = shallowRef<OwnCalendar>();

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

/** All that was read from files. */
export function ownRules(): OwnRules[] {
  const calendar = ownCalendar.value;
  return [...(calendar ? [{ id: CALENDAR, text: calendar.text }] : []), ...ownRulebooks.map(({ rulebook, text }) => ({ id: rulebook.id, text }))];
}

/**
 * Reads rulebooks and a calendar. A rulebook may stand upon another that is read with it, in any order, or was read before;
 * one of the same id takes the other's place, and so does a calendar. Gives the last rulebook that was read, and what is
 * wrong with those that were not.
 */
export function readRules<T extends { text: string }>(texts: readonly T[], locale: Locale): { last: LoadedRulebook | undefined; refused: (T & { faults: Fault[] })[] } {
  const all = texts.map((one) => ({ ...one, isCalendar: isCalendar(one.text), faults: [] as Fault[] }));
  const refused = all.filter((one) => {
    one.faults = one.isCalendar ? readCalendar(one.text, locale) : [];
    return one.faults.length > 0;
  });
  let last: string | undefined;
  let waiting = all.filter((one) => !one.isCalendar);
  // As long as one can be read, the others may be.
  for (let before = -1; waiting.length !== before; ) {
    before = waiting.length;
    waiting = waiting.filter((one) => {
      one.faults = read(one.text, locale, (id) => (last = id));
      return one.faults.length > 0;
    });
  }
  if (waiting.length + refused.length < texts.length) {
    renew(locale);
  }
  return { last: ownRulebooks.find(({ rulebook }) => rulebook.id === last)?.rulebook, refused: [...refused, ...waiting] };
}

export function forgetRules(id: string, locale: Locale): void {
  const at = ownRulebooks.findIndex(({ rulebook }) => rulebook.id === id);
  if (id === CALENDAR) {
    ownCalendar.value = undefined;
    renew(locale);
  } else if (at >= 0) {
    ownRulebooks.splice(at, 1);
  }
}

/** What stands upon another, or counts by the calendar, is what it is by those that are there now. */
function renew(locale: Locale): void {
  // Whoever stands upon another has more layers than it.
  const layered = ownRulebooks.map((own) => ({ own, height: layers(own.rulebook).length }));
  layered.sort((one, other) => one.height - other.height).forEach(({ own }) => read(own.text, locale));
}

function read(text: string, locale: Locale, done?: (id: string) => void): Fault[] {
  const calendar = ownCalendar.value?.text;
  const loaded = loadRulebook(text, { locale, extends: ownRulebooks.map(({ rulebook }) => rulebook), ...(calendar !== undefined && { calendar }) });
  if (!loaded.ok) {
    return loaded.faults;
  }
  const { rulebook } = loaded;
  const at = ownRulebooks.findIndex((own) => own.rulebook.id === rulebook.id);
  ownRulebooks.splice(at < 0 ? ownRulebooks.length : at, 1, { rulebook, text });
  done?.(rulebook.id);
  return [];
}

function isCalendar(text: string): boolean {
  try {
    return String((JSON.parse(text) as { schema?: unknown } | null)?.schema).startsWith(`${CALENDAR}/`);
  } catch (_noJson) {
    return false;
  }
}

/** A calendar is read with a rulebook, whichever it is. */
function readCalendar(text: string, locale: Locale): Fault[] {
  const faults = lint(layers(FIRST)[0], { locale, calendar: text });
  if (faults.length === 0) {
    const { from, through } = JSON.parse(text) as OwnCalendar;
    ownCalendar.value = { from, through, text };
  }
  return faults;
}
