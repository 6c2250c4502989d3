// The norms of the committee as it stands on the day of evaluation. Whoever calls has seen that it stands.
import { broken } from "./finding.mjs";
import { NO, UNSURE, YES } from "./view.mjs";

export function size(view, found) {
  view.countMembers(view.on);
  const isShort = view.membersAtMost < 9 && view.areAppointmentsComplete(view.on);
  if (view.membersSurely > 15 || isShort) {
    found.push(broken("sjc-size", "committee", "/appointments"));
  }
}

export function secretaryCount(view, found) {
  countSeats(view, "secretary", 1, 1, "sjc-secretary-count", found);
}

export function deputyCount(view, found) {
  countSeats(view, "deputy", 2, 3, "sjc-deputy-count", found);
}

function countSeats(view, wanted, atLeast, atMost, norm, found) {
  view.surely = 0;
  view.atMost = 0;
  for (let at = 0; at < view.appointments.length; at++) {
    if (view.holds(at, view.on)) {
      const { seat } = view.appointments[at];
      view.tally(seat === undefined ? UNSURE : seat === wanted ? YES : NO);
    }
  }
  if (view.surely > atMost || (view.atMost < atLeast && view.areAppointmentsComplete(view.on))) {
    found.push(broken(norm, "committee", "/appointments"));
  }
}

/** Unit party heads among deputies and members are at least a third of all. */
export function unitHeadsShare(view, found) {
  const { on } = view;
  if (!view.areAppointmentsComplete(on)) {
    return;
  }
  view.surely = 0;
  view.atMost = 0;
  for (let at = 0; at < view.appointments.length; at++) {
    if (view.holds(at, on)) {
      const holder = view.holders[at];
      if (holder < 0) {
        view.tally(Math.min(isDeputyOrMember(view, at), UNSURE));
      } else if (view.seatOn(holder, on) === at) {
        const seat = isAnyDeputyOrMember(view, at);
        view.tally(seat === NO ? NO : Math.min(seat, view.hasPost(holder, on, isUnitPartyHead)));
      }
    }
  }
  const { atMost } = view;
  view.countMembers(on);
  if (3 * atMost < view.membersSurely) {
    found.push(broken("sjc-unit-heads-share", "committee", "/appointments"));
  }
}

function isDeputyOrMember(view, at) {
  return YES - view.isSecretary(at);
}

/** Of the seats of one person that are held on the day, the first of which is given. */
function isAnyDeputyOrMember(view, first) {
  let found = NO;
  for (let at = first; at >= 0; at = view.next[at]) {
    if (view.holds(at, view.on)) {
      found = Math.max(found, isDeputyOrMember(view, at));
    }
  }
  return found;
}

export function secretaryPost(view, at, found) {
  heldBy(view, at, "secretary", isWorkingCommitteeSecretary, "sjc-secretary-post", found);
}

export function deputyPost(view, at, found) {
  heldBy(view, at, "deputy", isFitForDeputy, "sjc-deputy-post", found);
}

function heldBy(view, at, seat, is, norm, found) {
  const holder = view.holders[at];
  const appointment = view.appointments[at];
  if (appointment.seat === seat && holder >= 0 && view.holds(at, view.on) && view.hasPost(holder, view.on, is) === NO) {
    found.push(broken(norm, `appointment:${appointment.id}`, `/appointments/${at}/person`));
  }
}

export function noEmployment(view, at, found) {
  const { employed, id } = view.appointments[at];
  if (employed === true && view.holds(at, view.on) && view.isConcurrentEntry(at, view.on)) {
    found.push(broken("sjc-no-employment", `appointment:${id}`, `/appointments/${at}/employed`));
  }
}

function isWorkingCommitteeSecretary(view, post, organization) {
  return isPostAtWorkingCommittee(view, "secretary", post, organization);
}

function isFitForDeputy(view, post, organization) {
  return Math.max(
    isPostAtWorkingCommittee(view, "deputy-secretary", post, organization),
    isUnitPartyHead(view, post, organization),
  );
}

function isPostAtWorkingCommittee(view, wanted, post, organization) {
  if (post !== undefined && post !== wanted) {
    return NO;
  }
  const there = organization === undefined ? UNSURE : view.isWorkingCommittee(organization);
  return post === undefined ? Math.min(UNSURE, there) : there;
}

function isUnitPartyHead(_view, post, organization) {
  if (post !== undefined && post !== "party-head") {
    return NO;
  }
  const there = organization === undefined ? UNSURE : isUnitInArea(organization);
  return post === undefined ? Math.min(UNSURE, there) : there;
}

function isUnitInArea({ kind, inArea }) {
  if ((kind !== undefined && kind !== "unit") || inArea === false) {
    return NO;
  }
  return kind === undefined || inArea === undefined ? UNSURE : YES;
}
