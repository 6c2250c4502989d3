// Whether a plain object has the shape of a record: field by field, without making anything while all is well.
//
// Each check gives `undefined`, or where the first fault is, as a pointer from its own value on.
import { isDay } from "./day.mjs";

const words = (...all) => new Set(all);

const KINDS = words(
  "working-committee",
  "office",
  "organization-department",
  "community-party-organization",
  "residents-committee",
  "unit",
  "property-company",
  "owners-committee",
  "cadre-authority",
  "other",
);
const SECTORS = words(
  "agency",
  "state-owned-enterprise",
  "public-institution",
  "private-enterprise",
  "social-organization",
  "military",
  "other",
);
const POSTS = words(
  "secretary",
  "deputy-secretary",
  "discipline-secretary",
  "party-head",
  "head",
  "director",
  "deputy-director",
  "delegate",
  "member",
  "other",
);
const SEATS = words("secretary", "deputy", "member");
const STEPS = words(
  "nomination",
  "resolution",
  "approval",
  "public-notice",
  "filing",
  "certificate",
  "copy",
  "notification",
);
const CAUSES = words("change-of-work", "retirement", "health", "death", "neglect", "breach", "other");
const OUTCOMES = words("open", "dismissed", "upheld");
const AUDIENCES = words("delegates", "units", "residents");
const GRADES = words("outstanding", "good", "fair", "poor");
const CLAIMS = words("unit-representative", "member-conduct", "member-time", "opinions-sought", "bad-effect");

export const WORDS = { KINDS, SECTORS, POSTS, SEATS, STEPS, CAUSES, OUTCOMES, AUDIENCES, GRADES, CLAIMS };

const isFlag = (value) => value === true || value === false;
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isWhole = (value, min, max) => Number.isInteger(value) && value >= min && value <= max;
const isYear = (value) => isWhole(value, 1900, 2199);
const isCount = (value) => isWhole(value, 0, 100_000);

/** Characters, not units of UTF-16, are counted where that could matter. */
const isText = (value, max) => typeof value === "string" && (value.length <= max || [...value].length <= max);
const isName = (value) => isText(value, 200);
const isProse = (value) => isText(value, 4000);
export const isId = (value) => isText(value, 64) && value.length > 0;

const isDayOrNull = (value) => value === null || isDay(value);
const isIdOrNull = (value) => value === null || isId(value);
const isNameOrNull = (value) => value === null || isName(value);
const isProseOrNull = (value) => value === null || isProse(value);

/** A list of values that are objects. */
function list(values, shapeOf) {
  if (!Array.isArray(values)) {
    return "";
  }
  for (let at = 0; at < values.length; at++) {
    const wrong = shapeOf(values[at]);
    if (wrong !== undefined) {
      return `/${at}${wrong}`;
    }
  }
  return undefined;
}

/** A list of plain values. */
function plainList(values, is) {
  if (values === null) {
    return undefined;
  }
  if (!Array.isArray(values)) {
    return "";
  }
  for (let at = 0; at < values.length; at++) {
    if (!is(values[at])) {
      return `/${at}`;
    }
  }
  return undefined;
}

const isAudience = (value) => AUDIENCES.has(value);

/**
 * An object: `field` says of one field whether it is right, or where it is wrong. Absent is right but for `required`.
 */
function noun(object, field, required) {
  if (!isObject(object)) {
    return "";
  }
  for (const key in object) {
    const value = object[key];
    if (value === undefined) {
      continue;
    }
    const found = field(key, value);
    if (found !== true && found !== undefined) {
      return `/${key}${found === false ? "" : found}`;
    }
  }
  return required === undefined || object[required] !== undefined ? undefined : `/${required}`;
}

function organizationField(key, value) {
  switch (key) {
    case "id": return isId(value);
    case "kind": return KINDS.has(value);
    case "sector": return value === null || SECTORS.has(value);
    case "name": return isName(value);
    case "inArea": return isFlag(value);
    case "ext": return isObject(value);
    default: return false;
  }
}

function postField(key, value) {
  switch (key) {
    case "id": return isId(value);
    case "organization": return isId(value);
    case "post": return POSTS.has(value);
    case "from": return isDay(value);
    case "to": return isDayOrNull(value);
    default: return false;
  }
}

function personField(key, value) {
  switch (key) {
    case "id": return isId(value);
    case "name": return isName(value);
    case "partyMember": return isFlag(value);
    case "posts": return value === null || list(value, post);
    case "ext": return isObject(value);
    default: return false;
  }
}

function termField(key, value) {
  switch (key) {
    case "id": return isId(value);
    case "ordinal": return isWhole(value, 1, 999);
    case "from": return isDay(value);
    case "to": return isDayOrNull(value);
    case "ext": return isObject(value);
    default: return false;
  }
}

function votesField(key, value) {
  switch (key) {
    case "due":
    case "present":
    case "for":
    case "against":
    case "abstained": return isCount(value);
    default: return false;
  }
}

function objectionField(key, value) {
  switch (key) {
    case "id": return isId(value);
    case "on": return isDay(value);
    case "outcome": return OUTCOMES.has(value);
    case "decidedOn": return isDayOrNull(value);
    default: return false;
  }
}

function stepField(key, value) {
  switch (key) {
    case "id": return isId(value);
    case "step": return STEPS.has(value);
    case "on": return isDay(value);
    case "by": return plainList(value, isId);
    case "with": return isIdOrNull(value);
    case "to": return isIdOrNull(value);
    case "agreedWith": return plainList(value, isId);
    case "meeting": return isIdOrNull(value);
    case "passed": return isFlag(value);
    case "votes": return votes(value);
    case "through": return isDayOrNull(value);
    case "objections": return value === null || list(value, objection);
    default: return false;
  }
}

function exitField(key, value) {
  switch (key) {
    case "cause": return CAUSES.has(value);
    case "steps": return value === null || list(value, step);
    default: return false;
  }
}

function appointmentField(key, value) {
  switch (key) {
    case "id": return isId(value);
    case "person": return isId(value);
    case "seat": return SEATS.has(value);
    case "term": return isIdOrNull(value);
    case "from": return isDayOrNull(value);
    case "to": return isDayOrNull(value);
    case "supplement": return isFlag(value);
    case "links": return plainList(value, isName);
    case "affiliationMoved": return isFlag(value);
    case "employed": return isFlag(value);
    case "volunteer": return isFlag(value);
    case "entry": return value === null || list(value, step);
    case "exit": return value === null || noun(value, exitField);
    case "ext": return isObject(value);
    default: return false;
  }
}

function noticeField(key, value) {
  switch (key) {
    case "on": return isDay(value);
    case "topics": return plainList(value, isId);
    case "time": return isNameOrNull(value);
    case "place": return isNameOrNull(value);
    case "purpose": return isProseOrNull(value);
    default: return false;
  }
}

function reportField(key, value) {
  switch (key) {
    case "id": return isId(value);
    case "on": return isDay(value);
    case "text": return isProse(value);
    default: return false;
  }
}

function topicField(key, value) {
  switch (key) {
    case "id": return isId(value);
    case "title": return isName(value);
    case "proposedBy": return plainList(value, isId);
    case "opinionsSought": return isFlag(value);
    case "consulted": return plainList(value, isAudience);
    case "votes": return votes(value);
    case "passed": return isFlag(value);
    case "conclusion": return isProseOrNull(value);
    case "reports": return value === null || list(value, report);
    default: return false;
  }
}

function minutesField(key, value) {
  switch (key) {
    case "on": return isDay(value);
    case "sentTo": return plainList(value, isId);
    default: return false;
  }
}

function meetingField(key, value) {
  switch (key) {
    case "id": return isId(value);
    case "on": return isDay(value);
    case "convenedBy":
    case "chairedBy":
    case "summedUpBy": return isIdOrNull(value);
    case "present":
    case "attending": return plainList(value, isId);
    case "notice": return value === null || noun(value, noticeField);
    case "topics": return value === null || list(value, topic);
    case "minutes": return value === null || noun(value, minutesField);
    case "ext": return isObject(value);
    default: return false;
  }
}

function feedbackField(key, value) {
  return key === "written" ? isFlag(value) : addressedField(key, value);
}

function addressedField(key, value) {
  switch (key) {
    case "to": return isIdOrNull(value);
    case "on": return isDay(value);
    default: return false;
  }
}

function assessmentField(key, value) {
  switch (key) {
    case "id": return isId(value);
    case "year": return isYear(value);
    case "person": return isId(value);
    case "organization": return isId(value);
    case "grade": return GRADES.has(value);
    case "serious": return isFlag(value);
    case "on": return isDay(value);
    case "feedback": return value === null || noun(value, feedbackField);
    case "authorityFeedback": return value === null || noun(value, addressedField);
    case "accountabilityProposed": return isDayOrNull(value);
    case "ext": return isObject(value);
    default: return false;
  }
}

function yearlyReportField(key, value) {
  switch (key) {
    case "id": return isId(value);
    case "person": return isId(value);
    case "year": return isYear(value);
    case "on": return isDay(value);
    case "ext": return isObject(value);
    default: return false;
  }
}

function dutyReportField(key, value) {
  return key === "written" ? isFlag(value) : yearlyReportField(key, value);
}

function performanceReportField(key, value) {
  return key === "passedOn" ? value === null || noun(value, addressedField) : yearlyReportField(key, value);
}

function trainingClassField(key, value) {
  switch (key) {
    case "id": return isId(value);
    case "on": return isDay(value);
    case "centralized": return isFlag(value);
    case "hours":
    case "theoryHours": return isCount(value);
    case "ext": return isObject(value);
    default: return false;
  }
}

function problemListField(key, value) {
  switch (key) {
    case "id": return isId(value);
    case "to": return isId(value);
    case "on": return isDay(value);
    case "deadline":
    case "settled": return isDayOrNull(value);
    case "ext": return isObject(value);
    default: return false;
  }
}

function attestationField(key, value) {
  switch (key) {
    case "id": return isId(value);
    case "claim": return CLAIMS.has(value);
    case "about": return isId(value);
    case "holds": return isFlag(value);
    case "by": return isName(value);
    case "on": return isDay(value);
    case "ext": return isObject(value);
    default: return false;
  }
}

function committeeField(key, value) {
  switch (key) {
    // The twenty norms are those of this kind alone.
    case "kind": return value === "subdistrict-joint-committee";
    case "name":
    case "division": return isName(value);
    case "established": return isDay(value);
    case "dissolved": return isDayOrNull(value);
    case "workingCommittee":
    case "organizationDepartment":
    case "communityPartyOrganization": return isId(value);
    case "ext": return isObject(value);
    default: return false;
  }
}

function completeThroughField(key, value) {
  switch (key) {
    case "appointments":
    case "meetings":
    case "problemLists":
    case "assessments":
    case "dutyReports":
    case "performanceReports":
    case "trainingClasses": return isDay(value);
    default: return false;
  }
}

function recordField(key, value) {
  switch (key) {
    case "schema": return value === "gongwei/record/1.0";
    case "rulebook": return isId(value);
    case "ext": return isObject(value);
    default: {
      const one = OBJECTS[key];
      if (one !== undefined) {
        return one(value);
      }
      const entry = ENTRIES[key];
      return entry === undefined ? false : list(value, entry);
    }
  }
}

const post = (value) => noun(value, postField, "id");
const objection = (value) => noun(value, objectionField, "id");
const report = (value) => noun(value, reportField, "id");
const votes = (value) => noun(value, votesField);
const step = (value) => noun(value, stepField, "id");
const topic = (value) => noun(value, topicField, "id");

/** The fields of the entries of the record's own lists. */
const FIELDS = {
  organizations: organizationField,
  people: personField,
  terms: termField,
  appointments: appointmentField,
  meetings: meetingField,
  problemLists: problemListField,
  assessments: assessmentField,
  dutyReports: dutyReportField,
  performanceReports: performanceReportField,
  trainingClasses: trainingClassField,
  attestations: attestationField,
};

const ENTRIES = Object.assign(
  Object.create(null),
  ...Object.entries(FIELDS).map(([name, field]) => ({ [name]: (value) => noun(value, field, "id") })),
);

/** The record's own objects. */
const OBJECTS = {
  __proto__: null,
  committee: (value) => noun(value, committeeField, "kind"),
  completeThrough: (value) => noun(value, completeThroughField),
};

/** Whether the record has a list of this name. */
export const isList = (name) => name in ENTRIES;

/** Whether one field of an entry of a list, or of the committee, is right. An absent one is, but for ids and kinds. */
export function isFieldRight(name, field, value) {
  const found = value === undefined || (name === "committee" ? committeeField : FIELDS[name])(field, value);
  return found === true || found === undefined;
}

/** Where the record's first fault is. */
export function shapeOf(record) {
  return noun(record, recordField, "schema") ?? (record.committee === undefined ? "/committee" : undefined);
}
