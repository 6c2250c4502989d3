import { ORGANIZATION_KINDS, POSTS, SEATS, SECTORS, type Choices } from "./choices";
import { TEMPLATE_COLUMNS, type ColumnKey } from "./columns";
import { idOf } from "../record/entries";
import { isObject, objectsAt, type JsonObject } from "../record/pointer";
import type { Cell } from "./table";

/** The members of a record as rows of the template: what the template has columns for, and nothing else. */
export function memberRows(document: JsonObject): Cell[][] {
  const units = byId(document, "/organizations");
  const people = byId(document, "/people");
  const terms = byId(document, "/terms");
  return objectsAt(document, "/appointments").map((seat) => {
    const cells = rowOf(seat, people.get(String(seat.person)), units, terms);
    return TEMPLATE_COLUMNS.map(({ key }) => cells[key] ?? null);
  });
}

function rowOf(seat: JsonObject, person: JsonObject | undefined, units: ReadonlyMap<string, JsonObject>, terms: ReadonlyMap<string, JsonObject>): Partial<Record<ColumnKey, Cell>> {
  const unitName = (id: unknown): Cell => text(units.get(String(id))?.name ?? id);
  const names = (ids: unknown): Cell => (Array.isArray(ids) ? (ids.length === 0 ? "无" : ids.map(unitName).join("、")) : null);
  const [own, other] = postsByUnit(person);
  const unit = units.get(String(own?.unit));
  const steps = Array.isArray(seat.entry) ? objectsAt(seat, "/entry") : undefined;
  const step = (kind: string): JsonObject => steps?.find((one) => one.step === kind) ?? {};
  const { votes: counted } = step("resolution");
  const votes = isObject(counted) ? counted : {};
  const objections = step("public-notice").objections;
  return {
    name: text(person?.name),
    seat: named(SEATS, seat.seat),
    unit: own ? unitName(own.unit) : null,
    unitKind: named(ORGANIZATION_KINDS, unit?.kind),
    sector: named(SECTORS, unit?.sector),
    inArea: flag(unit?.inArea),
    post: titles(own?.posts),
    postFrom: text(own?.posts[0]?.from),
    postTo: text(own?.posts[0]?.to),
    otherUnit: other ? unitName(other.unit) : null,
    otherPost: titles(other?.posts),
    otherFrom: text(other?.posts[0]?.from),
    otherTo: text(other?.posts[0]?.to),
    partyMember: flag(person?.partyMember),
    from: text(seat.from),
    to: text(seat.to),
    term: text(terms.get(String(seat.term))?.ordinal),
    supplement: flag(seat.supplement),
    links: names(seat.links),
    affiliationMoved: flag(seat.affiliationMoved),
    employed: flag(seat.employed),
    volunteer: flag(seat.volunteer),
    // An empty list of steps says that there were none.
    nominationOn: steps?.length === 0 ? "无" : text(step("nomination").on),
    nominationBy: names(step("nomination").by),
    nominationAgreedWith: names(step("nomination").agreedWith),
    resolutionOn: text(step("resolution").on),
    resolutionBy: names(step("resolution").by),
    resolutionPassed: flag(step("resolution").passed),
    votesDue: text(votes.due),
    votesPresent: text(votes.present),
    votesFor: text(votes.for),
    votesAgainst: text(votes.against),
    votesAbstained: text(votes.abstained),
    approvalOn: text(step("approval").on),
    approvalBy: names(step("approval").by),
    approvalPassed: flag(step("approval").passed),
    noticeOn: text(step("public-notice").on),
    noticeThrough: text(step("public-notice").through),
    objections: Array.isArray(objections) ? (objections.length === 0 ? "无" : "有") : null,
    filingOn: text(step("filing").on),
    filingWith: step("filing").with === undefined ? null : unitName(step("filing").with),
    certificateOn: text(step("certificate").on),
    certificateBy: names(step("certificate").by),
    copyOn: text(step("copy").on),
    copyTo: step("copy").to === undefined ? null : unitName(step("copy").to),
  };
}

/** A person's posts, those of one organization and the same days together. */
function postsByUnit(person: JsonObject | undefined): { unit: unknown; posts: JsonObject[] }[] {
  const groups: { unit: unknown; posts: JsonObject[] }[] = [];
  for (const post of objectsAt(person, "/posts")) {
    const group = groups.find(({ unit, posts }) => unit === post.organization && posts[0]?.from === post.from && posts[0]?.to === post.to);
    if (group) {
      group.posts.push(post);
    } else {
      groups.push({ unit: post.organization, posts: [post] });
    }
  }
  return groups;
}

function titles(posts: JsonObject[] | undefined): Cell {
  const all = (posts ?? []).map(({ post }) => named(POSTS, post)).filter((title) => title !== null);
  return all.length === 0 ? null : all.join("、");
}

function named(choices: Choices, word: unknown): Cell {
  return choices.find(([one]) => one === word)?.[1] ?? text(word);
}

function flag(value: unknown): Cell {
  return typeof value === "boolean" ? (value ? "是" : "否") : text(value);
}

function text(value: unknown): Cell {
  return value === undefined || value === null ? null : typeof value === "string" ? value : JSON.stringify(value);
}

function byId(document: JsonObject, list: string): ReadonlyMap<string, JsonObject> {
  return new Map(objectsAt(document, list).map((entry) => [idOf(entry), entry]));
}
