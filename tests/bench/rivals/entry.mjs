// The norms of an entry: who may come, and by which steps. Whoever calls has seen that the entry is one of a
// concurrent member.
import { NEVER, daysFrom } from "./day.mjs";
import { broken } from "./finding.mjs";
import { NO, UNSURE, YES } from "./view.mjs";

const NOTICE_DAYS = 5;

export function eligible(view, at, found) {
  const holder = view.holders[at];
  const day = view.dayOfEntry(at);
  if (view.hasPost(holder, day, isEligibleUnitHead) === NO && isEstateHead(view, holder, day) === NO) {
    found.push(broken("sjc-eligible", `appointment:${view.appointments[at].id}`, `/appointments/${at}/person`));
  }
}

function isEligibleUnitHead(_view, post, organization) {
  if (post !== undefined && post !== "party-head") {
    return NO;
  }
  if (organization === undefined) {
    return UNSURE;
  }
  const { kind, inArea, sector } = organization;
  if ((kind !== undefined && kind !== "unit") || inArea === false || sector === null || sector === "military" || sector === "other") {
    return NO;
  }
  return post === undefined || kind === undefined || inArea === undefined || sector === undefined ? UNSURE : YES;
}

function isEstateHead(view, person, day) {
  const { partyMember } = view.people[person];
  if (partyMember === false) {
    return NO;
  }
  const head = view.hasPost(person, day, isHeadOfEstate);
  return partyMember === undefined ? Math.min(UNSURE, head) : head;
}

function isHeadOfEstate(_view, post, organization) {
  if (post !== undefined && post !== "head") {
    return NO;
  }
  if (organization === undefined) {
    return UNSURE;
  }
  const { kind, inArea } = organization;
  if ((kind !== undefined && kind !== "property-company" && kind !== "owners-committee") || inArea === false) {
    return NO;
  }
  return post === undefined || kind === undefined || inArea === undefined ? UNSURE : YES;
}

/** The place of a step in the procedure; a copy has none. */
function placeOf(kind) {
  switch (kind) {
    case "nomination": return 0;
    case "resolution": return 1;
    case "public-notice": return 2;
    case "filing": return 3;
    case "certificate": return 4;
    default: return -1;
  }
}

const NOTICE = 2;
const CERTIFICATE = 4;
const LAST = 4;

/** The day of a step: its own, else that of the meeting it names; `undefined` where the record does not say. */
function dayOf(view, { on, meeting }) {
  return on ?? (meeting === undefined || meeting === null ? undefined : view.meetings[view.index.meetings.get(meeting)].on);
}

/** Whether a step counts: one that is still to come does not. */
function isTaken(view, step) {
  const day = dayOf(view, step);
  return day === undefined || day <= view.on;
}

/** What stands at each place of the procedure: how many steps, and the last of them. One for all entries, read anew. */
const there = { steps: [], counts: new Int32Array(LAST + 1), lasts: new Int32Array(LAST + 1) };

/** The steps of an entry; `undefined` where the record does not say, or where one that counts may be any. */
export function stepsOf(view, at) {
  const { entry } = view.appointments[at];
  if (entry === undefined) {
    return undefined;
  }
  there.steps = entry ?? [];
  there.counts.fill(0);
  for (let index = 0; index < there.steps.length; index++) {
    const step = there.steps[index];
    if (isTaken(view, step)) {
      if (step.step === undefined) {
        return undefined;
      }
      const place = placeOf(step.step);
      if (place >= 0) {
        there.counts[place] += 1;
        there.lasts[place] = index;
      }
    }
  }
  return there;
}

/** What `find` says beside the place of a step. */
const NOWHERE = -1;
const UNDECIDED = -2;

/** The steps of entry in their order; the first that is missing, out of order or too late breaks the norm. */
export function entrySteps(view, at, there, found) {
  const fault = faultOf(view, there, view.firsts[at] <= view.on ? view.firsts[at] : NEVER);
  if (fault !== undefined) {
    const place = fault === NOWHERE ? "" : `/${fault}`;
    found.push(broken("sjc-entry-steps", `appointment:${view.appointments[at].id}`, `/appointments/${at}/entry${place}`));
  }
}

/** The step that breaks the order, or that a step is missing; `undefined` where neither can be said. */
function faultOf(view, there, first) {
  const { steps, counts } = there;
  let last = NOWHERE;
  for (let place = 0; place <= LAST; place++) {
    if (counts[place] === 0) {
      return first !== NEVER || isFollowed(counts, place) ? NOWHERE : undefined;
    }
    const next = counts[place] === 1 ? only(view, there, place, last) : find(view, steps, place, last);
    if (next === UNDECIDED) {
      return undefined;
    }
    if (next === NOWHERE) {
      return firstOf(view, steps, place);
    }
    if (dayOf(view, steps[next]) > first) {
      return next;
    }
    last = next;
  }
  return undefined;
}

function isFollowed(counts, place) {
  for (let later = place + 1; later <= LAST; later++) {
    if (counts[later] > 0) {
      return true;
    }
  }
  return false;
}

/** The only step of a place, unless it comes before the one that it must follow. */
function only(view, { steps, lasts }, place, last) {
  const at = lasts[place];
  return last !== NOWHERE && isAfter(view, steps, last, at) === NO ? NOWHERE : at;
}

/** Of several steps the one that fills a place of the procedure: the earliest after the one before it. */
function find(view, steps, place, last) {
  let anyPasses = false;
  for (let at = 0; at < steps.length; at++) {
    const step = steps[at];
    if (placeOf(step.step) === place && isTaken(view, step)) {
      if (dayOf(view, step) === undefined || (step.step === "resolution" && step.passed === undefined)) {
        return UNDECIDED;
      }
      anyPasses ||= step.passed !== false;
    }
  }
  let best = NOWHERE;
  let isUnsure = false;
  for (let at = 0; at < steps.length; at++) {
    const step = steps[at];
    if (placeOf(step.step) !== place || !isTaken(view, step) || (anyPasses && step.passed === false)) {
      continue;
    }
    const follows = last === NOWHERE ? YES : isAfter(view, steps, last, at);
    if (follows === YES && (best === NOWHERE || dayOf(view, step) < dayOf(view, steps[best]))) {
      best = at;
    }
    isUnsure ||= follows === UNSURE;
  }
  return best === NOWHERE && isUnsure ? UNDECIDED : best;
}

/** Whether a step comes after another: after a public notice on a day after its last. */
function isAfter(view, steps, before, at) {
  const day = dayOf(view, steps[at]);
  if (day === undefined) {
    return UNSURE;
  }
  const earlier = steps[before];
  const other = dayOf(view, earlier);
  if (earlier.step === "public-notice") {
    if (earlier.through !== undefined && earlier.through !== null) {
      return day > earlier.through ? YES : NO;
    }
    return other !== undefined && day <= other ? NO : UNSURE;
  }
  if (other === undefined) {
    return UNSURE;
  }
  return day > other || (day === other && at > before) ? YES : NO;
}

function firstOf(view, steps, place) {
  return steps.findIndex((step) => placeOf(step.step) === place && isTaken(view, step));
}

/** The step of a kind that counts: where one was taken again, the last before the stage that followed. */
function effective(view, { steps, counts, lasts }, place) {
  if (counts[place] < 2) {
    return counts[place] === 0 ? NOWHERE : lasts[place];
  }
  return lastBeforeStage(view, steps, place);
}

function lastBeforeStage(view, steps, place) {
  let stage = "";
  for (const step of steps) {
    if (placeOf(step.step) >= place && isTaken(view, step)) {
      const day = dayOf(view, step);
      if (day === undefined) {
        return UNDECIDED;
      }
      stage = placeOf(step.step) > place && day > stage ? day : stage;
    }
  }
  const latest = (limit) => {
    let best = NOWHERE;
    steps.forEach((step, at) => {
      const day = dayOf(view, step);
      if (placeOf(step.step) === place && day <= view.on && day <= limit && (best === NOWHERE || day >= dayOf(view, steps[best]))) {
        best = at;
      }
    });
    return best;
  };
  const before = latest(stage);
  return before === NOWHERE ? latest(NEVER) : before;
}

/** The notice runs five days, both ends counted, before what follows it. */
export function noticeDays(view, at, there, found) {
  const { steps } = there;
  const taken = effective(view, there, NOTICE);
  const first = taken < 0 ? undefined : dayOf(view, steps[taken]);
  if (first === undefined) {
    return;
  }
  const { through } = steps[taken];
  let closed = view.firsts[at] <= view.on ? view.firsts[at] : NEVER;
  for (let index = 0; index < steps.length; index++) {
    if (placeOf(steps[index].step) > NOTICE) {
      const day = dayOf(view, steps[index]);
      if (day < closed && day <= view.on) {
        closed = day;
      }
    }
  }
  const isTooShort = through !== undefined && through !== null && daysFrom(first, through) + 1 < NOTICE_DAYS;
  if (isTooShort || (closed !== NEVER && daysFrom(first, closed) < NOTICE_DAYS)) {
    const { id } = view.appointments[at];
    found.push(broken("sjc-notice-days", `appointment:${id}`, `/appointments/${at}/entry/${taken}/through`));
  }
}

/** A copy goes to a unit of the member on the day of the certificate. */
export function copied(view, at, there, found) {
  const { steps } = there;
  const taken = effective(view, there, CERTIFICATE);
  const day = taken < 0 ? undefined : dayOf(view, steps[taken]);
  const holder = view.holders[at];
  if (day === undefined || view.on <= day || view.hasUnit(holder, day) !== YES) {
    return;
  }
  let otherDay = NOWHERE;
  let elsewhere = NOWHERE;
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index];
    if (step.step !== "copy" || !isTaken(view, step)) {
      continue;
    }
    const on = dayOf(view, step);
    const isRightDay = on === undefined ? UNSURE : on === day ? YES : NO;
    const isToUnit = step.to === undefined ? UNSURE : step.to === null ? NO : view.isUnitOf(holder, day, step.to);
    if (Math.min(isRightDay, isToUnit) !== NO) {
      return;
    }
    otherDay = otherDay === NOWHERE && isToUnit === YES ? index : otherDay;
    elsewhere = elsewhere === NOWHERE && isRightDay === YES ? index : elsewhere;
  }
  const path = `/appointments/${at}/entry`;
  const place = otherDay !== NOWHERE ? `/${otherDay}/on` : elsewhere !== NOWHERE ? `/${elsewhere}/to` : "";
  found.push(broken("sjc-copied", `appointment:${view.appointments[at].id}`, path + place));
}
