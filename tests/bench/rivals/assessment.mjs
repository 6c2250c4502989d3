// The norms of the yearly assessments of members and units, and of their results.
import { yearOf } from "./day.mjs";
import { broken } from "./finding.mjs";
import { NO, YES } from "./view.mjs";

/** Calls for each whole year whose assessments were due: with the year, its last day and the day they were due. */
function eachYearDue(view, act) {
  const { established, dissolved } = view.record.committee;
  if (established === undefined) {
    return;
  }
  for (let year = yearOf(established); ; year++) {
    const last = `${year}-12-31`;
    const due = `${year + 1}-03-31`;
    if (due >= view.on || (dissolved !== undefined && dissolved !== null && dissolved < last)) {
      return;
    }
    if (established <= `${year}-01-01`) {
      act(year, last, due);
    }
  }
}

/** Whether every assessment says whom it is about and for which year; one that does not may be any. */
function areAllClear(view) {
  return view.assessments.every(
    ({ on, person, organization, year }) => on > view.on || (year !== undefined && (person ?? organization) !== undefined),
  );
}

/** Every concurrent member of the year's last day is assessed. */
export function assessedMembers(view, found) {
  eachYearDue(view, (year, last, due) => {
    if (view.assessmentsThrough < due || !areAllClear(view)) {
      return;
    }
    for (let at = 0; at < view.appointments.length; at++) {
      const holder = view.holders[at];
      if (holder >= 0 && view.holds(at, last) && view.seatOn(holder, last) === at && view.isConcurrent(holder, last) === YES) {
        const { id } = view.people[holder];
        judge(view, year, due, "person", id, "sjc-assessed-members", `person:${id}`, found);
      }
    }
  });
}

/** Every unit that has a member on the year's last day is assessed. */
export function assessedUnits(view, found) {
  eachYearDue(view, (year, last, due) => {
    if (view.assessmentsThrough < due || !areAllClear(view)) {
      return;
    }
    const seen = new Set();
    view.someUnitOfMembers(last, (id) => {
      if (!seen.has(id)) {
        seen.add(id);
        judge(view, year, due, "organization", id, "sjc-assessed-units", `organization:${id}`, found);
      }
      return false;
    });
  });
}

/** Broken where there is none, or only late ones; the least late is named. */
function judge(view, year, due, about, id, norm, subject, found) {
  let latest = -1;
  for (let at = 0; at < view.assessments.length; at++) {
    const assessment = view.assessments[at];
    if (assessment.year !== year || assessment[about] !== id || assessment.on > view.on) {
      continue;
    }
    if (about === "organization" && assessment.person !== undefined) {
      continue;
    }
    if (!(assessment.on > due)) {
      return;
    }
    latest = latest < 0 || assessment.on < view.assessments[latest].on ? at : latest;
  }
  found.push(broken(norm, subject, latest < 0 ? "/assessments" : `/assessments/${latest}/on`, String(year)));
}

/** The result is fed back in writing to the unit. */
export function feedback(view, at, found) {
  const assessment = view.assessments[at];
  const given = assessment.feedback;
  if (given === undefined || assessment.on > view.on || (given !== null && given.on > view.on)) {
    return;
  }
  const has = hasUnit(view, assessment);
  const lacking = has === NO ? undefined : lackOf(view, assessment, given, has);
  if (lacking !== undefined) {
    found.push(broken("sjc-assessment-feedback", `assessment:${assessment.id}`, `/assessments/${at}/feedback${lacking}`));
  }
}

/** Whether there is a unit to feed the result back to; `NO` also where it cannot be told whose it would be. */
function hasUnit(view, { organization, person, on }) {
  if (organization !== undefined) {
    return YES;
  }
  return person === undefined || on === undefined ? NO : view.hasUnit(view.person(person), on);
}

function lackOf(view, { organization, person, on }, given, has) {
  if (given === null) {
    return has === YES ? "" : undefined;
  }
  const { to, written } = given;
  if (to !== undefined && isElsewhere(view, organization, person, on, to)) {
    return "/to";
  }
  return written === false ? "/written" : undefined;
}

function isElsewhere(view, organization, person, on, to) {
  if (to === null) {
    return true;
  }
  return organization === undefined ? view.isUnitOf(view.person(person), on, to) === NO : to !== organization;
}
