import { choiceOf, entryName, words } from "../words";
import { find, text } from "./entries";
import { isObject, type Json, type JsonObject } from "./pointer";
import type { ListName, Noun } from "./shape";
import { LISTS } from "./shape";

/** How an entry is called in a list, and what stands beside its name. */
export interface Title {
  name: string;
  detail: string;
}

/** What a reference's entry is called. */
export function nameOf(document: JsonObject, list: ListName, id: string): string {
  const entry = find(document, list, id);
  return entry === undefined ? words.value.dangling(id) : titleOf(document, LISTS.get(list) ?? "", list, entry).name;
}

export function titleOf(document: JsonObject, noun: Noun, list: ListName, entry: Json | undefined): Title {
  const made = isObject(entry) ? make(document, noun, entry) : { name: "", detail: "" };
  return { name: made.name || words.value.entryUnnamed(entryName(list)), detail: made.detail };
}

function make(document: JsonObject, noun: Noun, entry: JsonObject): Title {
  const get = (key: string): string => text(entry, key);
  const choice = (type: string, key: string): string => (get(key) === "" ? "" : choiceOf(type, get(key)));
  const ref = (list: ListName, key: string): string => (get(key) === "" ? "" : nameOf(document, list, get(key)));
  switch (noun) {
    case "Organization":
      return { name: get("name"), detail: joined(choice("OrganizationKind", "kind"), choice("Sector", "sector")) };
    case "Person":
      return { name: get("name"), detail: posts(document, entry) };
    case "Term":
      return { name: get("ordinal") === "" ? span(entry) : words.value.termOrdinal(get("ordinal")), detail: span(entry) };
    case "Appointment":
      return { name: ref("people", "person"), detail: joined(choice("Seat", "seat"), span(entry)) };
    case "Meeting":
      return { name: get("on"), detail: topics(entry) };
    case "ProblemList":
      return { name: ref("organizations", "to"), detail: get("on") };
    case "Assessment":
      return { name: ref("people", "person") || ref("organizations", "organization"), detail: joined(get("year"), choice("Grade", "grade")) };
    case "DutyReport":
    case "PerformanceReport":
      return { name: ref("people", "person"), detail: joined(get("year"), get("on")) };
    case "TrainingClass":
      return { name: get("on"), detail: get("hours") === "" ? "" : words.value.hours(get("hours")) };
    case "Attestation":
      return { name: choice("Claim", "claim"), detail: about(document, get("about")) };
    case "Post":
      return { name: choice("PostKind", "post"), detail: ref("organizations", "organization") };
    case "Topic":
      return { name: get("title"), detail: "" };
    case "Objection":
      return { name: get("on"), detail: choice("Outcome", "outcome") };
    default:
      return { name: get("name") || get("title") || get("on"), detail: "" };
  }
}

function span(entry: JsonObject): string {
  const [from, to] = [text(entry, "from"), text(entry, "to")];
  return from === "" && to === "" ? "" : to === "" ? words.value.since(from) : `${from} — ${to}`;
}

function posts(document: JsonObject, person: JsonObject): string {
  const all = Array.isArray(person.posts) ? person.posts : [];
  const current = all.filter((post) => text(post, "to") === "");
  return (current.length > 0 ? current : all).map((post) => joinedTight(text(post, "organization") && nameOf(document, "organizations", text(post, "organization")), text(post, "post") && choiceOf("PostKind", text(post, "post")))).join("；");
}

function topics(meeting: JsonObject): string {
  const all = Array.isArray(meeting.topics) ? meeting.topics : [];
  return all.map((topic) => text(topic, "title")).filter((title) => title !== "").join("；");
}

/** Whom an attestation is about: a unit, a seat or a person. */
function about(document: JsonObject, id: string): string {
  const list = ["organizations", "appointments", "people"].find((one) => find(document, one, id) !== undefined);
  return id === "" ? "" : list === undefined ? words.value.dangling(id) : nameOf(document, list, id);
}

function joined(...parts: string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}

function joinedTight(...parts: string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}

