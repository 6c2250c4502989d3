// A record read as of a day: who held what, and when. Missing is not false, so answers are one of three.
import { NEVER } from "./day.mjs";

export const NO = 0;
export const UNSURE = 1;
export const YES = 2;

const NONE = [];
const AT_ONCE = "0000-00-00";

export class View {
  constructor(record, index, on) {
    this.record = record;
    this.index = index;
    this.on = on;
    this.people = record.people ?? NONE;
    this.appointments = record.appointments ?? NONE;
    this.meetings = record.meetings ?? NONE;
    this.assessments = record.assessments ?? NONE;
    this.workingCommittee = record.committee.workingCommittee ?? this.onlyOf("working-committee");
    const { completeThrough } = record;
    this.appointmentsThrough = completeThrough?.appointments ?? AT_ONCE;
    this.meetingsThrough = completeThrough?.meetings ?? AT_ONCE;
    this.assessmentsThrough = completeThrough?.assessments ?? AT_ONCE;
    this.readSeats();
    // The last tally taken, and the day of the last count of members.
    this.surely = 0;
    this.atMost = 0;
    this.membersOn = "";
    this.membersSurely = 0;
    this.membersAtMost = 0;
    this.marks = new Int32Array(this.people.length);
    this.mark = 0;
  }

  /** First and last day of each seat, whose it is, and which seats each person has. */
  readSeats() {
    const { appointments, index, record } = this;
    this.firsts = new Array(appointments.length);
    this.lasts = new Array(appointments.length);
    /** The place of the person, or -1. */
    this.holders = new Int32Array(appointments.length);
    /** The person's next seat in the list, or -1. */
    this.next = new Int32Array(appointments.length);
    this.heads = new Int32Array(this.people.length).fill(-1);
    this.areNamed = true;
    for (let at = appointments.length - 1; at >= 0; at--) {
      const { from, to, term, person } = appointments[at];
      const end = term === undefined || term === null ? undefined : record.terms[index.terms.get(term)].to;
      const last = to ?? NEVER;
      this.firsts[at] = from ?? NEVER;
      this.lasts[at] = end !== undefined && end !== null && end < last ? end : last;
      const holder = person === undefined ? -1 : index.people.get(person);
      this.holders[at] = holder;
      if (holder < 0) {
        this.areNamed = false;
        this.next[at] = -1;
      } else {
        this.next[at] = this.heads[holder];
        this.heads[holder] = at;
      }
    }
    this.membersOn = "";
  }

  onlyOf(kind) {
    let only;
    for (const organization of this.record.organizations ?? NONE) {
      if (organization.kind === kind) {
        if (only !== undefined) {
          return undefined;
        }
        only = organization.id;
      }
    }
    return only;
  }

  organization(id) {
    return this.record.organizations[this.index.organizations.get(id)];
  }

  /** The place of a person. */
  person(id) {
    return this.index.people.get(id);
  }

  /** Whether the committee stands on the day of evaluation, as far as the record says. */
  stands() {
    const { established, dissolved } = this.record.committee;
    return !(established > this.on) && (dissolved === undefined || dissolved === null || this.on <= dissolved);
  }

  holds(at, day) {
    return this.firsts[at] <= day && day <= this.lasts[at];
  }

  /** The first of a person's seats that is held on a day, or -1. */
  seatOn(person, day) {
    let at = this.heads[person];
    while (at >= 0 && !this.holds(at, day)) {
      at = this.next[at];
    }
    return at;
  }

  areAppointmentsComplete(day) {
    return this.appointmentsThrough >= day;
  }

  /** Whether an appointment is to the seat of secretary. */
  isSecretary(at) {
    const { seat } = this.appointments[at];
    return seat === undefined ? UNSURE : seat === "secretary" ? YES : NO;
  }

  isMember(person, day) {
    if (this.seatOn(person, day) >= 0) {
      return YES;
    }
    return this.areAppointmentsComplete(day) && !this.isSomebodyNameless(day) ? NO : UNSURE;
  }

  isSomebodyNameless(day) {
    if (this.areNamed) {
      return false;
    }
    for (let at = 0; at < this.holders.length; at++) {
      if (this.holders[at] < 0 && this.holds(at, day)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a person is secretary on a day. */
  isSecretaryOn(person, day) {
    let found = NO;
    for (let at = this.heads[person]; at >= 0 && found < YES; at = this.next[at]) {
      if (this.holds(at, day)) {
        found = Math.max(found, this.isSecretary(at));
      }
    }
    if (found < YES && !this.areAppointmentsComplete(day)) {
      return UNSURE;
    }
    if (found === NO && !this.areNamed) {
      for (let at = 0; at < this.holders.length; at++) {
        if (this.holders[at] < 0 && this.holds(at, day) && this.isSecretary(at) !== NO) {
          return UNSURE;
        }
      }
    }
    return found;
  }

  /** Whether a person may have been secretary on some day. */
  mayHaveBeenSecretary(person) {
    for (let at = this.heads[person]; at >= 0; at = this.next[at]) {
      if (this.firsts[at] !== NEVER && this.isSecretary(at) !== NO) {
        return true;
      }
    }
    if (!this.areAppointmentsComplete(this.on)) {
      return true;
    }
    for (let at = 0; !this.areNamed && at < this.holders.length; at++) {
      if (this.holders[at] < 0 && this.isSecretary(at) !== NO) {
        return true;
      }
    }
    return false;
  }

  tally(truth) {
    this.surely += truth === YES ? 1 : 0;
    this.atMost += truth === NO ? 0 : 1;
  }

  /** Counts the members of a day, each person once. */
  countMembers(day) {
    if (this.membersOn === day) {
      return;
    }
    let surely = 0;
    let nameless = 0;
    for (let at = 0; at < this.holders.length; at++) {
      if (this.holds(at, day)) {
        const holder = this.holders[at];
        if (holder < 0) {
          nameless += 1;
        } else if (this.seatOn(holder, day) === at) {
          surely += 1;
        }
      }
    }
    this.membersOn = day;
    this.membersSurely = surely;
    this.membersAtMost = surely + nameless;
  }

  /** Counts those of a list of persons who are members on a day, each once. */
  countAmong(persons, day) {
    this.surely = 0;
    this.atMost = 0;
    this.mark += 1;
    for (let at = 0; at < persons.length; at++) {
      const person = this.person(persons[at]);
      if (this.marks[person] !== this.mark) {
        this.marks[person] = this.mark;
        this.tally(this.isMember(person, day));
      }
    }
  }

  /** Whether an organization is the working committee of this committee. */
  isWorkingCommittee(organization) {
    if (this.workingCommittee !== undefined) {
      return organization.id === this.workingCommittee ? YES : NO;
    }
    const mayBe = organization.kind === undefined || organization.kind === "working-committee";
    return mayBe || !this.isThereAWorkingCommittee() ? UNSURE : NO;
  }

  isThereAWorkingCommittee() {
    return this.record.organizations.some(({ kind }) => kind === "working-committee");
  }

  /**
   * Whether a person holds, on a day, one of the posts that `is` knows: it says of a post and its organization (absent
   * where the record does not tell) whether it is one, given that it is held.
   */
  hasPost(person, day, is) {
    const { posts } = this.people[person];
    if (posts === undefined) {
      return UNSURE;
    }
    if (posts === null) {
      return NO;
    }
    let found = NO;
    for (let at = 0; at < posts.length; at++) {
      const post = posts[at];
      const held = isHeld(post, day);
      if (held > found) {
        const organization = post.organization === undefined ? undefined : this.organization(post.organization);
        found = Math.max(found, Math.min(held, is(this, post.post, organization)));
        if (found === YES) {
          return YES;
        }
      }
    }
    return found === NO && !areComplete(posts, day) ? UNSURE : found;
  }

  isConcurrent(person, day) {
    return YES - this.hasPost(person, day, isInternal);
  }

  /** Whether an entry is one of a concurrent member other than the secretary. */
  isConcurrentEntry(at, day) {
    const { seat } = this.appointments[at];
    const holder = this.holders[at];
    return seat !== undefined && seat !== "secretary" && holder >= 0 && this.isConcurrent(holder, day) === YES;
  }

  /** The day by whose facts an entry is judged. */
  dayOfEntry(at) {
    const first = this.firsts[at];
    return first <= this.on ? first : this.on;
  }

  /** Whether a person has a unit on a day. */
  hasUnit(person, day) {
    const { posts } = this.people[person];
    if (posts === undefined) {
      return UNSURE;
    }
    if (posts === null) {
      return NO;
    }
    let found = areComplete(posts, day) ? NO : UNSURE;
    for (let at = 0; at < posts.length && found < YES; at++) {
      const post = posts[at];
      const there = post.organization === undefined ? UNSURE : isUnit(this.organization(post.organization));
      found = Math.max(found, Math.min(there, isHeld(post, day)));
    }
    return found;
  }

  /** Whether an organization is one of a person's units on a day. */
  isUnitOf(person, day, id) {
    const { posts } = this.people[person];
    if (posts === undefined) {
      return UNSURE;
    }
    if (posts === null) {
      return NO;
    }
    let found = NO;
    let isVague = !areComplete(posts, day);
    for (let at = 0; at < posts.length; at++) {
      const post = posts[at];
      if (post.organization === undefined) {
        isVague ||= isHeld(post, day) !== NO;
      } else if (post.organization === id) {
        found = Math.max(found, Math.min(isUnit(this.organization(id)), isHeld(post, day)));
      }
    }
    return found === NO && isVague ? UNSURE : found;
  }

  /** Calls for each unit that surely has a member on a day, perhaps several times; stops where `act` says true. */
  someUnitOfMembers(day, act) {
    for (let at = 0; at < this.holders.length; at++) {
      const holder = this.holders[at];
      const posts = holder >= 0 && this.holds(at, day) ? this.people[holder].posts : undefined;
      for (let index = 0; posts && index < posts.length; index++) {
        const post = posts[index];
        if (post.organization !== undefined && isHeld(post, day) === YES) {
          const unit = this.organization(post.organization);
          if (isUnit(unit) === YES && act(unit.id)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}

/** Whether a post is held on a day. */
function isHeld({ from, to }, day) {
  if (to !== undefined && to !== null && to < day) {
    return NO;
  }
  return from === undefined ? UNSURE : from <= day ? YES : NO;
}

/** Posts, once given, are complete from the earliest first day on. */
function areComplete(posts, day) {
  for (let at = 0; at < posts.length; at++) {
    if (posts[at].from <= day) {
      return true;
    }
  }
  return posts.length === 0;
}

function isUnit({ kind, inArea }) {
  if (inArea === false) {
    return NO;
  }
  if (kind === undefined) {
    return UNSURE;
  }
  return kind === "unit" || kind === "property-company" || kind === "owners-committee" ? YES : NO;
}

function isInternal(view, post, organization) {
  if (post === "delegate") {
    return NO;
  }
  const sure = post === undefined ? UNSURE : YES;
  if (organization === undefined) {
    return UNSURE;
  }
  const { kind } = organization;
  if (kind === "office" || kind === "residents-committee") {
    return sure;
  }
  const behind = view.isWorkingCommittee(organization);
  return Math.min(sure, kind === undefined ? Math.max(UNSURE, behind) : behind);
}
