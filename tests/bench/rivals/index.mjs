// Ids: each stands once in its list, and every reference leads somewhere.

const NONE = [];

/** The entries that others refer to, by id. */
export class Index {
  constructor(record) {
    this.organizations = byId(record.organizations);
    this.people = byId(record.people);
    this.terms = byId(record.terms);
    this.appointments = byId(record.appointments);
    this.meetings = byId(record.meetings);
  }
}

function byId(entries = NONE) {
  const places = new Map();
  for (let at = 0; at < entries.length; at++) {
    places.set(entries[at].id, at);
  }
  return places;
}

/** Where the first id stands a second time, or the first reference leads nowhere; the shape is right. */
export function strayOf(record, index) {
  return (
    strayOfCommittee(record.committee, index) ??
    repeatedIn("organizations", record.organizations, index.organizations) ??
    repeatedIn("people", record.people, index.people) ??
    repeatedIn("terms", record.terms, index.terms) ??
    repeatedIn("appointments", record.appointments, index.appointments) ??
    repeatedIn("meetings", record.meetings, index.meetings) ??
    within("/people", record.people, strayOfPerson, index) ??
    within("/appointments", record.appointments, strayOfAppointment, index) ??
    within("/meetings", record.meetings, strayOfMeeting, index) ??
    strayOfOwn("/problemLists", record.problemLists, strayOfProblemList, index) ??
    strayOfOwn("/assessments", record.assessments, strayOfAssessment, index) ??
    strayOfOwn("/dutyReports", record.dutyReports, strayOfReport, index) ??
    strayOfOwn("/performanceReports", record.performanceReports, strayOfReport, index) ??
    strayOfOwn("/trainingClasses", record.trainingClasses, nothing, index) ??
    strayOfOwn("/attestations", record.attestations, strayOfAttestation, index)
  );
}

const nothing = () => undefined;

/** The strays of single entries, for whoever changes one. */
export const STRAYS = {
  __proto__: null,
  people: strayOfPerson,
  appointments: strayOfAppointment,
  meetings: strayOfMeeting,
  problemLists: strayOfProblemList,
  assessments: strayOfAssessment,
  dutyReports: strayOfReport,
  performanceReports: strayOfReport,
  attestations: strayOfAttestation,
};

function repeatedIn(name, entries = NONE, places) {
  return places.size === entries.length ? undefined : `/${name}`;
}

/** Lists to which nothing refers have no index. */
function strayOfOwn(path, entries, strayOfEntry, index) {
  return entries === undefined || areDistinct(entries) ? within(path, entries, strayOfEntry, index) : path;
}

function areDistinct(entries) {
  if (entries.length > 8) {
    const seen = new Set();
    for (let at = 0; at < entries.length; at++) {
      seen.add(entries[at].id);
    }
    return seen.size === entries.length;
  }
  for (let at = 1; at < entries.length; at++) {
    for (let before = 0; before < at; before++) {
      if (entries[before].id === entries[at].id) {
        return false;
      }
    }
  }
  return true;
}

function within(path, entries, strayOfEntry, index) {
  if (entries === undefined || entries === null) {
    return undefined;
  }
  for (let at = 0; at < entries.length; at++) {
    const stray = strayOfEntry(entries[at], index);
    if (stray !== undefined) {
      return `${path}/${at}${stray}`;
    }
  }
  return undefined;
}

/** An id that is given and leads nowhere. */
const leadsNowhere = (id, places) => id !== undefined && id !== null && !places.has(id);

/** A list of ids of which one leads nowhere. */
function isStray(ids, places) {
  if (ids !== undefined && ids !== null) {
    for (let at = 0; at < ids.length; at++) {
      if (!places.has(ids[at])) {
        return true;
      }
    }
  }
  return false;
}

export function strayOfCommittee(committee, { organizations }) {
  if (leadsNowhere(committee.workingCommittee, organizations)) {
    return "/committee/workingCommittee";
  }
  if (leadsNowhere(committee.organizationDepartment, organizations)) {
    return "/committee/organizationDepartment";
  }
  return leadsNowhere(committee.communityPartyOrganization, organizations) ? "/committee/communityPartyOrganization" : undefined;
}

function strayOfPerson({ posts }, index) {
  return strayOfInner("/posts", posts, strayOfPost, index);
}

function strayOfPost({ organization }, { organizations }) {
  return leadsNowhere(organization, organizations) ? "/organization" : undefined;
}

function strayOfInner(path, entries, strayOfEntry, index) {
  if (entries === undefined || entries === null) {
    return undefined;
  }
  return areDistinct(entries) ? within(path, entries, strayOfEntry, index) : path;
}

function strayOfAppointment(appointment, index) {
  if (leadsNowhere(appointment.person, index.people)) {
    return "/person";
  }
  if (leadsNowhere(appointment.term, index.terms)) {
    return "/term";
  }
  return strayOfInner("/entry", appointment.entry, strayOfStep, index) ?? strayOfInner("/exit/steps", appointment.exit?.steps, strayOfStep, index);
}

function strayOfStep(step, index) {
  const { organizations } = index;
  if (leadsNowhere(step.with, organizations)) {
    return "/with";
  }
  if (leadsNowhere(step.to, organizations)) {
    return "/to";
  }
  if (leadsNowhere(step.meeting, index.meetings)) {
    return "/meeting";
  }
  if (step.objections && !areDistinct(step.objections)) {
    return "/objections";
  }
  if (isStray(step.by, organizations)) {
    return "/by";
  }
  return isStray(step.agreedWith, organizations) ? "/agreedWith" : undefined;
}

function strayOfMeeting(meeting, index) {
  const { people } = index;
  if (leadsNowhere(meeting.convenedBy, people)) {
    return "/convenedBy";
  }
  if (leadsNowhere(meeting.chairedBy, people)) {
    return "/chairedBy";
  }
  if (leadsNowhere(meeting.summedUpBy, people)) {
    return "/summedUpBy";
  }
  if (isStray(meeting.present, people)) {
    return "/present";
  }
  if (isStray(meeting.attending, people)) {
    return "/attending";
  }
  if (isStray(meeting.minutes?.sentTo, index.organizations)) {
    return "/minutes/sentTo";
  }
  const named = meeting.notice?.topics;
  if (named) {
    const topics = meeting.topics ?? NONE;
    for (let at = 0; at < named.length; at++) {
      if (!topics.some(({ id }) => id === named[at])) {
        return `/notice/topics/${at}`;
      }
    }
  }
  return strayOfInner("/topics", meeting.topics, strayOfTopic, index);
}

function strayOfTopic({ proposedBy, reports }, { people }) {
  if (reports && !areDistinct(reports)) {
    return "/reports";
  }
  return isStray(proposedBy, people) ? "/proposedBy" : undefined;
}

function strayOfProblemList({ to }, { organizations }) {
  return leadsNowhere(to, organizations) ? "/to" : undefined;
}

function strayOfAssessment(assessment, { organizations, people }) {
  if (leadsNowhere(assessment.person, people)) {
    return "/person";
  }
  if (leadsNowhere(assessment.organization, organizations)) {
    return "/organization";
  }
  if (leadsNowhere(assessment.feedback?.to, organizations)) {
    return "/feedback/to";
  }
  return leadsNowhere(assessment.authorityFeedback?.to, organizations) ? "/authorityFeedback/to" : undefined;
}

function strayOfReport(report, { organizations, people }) {
  if (leadsNowhere(report.person, people)) {
    return "/person";
  }
  return leadsNowhere(report.passedOn?.to, organizations) ? "/passedOn/to" : undefined;
}

function strayOfAttestation({ about }, { organizations, appointments, people }) {
  return leadsNowhere(about, organizations) && leadsNowhere(about, appointments) && leadsNowhere(about, people) ? "/about" : undefined;
}
