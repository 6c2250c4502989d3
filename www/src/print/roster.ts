import { find, seatsOn, text } from "../record/entries";
import { objectsAt, type JsonObject } from "../record/pointer";
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

export function roster(document: JsonObject, on: string, locale: Locale): Roster {
  const organization = (id: string): string => text(find(document, "organizations", id), "name") || id;
  const rank = (seat: JsonObject): number => words("Seat").indexOf(text(seat, "seat"));
  const rows = seatsOn(document, on)
    .map((seat, index) => ({ seat, index }))
    .sort((one, other) => rank(one.seat) - rank(other.seat) || one.index - other.index)
    .map(({ seat }): RosterRow => {
      const person = find(document, "people", text(seat, "person"));
      const posts = objectsAt(person, "/posts").filter((post) => text(post, "from") <= on && (text(post, "to") === "" || on <= text(post, "to")));
      return {
        name: text(person, "name") || text(seat, "person"),
        seat: nameOf("Seat", text(seat, "seat"), locale),
        posts: posts.map((post) => [organization(text(post, "organization")), nameOf("PostKind", text(post, "post"), locale)].filter((part) => part !== "").join(locale === "en" ? ", " : "")),
        from: text(seat, "from"),
        to: text(seat, "to") || text(find(document, "terms", text(seat, "term")), "to"),
        days: daysOf(objectsAt(seat, "/entry")),
      };
    });
  const steps = words("StepKind")
    .filter((step) => rows.some(({ days }) => days[step] !== undefined))
    .map((step) => ({ step, name: capital(nameOf("StepKind", step, locale)) }));
  return { steps, rows };
}

/** A public notice has two days; a step that was taken twice has the days of both. */
function daysOf(steps: JsonObject[]): Record<string, string> {
  const days: Record<string, string> = {};
  for (const step of steps) {
    const day = [text(step, "on"), text(step, "through")].filter((part) => part !== "").join(" — ");
    const kind = text(step, "step");
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

/** A heading begins with a capital, where there are any. */
function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
