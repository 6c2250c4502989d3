import { fieldsOf, type Field, type Noun } from "./shape";
import type { JsonObject } from "./pointer";

/**
 * How the fields of a noun are laid out: those named come first, in this order. What is not named here stands at its end,
 * so that no field of the schema is ever left out.
 */
const ORDER: Record<Noun, string[]> = {
  Organization: ["name", "kind", "sector", "inArea"],
  Step: ["on", "through", "by", "with", "to", "meeting", "passed", "agreedWith", "votes", "objections"],
  // A notice names topics, so these come first.
  Meeting: ["on", "convenedBy", "chairedBy", "summedUpBy", "present", "attending", "topics", "notice", "minutes"],
  Assessment: ["year", "person", "organization", "grade", "serious", "on", "feedback", "authorityFeedback", "accountabilityProposed"],
  Topic: ["title", "proposedBy", "opinionsSought", "consulted", "conclusion", "passed", "votes", "reports"],
  Notice: ["on", "time", "place", "purpose", "topics"],
};

/** What each step asks for; of another step it shows what is filled in. */
const STEP_FIELDS: Record<string, string[]> = {
  nomination: ["on", "by", "agreedWith"],
  resolution: ["on", "by", "meeting", "passed", "votes"],
  approval: ["on", "by", "passed"],
  "public-notice": ["on", "through", "objections"],
  filing: ["on", "with"],
  certificate: ["on", "by"],
  copy: ["on", "to"],
  notification: ["on", "by"],
};

/** Fields that only some entries ask for: shown where they are asked for, or filled in. */
function isAsked({ noun, key }: Field, entry: JsonObject): boolean {
  switch (noun) {
    case "Step": {
      const asked = STEP_FIELDS[String(entry.step)];
      return key === "step" || asked === undefined || asked.includes(key);
    }
    case "Assessment":
      if (key === "serious" || key === "authorityFeedback") {
        return entry.grade === "poor" && entry.organization === undefined;
      }
      return key === "accountabilityProposed" ? entry.serious === true : !(key === "organization" && entry.person) && !(key === "person" && entry.organization);
    case "Organization":
      return key !== "sector" && key !== "inArea" ? true : ["unit", "property-company", "owners-committee", "other"].includes(String(entry.kind)) && (key === "inArea" || entry.kind === "unit");
    default:
      return true;
  }
}

/** The fields of an entry to show, in order. */
export function shownFields(noun: Noun, entry: JsonObject, without: readonly string[] = []): Field[] {
  const order = ORDER[noun] ?? [];
  const rank = ({ key }: Field): number => (order.includes(key) ? order.indexOf(key) : order.length);
  return fieldsOf(noun)
    .filter((field) => !without.includes(field.key) && (entry[field.key] !== undefined || isAsked(field, entry)))
    .map((field, index) => ({ field, index }))
    .sort((one, other) => rank(one.field) - rank(other.field) || one.index - other.index)
    .map(({ field }) => field);
}

/** Fields that long words, or many of them, are put into. */
const BROAD: readonly string[] = ["Meeting.attending", "Meeting.excused", "Notice.topics", "Minutes.sentTo", "Objection.outcome", "Topic.consulted"];

/** How much of a line a field takes: all of it, or, where four words stand side by side, two parts. */
export function widthOf({ noun, key, kind, words }: Field): "wide" | "broad" | undefined {
  const isBroad = (kind === "choice" && words?.all.length === 4) || BROAD.includes(`${noun}.${key}`);
  return kind === "group" || kind === "list" || kind === "long-text" ? "wide" : isBroad ? "broad" : undefined;
}
