import { CHOICES } from "../words/fields";

/** The roster for filing: who sits on a day, what they are where they come from, and how they came into the seat. */
export interface Roster {
  /** The steps that at least one of them went through, in the order of a procedure. */
  steps: StepHeading[];
  rows: RosterRow[];
}

export interface StepHeading {
  step: string;
  name: string;
}

export interface RosterRow {
  name: string;
  seat: string;
  /** Organization and post, a line for each. */
  posts: string[];
  from: string;
  to: string;
  /** The days of the steps, by step. */
  days: Record<string, string>;
}

export type Locale = "zh-CN" | "en";
type Entry = Record<string, unknown>;

export function roster(document: unknown, on: string, locale: Locale): Roster {
  const record = isEntry(document) ? document : {};
  const units = byId(record.organizations);
  const people = byId(record.people);
  const terms = byId(record.terms);
  const held = list(record.appointments).filter((seat) => isHeld(seat, terms, on));
  const rank = (seat: Entry): number => words("Seat").indexOf(String(seat.seat));
  const rows = [...held]
    .map((seat, index) => ({ seat, index }))
    .sort((one, other) => rank(one.seat) - rank(other.seat) || one.index - other.index)
    .map(({ seat }): RosterRow => {
      const person = people.get(String(seat.person));
      return {
        name: text(person?.name) || text(seat.person),
        seat: nameOf("Seat", text(seat.seat), locale),
        posts: list(person?.posts)
          .filter((post) => text(post.from) <= on && (text(post.to) === "" || on <= text(post.to)))
          .map((post) => [text(units.get(text(post.organization))?.name) || text(post.organization), nameOf("PostKind", text(post.post), locale)].filter((part) => part !== "").join(locale === "en" ? ", " : "")),
        from: text(seat.from),
        to: text(seat.to) || text(terms.get(text(seat.term))?.to),
        days: daysOf(list(seat.entry)),
      };
    });
  const steps = words("StepKind")
    .filter((step) => rows.some(({ days }) => days[step] !== undefined))
    .map((step) => ({ step, name: nameOf("StepKind", step, locale) }));
  return { steps, rows };
}

function isHeld(seat: Entry, terms: ReadonlyMap<string, Entry>, on: string): boolean {
  const ends = [text(seat.to), text(terms.get(text(seat.term))?.to)].filter((end) => end !== "");
  return text(seat.from) !== "" && text(seat.from) <= on && ends.every((end) => on <= end);
}

/** A public notice has two days; a step that was taken twice has the days of both. */
function daysOf(steps: Entry[]): Record<string, string> {
  const days: Record<string, string> = {};
  for (const step of steps) {
    const day = [text(step.on), text(step.through)].filter((part) => part !== "").join(" — ");
    const kind = text(step.step);
    if (day !== "") {
      days[kind] = days[kind] === undefined ? day : `${days[kind]}; ${day}`;
    }
  }
  return days;
}

function words(type: string): string[] {
  return Object.keys(CHOICES).flatMap((key) => (key.startsWith(`${type}.`) ? [key.slice(type.length + 1)] : []));
}

function nameOf(type: string, word: string, locale: Locale): string {
  return CHOICES[`${type}.${word}`]?.[locale === "en" ? 1 : 0] ?? word;
}

function text(value: unknown): string {
  return value === undefined || value === null ? "" : typeof value === "string" ? value : JSON.stringify(value);
}

function byId(value: unknown): ReadonlyMap<string, Entry> {
  return new Map(list(value).map((entry) => [String(entry.id), entry]));
}

function list(value: unknown): Entry[] {
  return Array.isArray(value) ? value.filter(isEntry) : [];
}

function isEntry(value: unknown): value is Entry {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
