// Rival C: a form that keeps its findings and, after an edit, judges again only the norms that the edited field can
// change. Which those are is written down by hand, field by field: whoever adds a norm must remember this file.
import { assessedMembers, assessedUnits, feedback } from "./assessment.mjs";
import { partsOf, put } from "./edit.mjs";
import { copied, eligible, entrySteps, noticeDays, stepsOf } from "./entry.mjs";
import { Index, STRAYS, strayOf } from "./index.mjs";
import { convened, meetingNotice, minutes, quarterly, quorum, topicSource } from "./meeting.mjs";
import { isFieldRight, isList, shapeOf } from "./shape.mjs";
import { deputyCount, deputyPost, noEmployment, secretaryCount, secretaryPost, size, unitHeadsShare } from "./standing.mjs";
import { View } from "./view.mjs";

const standing = (judge) => (view, at, found) => view.stands() && judge(view, at, found);
const ofCommittee = (judge) => (view, _, found) => judge(view, found);
const ofEntry = (judge) => (view, at, found) => view.isConcurrentEntry(at, view.dayOfEntry(at)) && judge(view, at, found);
const ofSteps = (judge) =>
  ofEntry((view, at, found) => {
    const steps = stepsOf(view, at);
    if (steps !== undefined) {
      judge(view, at, steps, found);
    }
  });

/** Norms that are judged once for the committee. */
const ONCE = {
  size: standing(ofCommittee(size)),
  secretaryCount: standing(ofCommittee(secretaryCount)),
  deputyCount: standing(ofCommittee(deputyCount)),
  unitHeadsShare: standing(ofCommittee(unitHeadsShare)),
  quarterly: ofCommittee(quarterly),
  assessedUnits: ofCommittee(assessedUnits),
  assessedMembers: ofCommittee(assessedMembers),
};
/** Norms that are judged for each appointment, meeting or assessment. */
const SEATS = {
  secretaryPost: standing(secretaryPost),
  deputyPost: standing(deputyPost),
  noEmployment: standing(noEmployment),
  eligible: ofEntry(eligible),
  entrySteps: ofSteps(entrySteps),
  noticeDays: ofSteps(noticeDays),
  copied: ofSteps(copied),
};
const MEETINGS = { convened, quorum, topicSource, meetingNotice, minutes };
const ASSESSMENTS = { feedback };

const COUNTS = ["size", "secretaryCount", "deputyCount", "unitHeadsShare"];
const STEPS = ["entrySteps", "noticeDays", "copied"];
const OF_SEAT = Object.keys(SEATS);
const OF_MEETING = Object.keys(MEETINGS);
const YEARLY = ["assessedUnits", "assessedMembers"];
/** Fields of the committee that no norm reads. */
const IDLE = new Set(["name", "division", "ext"]);
const NONE = Object.freeze([]);

export class Form {
  /** The record is the form's own from now on. */
  constructor(record, on) {
    this.record = record;
    this.on = on;
    this.read();
  }

  /** Reads and judges everything. */
  read() {
    const { record } = this;
    this.wrong = shapeOf(record);
    if (this.wrong === undefined) {
      this.index = new Index(record);
      this.wrong = strayOf(record, this.index);
    }
    if (this.wrong !== undefined) {
      return;
    }
    this.view = new View(record, this.index, this.on);
    /** What is broken, by norm and by the place of what it judges. */
    this.cells = {};
    const open = (norms, count) => {
      for (const norm in norms) {
        this.cells[norm] = Array.from({ length: count }, (_, at) => judged(norms[norm], this.view, at));
      }
    };
    open(ONCE, 1);
    open(SEATS, this.view.appointments.length);
    open(MEETINGS, this.view.meetings.length);
    open(ASSESSMENTS, this.view.assessments.length);
  }

  /** Sets a field, or takes it or a list's entry away where there is no value: what has appeared and what is cleared. */
  set(pointer, value) {
    const parts = partsOf(pointer);
    put(this.record, parts, value);
    this.appeared = [];
    this.cleared = [];
    if (!this.isSmall(parts)) {
      this.readAgain();
    } else if (this.isReadable(parts)) {
      this.judgeAfter(parts);
    } else {
      this.cleared = this.kept();
    }
    return { ok: this.wrong === undefined, appeared: this.appeared, cleared: this.cleared };
  }

  /** What was broken when the record could last be read. */
  kept() {
    return this.cells === undefined ? [] : Object.values(this.cells).flat(2);
  }

  result() {
    return this.wrong === undefined ? { ok: true, findings: this.kept() } : { ok: false, path: this.wrong };
  }

  /** Whether only a field of something that stays has changed, on which nothing else hangs. */
  isSmall([list, at, field]) {
    if (this.wrong !== undefined) {
      return false;
    }
    if (list === "committee") {
      return IDLE.has(at);
    }
    return isList(list) && field !== undefined && field !== "id" && at < this.record[list].length;
  }

  /** Looks at the changed field alone, and at the references of what it belongs to. */
  isReadable([list, at, field]) {
    if (list === "committee") {
      this.wrong = isFieldRight(list, at, this.record.committee[at]) ? undefined : `/committee/${at}`;
    } else {
      const entry = this.record[list][at];
      const stray = isFieldRight(list, field, entry[field]) ? STRAYS[list]?.(entry, this.index) : `/${field}`;
      this.wrong = stray === undefined ? undefined : `/${list}/${at}${stray}`;
    }
    return this.wrong === undefined;
  }

  readAgain() {
    const before = this.wrong === undefined ? this.kept() : [];
    this.read();
    this.compare(before, this.wrong === undefined ? this.kept() : []);
  }

  judgeAfter([list, place, field]) {
    const at = Number(place);
    switch (list) {
      case "appointments": return this.afterAppointment(at, field);
      case "meetings": return this.afterMeeting(at, field);
      case "people": return this.afterPerson(at, field);
      case "organizations": return this.afterOrganization(field);
      case "terms": return this.afterTerm(field);
      case "assessments": return this.afterAssessment(at, field);
      // Of the other lists the twenty norms read nothing.
      default: return undefined;
    }
  }

  afterAppointment(at, field) {
    switch (field) {
      case "entry": return this.each(SEATS, STEPS, at);
      case "employed": return this.each(SEATS, ["noEmployment"], at);
      case "seat":
        this.each(ONCE, ["secretaryCount", "deputyCount", "unitHeadsShare"], 0);
        this.each(SEATS, OF_SEAT, at);
        return this.all(MEETINGS, ["convened", "topicSource"]);
      case "person":
      case "term":
      case "from":
      case "to":
        this.view.readSeats();
        this.each(ONCE, COUNTS, 0);
        this.each(ONCE, YEARLY, 0);
        this.each(SEATS, OF_SEAT, at);
        return this.all(MEETINGS, ["convened", "quorum", "topicSource", "minutes"]);
      default: return undefined;
    }
  }

  afterMeeting(at, field) {
    switch (field) {
      case "on":
        this.each(MEETINGS, OF_MEETING, at);
        this.each(ONCE, ["quarterly"], 0);
        // A step without a day of its own has that of its meeting.
        return this.all(SEATS, STEPS);
      case "convenedBy": return this.each(MEETINGS, ["convened"], at);
      case "present": return this.each(MEETINGS, ["quorum"], at);
      case "topics": return this.each(MEETINGS, ["topicSource"], at);
      case "notice": return this.each(MEETINGS, ["convened", "meetingNotice"], at);
      case "minutes": return this.each(MEETINGS, ["minutes"], at);
      default: return undefined;
    }
  }

  afterPerson(person, field) {
    const { heads, next } = this.view;
    if (field === "posts") {
      this.each(ONCE, ["unitHeadsShare", ...YEARLY], 0);
      for (let at = heads[person]; at >= 0; at = next[at]) {
        this.each(SEATS, OF_SEAT, at);
      }
      this.all(MEETINGS, ["minutes"]);
      this.all(ASSESSMENTS, ["feedback"]);
    } else if (field === "partyMember") {
      for (let at = heads[person]; at >= 0; at = next[at]) {
        this.each(SEATS, ["eligible"], at);
      }
    }
  }

  afterOrganization(field) {
    if (field !== "name" && field !== "ext") {
      this.readAgain();
    }
  }

  afterTerm(field) {
    if (field === "to") {
      this.readAgain();
    }
  }

  afterAssessment(at, field) {
    switch (field) {
      case "feedback": return this.each(ASSESSMENTS, ["feedback"], at);
      case "year": return this.each(ONCE, YEARLY, 0);
      case "on":
      case "person":
      case "organization":
        this.each(ASSESSMENTS, ["feedback"], at);
        return this.each(ONCE, YEARLY, 0);
      default: return undefined;
    }
  }

  /** Judges one thing again by some norms. */
  each(norms, names, at) {
    for (const name of names) {
      const cell = this.cells[name];
      const before = cell[at];
      cell[at] = judged(norms[name], this.view, at);
      this.compare(before, cell[at]);
    }
  }

  /** Judges all things of one kind again by some norms. */
  all(norms, names) {
    for (let at = 0; at < this.cells[names[0]].length; at++) {
      this.each(norms, names, at);
    }
  }

  compare(before, after) {
    if (before.length > 0 || after.length > 0) {
      this.appeared.push(...after.filter((one) => !before.some((other) => isSame(one, other))));
      this.cleared.push(...before.filter((one) => !after.some((other) => isSame(one, other))));
    }
  }
}

/** What one norm finds of one thing. Mostly nothing, which is the same nothing for all. */
function judged(norm, view, at) {
  const found = [];
  norm(view, at, found);
  return found.length === 0 ? NONE : found;
}

function isSame(one, other) {
  return one.norm === other.norm && one.subject === other.subject && one.period === other.period && one.path === other.path;
}
