// Random changes of a record, each from a seed: a list of edits `{ pointer, value }`, without a value where something is
// taken away.
import { WORDS } from "./rivals/shape.mjs";

/** Numbers from 0 up to 1, the same for the same seed. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const pick = (next, all) => all[Math.floor(next() * all.length)];

/** Every value of a record: where it is, what its field is called, and the value. */
function places(value, pointer = "", key = "") {
  const inside = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return [{ pointer, key, value }, ...inside.flatMap(([name, inner]) => places(inner, `${pointer}/${name}`, Array.isArray(value) ? key : name))];
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Fields of closed words, and the words. A step's and a seat's field are called like their list. */
const CLOSED = {
  kind: WORDS.KINDS,
  sector: WORDS.SECTORS,
  post: WORDS.POSTS,
  seat: WORDS.SEATS,
  step: WORDS.STEPS,
  cause: WORDS.CAUSES,
  outcome: WORDS.OUTCOMES,
  grade: WORDS.GRADES,
};

/** Fields that hold ids of people or of organizations. */
const PEOPLE = new Set(["person", "convenedBy", "chairedBy", "summedUpBy", "present", "proposedBy"]);
const ORGANIZATIONS = new Set(["organization", "by", "with", "to", "sentTo", "workingCommittee"]);
/** Inner lists of which order or length matters. */
const LISTS = new Set(["entry", "posts", "topics", "present", "proposedBy", "sentTo", "objections", "steps", "by"]);

function shifted(day, by) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}

/** How far days are shifted: often by little, so that bounds are met. */
const SHIFTS = [-400, -90, -30, -7, -3, -2, -1, -1, 1, 1, 2, 3, 7, 30, 90, 400];

/** The entries of a record that tell their steps. */
function stepsOf({ appointments = [] }) {
  return appointments.map(({ entry }, at) => ({ entry, at })).filter(({ entry }) => Array.isArray(entry));
}

/** Each class of changes: from a record, one change, or none where there is nothing to change. */
export const CLASSES = {
  "a day shifted": (record, next) => {
    const { pointer, value } = pick(next, places(record).filter(({ value }) => DAY.test(value)));
    return [{ pointer, value: shifted(value, pick(next, SHIFTS)) }];
  },
  "two days made one": (record, next) => {
    const days = places(record).filter(({ value }) => DAY.test(value));
    const { pointer } = pick(next, days);
    return [{ pointer, value: pick(next, days).value }];
  },
  "a field removed": (record, next) => {
    const { pointer } = pick(next, places(record).filter(({ pointer, key }) => !/\/\d+$/.test(pointer) && key !== "id" && pointer !== ""));
    return [{ pointer }];
  },
  "a field of a member or meeting removed": (record, next) => {
    const wanted = new Set(["on", "from", "to", "person", "seat", "entry", "posts", "organization", "post", "kind", "inArea", "through", "by", "present", "topics", "minutes", "notice", "year", "feedback", "written", "sentTo", "partyMember", "step", "sector"]);
    const there = places(record).filter(({ pointer, key }) => !/\/\d+$/.test(pointer) && wanted.has(key));
    return [{ pointer: pick(next, there).pointer }];
  },
  "a field emptied": (record, next) => {
    const wanted = new Set(["to", "from", "term", "entry", "posts", "through", "present", "topics", "minutes", "notice", "feedback", "sentTo", "convenedBy", "proposedBy", "sector", "time", "place", "purpose", "objections", "with"]);
    const there = places(record).filter(({ pointer, key }) => !/\/\d+$/.test(pointer) && wanted.has(key));
    return [{ pointer: pick(next, there).pointer, value: null }];
  },
  "another word": (record, next) => {
    const { pointer, key } = pick(next, places(record).filter(({ key, pointer }) => key in CLOSED && !pointer.startsWith("/committee")));
    return [{ pointer, value: pick(next, [...CLOSED[key]]) }];
  },
  "a flag turned": (record, next) => {
    const { pointer, value } = pick(next, places(record).filter(({ value }) => typeof value === "boolean"));
    return [{ pointer, value: !value }];
  },
  "another person": (record, next) => {
    const { pointer } = pick(next, places(record).filter(({ key, value }) => PEOPLE.has(key) && typeof value === "string"));
    return [{ pointer, value: pick(next, record.people).id }];
  },
  "another organization": (record, next) => {
    const { pointer } = pick(next, places(record).filter(({ key, value, pointer }) => ORGANIZATIONS.has(key) && typeof value === "string" && !DAY.test(value) && !pointer.startsWith("/terms")));
    return [{ pointer, value: pick(next, record.organizations).id }];
  },
  "an entry of an inner list removed": (record, next) => {
    const { pointer, value } = pick(next, places(record).filter(({ key, value }) => LISTS.has(key) && Array.isArray(value) && value.length > 0));
    return [{ pointer: `${pointer}/${Math.floor(next() * value.length)}` }];
  },
  "an inner list reversed": (record, next) => {
    const { pointer, value } = pick(next, places(record).filter(({ key, value }) => LISTS.has(key) && Array.isArray(value) && value.length > 1));
    return [{ pointer, value: [...value].reverse() }];
  },
  "an inner list emptied": (record, next) => {
    const { pointer } = pick(next, places(record).filter(({ key, value }) => LISTS.has(key) && Array.isArray(value)));
    return [{ pointer, value: [] }];
  },
  "a step taken again": (record, next) => {
    const entries = stepsOf(record).filter(({ entry }) => entry.length > 0);
    if (entries.length === 0) {
      return [];
    }
    const { entry, at } = pick(next, entries);
    const step = pick(next, entry);
    const again = { ...step, id: `again-${entry.length}`, ...(DAY.test(step.on) ? { on: shifted(step.on, pick(next, SHIFTS)) } : {}) };
    return [{ pointer: `/appointments/${at}/entry`, value: next() < 0.5 ? [...entry, again] : [again, ...entry] }];
  },
  "two steps of one day": (record, next) => {
    const entries = stepsOf(record).filter(({ entry }) => entry.length > 1);
    if (entries.length === 0) {
      return [];
    }
    const { entry, at } = pick(next, entries);
    const first = Math.floor(next() * (entry.length - 1));
    const [one, other] = entry.slice(first, first + 2);
    const pair = [one, { ...other, ...("on" in one ? { on: one.on } : {}) }];
    return [{ pointer: `/appointments/${at}/entry`, value: entry.toSpliced(first, 2, ...(next() < 0.5 ? pair : pair.reverse())) }];
  },
  "a resolution not passed, and one more": (record, next) => {
    const entries = stepsOf(record).filter(({ entry }) => entry.some(({ step }) => step === "resolution"));
    if (entries.length === 0) {
      return [];
    }
    const { entry, at } = pick(next, entries);
    const failed = { ...entry.find(({ step }) => step === "resolution"), id: "failed", passed: false };
    const days = entry.map(({ on }) => on).filter((on) => DAY.test(on));
    const again = days.length === 0 ? failed : { ...failed, on: pick(next, days) };
    const others = next() < 0.3 ? entry.map((step) => (step.step === "resolution" ? { ...step, passed: false } : step)) : entry;
    return [{ pointer: `/appointments/${at}/entry`, value: next() < 0.5 ? [...others, again] : [again, ...others] }];
  },
  "a step of a meeting's day, which is shifted": (record, next) => {
    const entries = stepsOf(record).filter(({ entry }) => entry.length > 0);
    const dated = (record.meetings ?? []).map(({ id, on }, at) => ({ id, on, at })).filter(({ on }) => DAY.test(on));
    if (entries.length === 0 || dated.length === 0) {
      return [];
    }
    const { entry, at } = pick(next, entries);
    const step = Math.floor(next() * entry.length);
    const meeting = pick(next, dated);
    const days = entry.map(({ on }) => on).filter((on) => DAY.test(on));
    return [
      { pointer: `/appointments/${at}/entry/${step}/meeting`, value: meeting.id },
      { pointer: `/appointments/${at}/entry/${step}/on` },
      { pointer: `/meetings/${meeting.at}/on`, value: shifted(pick(next, [meeting.on, ...days]), pick(next, [-1, 0, 0, 1])) },
    ];
  },
  "members removed": (record, next) => {
    const { appointments = [], attestations } = record;
    const gone = new Set();
    for (let count = pick(next, [1, 1, 2, 4, 5, 6, 7, 8]); count > 0 && appointments.length > 0; count--) {
      gone.add(pick(next, appointments).id);
    }
    return [
      ...(attestations ? [{ pointer: "/attestations", value: attestations.filter(({ about }) => !gone.has(about)) }] : []),
      { pointer: "/appointments", value: appointments.filter(({ id }) => !gone.has(id)) },
    ];
  },
  "a reference that leads nowhere": (record, next) => {
    const { pointer } = pick(next, places(record).filter(({ key, value }) => (PEOPLE.has(key) || ORGANIZATIONS.has(key) || key === "term" || key === "meeting" || key === "about") && typeof value === "string" && !DAY.test(value)));
    return [{ pointer, value: "nobody" }];
  },
  "an id that stands twice": (record, next) => {
    const lists = places(record).filter(({ value }) => Array.isArray(value) && value.length > 1 && value.every((one) => one?.id));
    const { pointer, value } = pick(next, lists);
    return [{ pointer: `${pointer}/${value.length - 1}/id`, value: value[0].id }];
  },
  "seats more": (record, next) => {
    const { appointments = [], people = [] } = record;
    if (appointments.length === 0 || people.length === 0) {
      return [];
    }
    const added = Array.from({ length: pick(next, [1, 1, 2, 3]) }, (_, at) => ({
      ...structuredClone(pick(next, appointments)),
      id: `more-${appointments.length + at}`,
      ...(next() < 0.7 ? { person: pick(next, people).id } : {}),
    }));
    return [{ pointer: "/appointments", value: [...appointments, ...added] }];
  },
  "a meeting dropped": (record, next) => {
    if (!record.meetings?.length) {
      return [];
    }
    return [{ pointer: `/meetings/${Math.floor(next() * record.meetings.length)}` }];
  },
  "a meeting more": (record, next) => {
    const { meetings = [] } = record;
    if (meetings.length === 0) {
      return [];
    }
    const added = { ...structuredClone(pick(next, meetings)), id: `more-${meetings.length}` };
    return [{ pointer: "/meetings", value: [...meetings, DAY.test(added.on) ? { ...added, on: shifted(added.on, pick(next, SHIFTS)) } : added] }];
  },
  "an assessment dropped": (record, next) => {
    if (!record.assessments?.length) {
      return [];
    }
    return [{ pointer: `/assessments/${Math.floor(next() * record.assessments.length)}` }];
  },
  "nobody's list": (record, next) => [{ pointer: `/completeThrough/${pick(next, ["appointments", "meetings", "assessments"])}` }],
  "a committee of other days": (record, next) => {
    const field = pick(next, ["established", "dissolved"]);
    return [{ pointer: `/committee/${field}`, value: pick(next, ["2023-01-01", "2024-12-31", "2025-06-30", "2025-12-31", "2026-03-31", "2026-06-30", "2026-07-01"]) }];
  },
  "no record any more": (record, next) => {
    const { pointer } = pick(next, places(record).filter(({ pointer }) => pointer !== ""));
    return [{ pointer, value: pick(next, ["2024-0", "", 7, -1, {}, [], true, "2026-02-29", "nobody", null]) }];
  },
};

/** One change of a record, of a class that the seed chooses. */
export function change(record, next) {
  const [name, make] = pick(next, Object.entries(CLASSES));
  return { name, edits: make(record, next) };
}
