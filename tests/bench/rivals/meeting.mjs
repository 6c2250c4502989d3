// The norms of meetings and of what they talk about.
import { firstOfQuarter, lastOfQuarter, quarterName, quarterOf } from "./day.mjs";
import { broken } from "./finding.mjs";
import { NO } from "./view.mjs";

/** A meeting that is still to come is not judged; one without a day is, as far as it can be. */
const isToCome = ({ on }, view) => on > view.on;

/** At least one meeting in each whole quarter. */
export function quarterly(view, found) {
  const { established, dissolved } = view.record.committee;
  if (established === undefined) {
    return;
  }
  const isOver = dissolved !== undefined && dissolved !== null;
  const start = quarterOf(established);
  const end = quarterOf(isOver && dissolved < view.on ? dissolved : view.on);
  const counts = new Uint8Array(Math.max(0, end - start + 1));
  for (let at = 0; at < view.meetings.length; at++) {
    const { on } = view.meetings[at];
    if (on === undefined) {
      return;
    }
    if (on <= view.on && on >= established) {
      counts[quarterOf(on) - start] = 1;
    }
  }
  for (let quarter = start; quarter <= end; quarter++) {
    const last = lastOfQuarter(quarter);
    const isWhole = established <= firstOfQuarter(quarter) && !(isOver && dissolved < last);
    if (isWhole && counts[quarter - start] === 0 && last < view.on && last <= view.meetingsThrough) {
      found.push(broken("sjc-quarterly", "committee", "/meetings", quarterName(quarter)));
    }
  }
}

/** The secretary of the day on which the notice went out convenes. */
export function convened(view, at, found) {
  const meeting = view.meetings[at];
  const { convenedBy, notice } = meeting;
  if (convenedBy === undefined || isToCome(meeting, view)) {
    return;
  }
  if (convenedBy === null || !mayHaveConvened(view, view.person(convenedBy), notice, meeting.on)) {
    found.push(broken("sjc-convened", `meeting:${meeting.id}`, `/meetings/${at}/convenedBy`));
  }
}

function mayHaveConvened(view, person, notice, on) {
  if (notice === null) {
    return on === undefined || view.isSecretaryOn(person, on) !== NO;
  }
  if (notice !== undefined && notice.on !== undefined) {
    return view.isSecretaryOn(person, notice.on) !== NO;
  }
  return on === undefined || view.mayHaveBeenSecretary(person);
}

/** At least half of the members of the day are present. */
export function quorum(view, at, found) {
  const meeting = view.meetings[at];
  const { on, present } = meeting;
  if (on === undefined || on > view.on || present === undefined || !view.areAppointmentsComplete(on)) {
    return;
  }
  view.countMembers(on);
  if (present === null) {
    view.atMost = 0;
  } else {
    view.countAmong(present, on);
  }
  if (2 * view.atMost < view.membersSurely) {
    found.push(broken("sjc-quorum", `meeting:${meeting.id}`, `/meetings/${at}/present`));
  }
}

/** A topic comes from the secretary, or from a third of the members together. */
export function topicSource(view, at, found) {
  const meeting = view.meetings[at];
  const { on, topics } = meeting;
  if (on === undefined || on > view.on || !topics) {
    return;
  }
  for (let index = 0; index < topics.length; index++) {
    const { id, proposedBy } = topics[index];
    if (proposedBy !== undefined && isFromTooFew(view, proposedBy, on)) {
      found.push(broken("sjc-topic-source", `topic:${meeting.id}/${id}`, `/meetings/${at}/topics/${index}/proposedBy`));
    }
  }
}

function isFromTooFew(view, proposers, on) {
  if (proposers === null) {
    return true;
  }
  for (let at = 0; at < proposers.length; at++) {
    if (view.isSecretaryOn(view.person(proposers[at]), on) !== NO) {
      return false;
    }
  }
  view.countMembers(on);
  view.countAmong(proposers, on);
  return view.atMost === 0 || 3 * view.atMost < view.membersSurely;
}

/** The notice goes out on an earlier day and tells topics, time, place and purpose. */
export function meetingNotice(view, at, found) {
  const meeting = view.meetings[at];
  const { on, notice, id } = meeting;
  if (notice === undefined || isToCome(meeting, view)) {
    return;
  }
  const lacking = notice === null ? "" : lackOf(notice, on);
  if (lacking !== undefined) {
    found.push(broken("sjc-meeting-notice", `meeting:${id}`, `/meetings/${at}/notice${lacking}`));
  }
}

function lackOf({ on, topics, time, place, purpose }, day) {
  if (on >= day) {
    return "/on";
  }
  if (topics === null || (topics !== undefined && topics.length === 0)) {
    return "/topics";
  }
  if (isBlank(time)) {
    return "/time";
  }
  if (isBlank(place)) {
    return "/place";
  }
  return isBlank(purpose) ? "/purpose" : undefined;
}

const isBlank = (text) => text === null || (text !== undefined && text.trim() === "");

/** Minutes are made and sent to every unit that has a member. */
export function minutes(view, at, found) {
  const meeting = view.meetings[at];
  const { on, id } = meeting;
  const made = meeting.minutes;
  if (made === undefined || isToCome(meeting, view)) {
    return;
  }
  const path = `/meetings/${at}/minutes`;
  if (made === null) {
    found.push(broken("sjc-minutes", `meeting:${id}`, path));
    return;
  }
  const { sentTo } = made;
  if (sentTo === undefined || on === undefined || made.on > view.on) {
    return;
  }
  const isLeftOut = (unit) => sentTo === null || !sentTo.includes(unit);
  if (view.someUnitOfMembers(on, isLeftOut)) {
    found.push(broken("sjc-minutes", `meeting:${id}`, `${path}/sentTo`));
  }
}
