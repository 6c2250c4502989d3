import type { Contradiction, Fault, Judgement } from "gongwei";
import type { JsonObject } from "../record/pointer";
import { nameOf } from "../record/titles";
import { choiceOf, say, words } from "../words";
import { rules } from "./rules";

export interface FactLine {
  name: string;
  value: string;
}

/** What the engine saw, in words. */
export function factsOf(from: Judgement | Contradiction | Fault, document: JsonObject): FactLine[] {
  const facts = "facts" in from && from.facts && typeof from.facts === "object" ? from.facts : {};
  return Object.entries(facts).map(([name, value]) => ({ name: words.value.fact[name] ?? name, value: worded(name, value, document) }));
}

function worded(name: string, value: unknown, document: JsonObject): string {
  const text = String(value);
  switch (name) {
    case "step":
    case "other":
      return choiceOf("StepKind", text);
    case "seat":
      return choiceOf("Seat", text);
    case "audience":
      return choiceOf("Audience", text);
    case "organization":
      return nameOf(document, "organizations", text);
    case "person":
    case "relative":
      return nameOf(document, "people", text);
    case "relation":
      return choiceOf("Relation", text);
    case "cause":
      return choiceOf("Cause", text);
    case "committee":
      return say(rules.value?.committees[text]?.title) || text;
    default:
      return words.value.value[text] ?? choiceOf("Electorate", text);
  }
}
