// Rival B: a zod schema of the record, with the norms as refinements.
import * as z from "zod";
import { isDay } from "./day.mjs";
import { Index, strayOf } from "./index.mjs";
import { judge } from "./plain.mjs";
import { WORDS } from "./shape.mjs";
import { View } from "./view.mjs";

const id = z.string().min(1).max(64);
const name = z.string().max(200);
const prose = z.string().max(4000);
const day = z.string().refine(isDay);
const year = z.int().min(1900).max(2199);
const count = z.int().min(0).max(100_000);
const flag = z.boolean();
const ext = z.record(z.string(), z.unknown());
const word = (words) => z.enum([...words]);

const step = z.strictObject({
  id,
  step: word(WORDS.STEPS).optional(),
  on: day.optional(),
  by: z.array(id).nullish(),
  with: id.nullish(),
  to: id.nullish(),
  agreedWith: z.array(id).nullish(),
  meeting: id.nullish(),
  passed: flag.optional(),
  votes: z.strictObject({ due: count, present: count, for: count, against: count, abstained: count }).partial().optional(),
  through: day.nullish(),
  objections: z
    .array(z.strictObject({ id, on: day.optional(), outcome: word(WORDS.OUTCOMES).optional(), decidedOn: day.nullish() }))
    .nullish(),
});

const appointment = z.strictObject({
  id,
  person: id.optional(),
  seat: word(WORDS.SEATS).optional(),
  term: id.nullish(),
  from: day.nullish(),
  to: day.nullish(),
  supplement: flag.optional(),
  links: z.array(name).nullish(),
  affiliationMoved: flag.optional(),
  employed: flag.optional(),
  volunteer: flag.optional(),
  entry: z.array(step).nullish(),
  exit: z.strictObject({ cause: word(WORDS.CAUSES).optional(), steps: z.array(step).nullish() }).nullish(),
  ext: ext.optional(),
});

const topic = z.strictObject({
  id,
  title: name.optional(),
  proposedBy: z.array(id).nullish(),
  opinionsSought: flag.optional(),
  consulted: z.array(word(WORDS.AUDIENCES)).nullish(),
  votes: step.shape.votes,
  passed: flag.optional(),
  conclusion: prose.nullish(),
  reports: z.array(z.strictObject({ id, on: day.optional(), text: prose.optional() })).nullish(),
});

const meeting = z.strictObject({
  id,
  on: day.optional(),
  convenedBy: id.nullish(),
  chairedBy: id.nullish(),
  present: z.array(id).nullish(),
  attending: z.array(id).nullish(),
  notice: z
    .strictObject({ on: day.optional(), topics: z.array(id).nullish(), time: name.nullish(), place: name.nullish(), purpose: prose.nullish() })
    .nullish(),
  topics: z.array(topic).nullish(),
  summedUpBy: id.nullish(),
  minutes: z.strictObject({ on: day.optional(), sentTo: z.array(id).nullish() }).nullish(),
  ext: ext.optional(),
});

const addressed = z.strictObject({ to: id.nullish(), on: day.optional() });

const assessment = z.strictObject({
  id,
  year: year.optional(),
  person: id.optional(),
  organization: id.optional(),
  grade: word(WORDS.GRADES).optional(),
  serious: flag.optional(),
  on: day.optional(),
  feedback: addressed.extend({ written: flag.optional() }).nullish(),
  authorityFeedback: addressed.nullish(),
  accountabilityProposed: day.nullish(),
  ext: ext.optional(),
});

const yearlyReport = z.strictObject({ id, person: id.optional(), year: year.optional(), on: day.optional(), ext: ext.optional() });

const record = z.strictObject({
  schema: z.literal("gongwei/record/1.0"),
  rulebook: id.optional(),
  completeThrough: z
    .strictObject({
      appointments: day,
      meetings: day,
      problemLists: day,
      assessments: day,
      dutyReports: day,
      performanceReports: day,
      trainingClasses: day,
    })
    .partial()
    .optional(),
  committee: z.strictObject({
    kind: z.literal("subdistrict-joint-committee"),
    name: name.optional(),
    division: name.optional(),
    established: day.optional(),
    dissolved: day.nullish(),
    workingCommittee: id.optional(),
    organizationDepartment: id.optional(),
    communityPartyOrganization: id.optional(),
    ext: ext.optional(),
  }),
  organizations: z
    .array(
      z.strictObject({
        id,
        kind: word(WORDS.KINDS).optional(),
        sector: word(WORDS.SECTORS).nullish(),
        name: name.optional(),
        inArea: flag.optional(),
        ext: ext.optional(),
      }),
    )
    .optional(),
  people: z
    .array(
      z.strictObject({
        id,
        name: name.optional(),
        partyMember: flag.optional(),
        posts: z
          .array(z.strictObject({ id, organization: id.optional(), post: word(WORDS.POSTS).optional(), from: day.optional(), to: day.nullish() }))
          .nullish(),
        ext: ext.optional(),
      }),
    )
    .optional(),
  terms: z
    .array(z.strictObject({ id, ordinal: z.int().min(1).max(999).optional(), from: day.optional(), to: day.nullish(), ext: ext.optional() }))
    .optional(),
  appointments: z.array(appointment).optional(),
  meetings: z.array(meeting).optional(),
  problemLists: z
    .array(z.strictObject({ id, to: id.optional(), on: day.optional(), deadline: day.nullish(), settled: day.nullish(), ext: ext.optional() }))
    .optional(),
  assessments: z.array(assessment).optional(),
  dutyReports: z.array(yearlyReport.extend({ written: flag.optional() })).optional(),
  performanceReports: z.array(yearlyReport.extend({ passedOn: addressed.nullish() })).optional(),
  trainingClasses: z
    .array(
      z.strictObject({
        id,
        on: day.optional(),
        centralized: flag.optional(),
        hours: count.optional(),
        theoryHours: count.optional(),
        ext: ext.optional(),
      }),
    )
    .optional(),
  attestations: z
    .array(
      z.strictObject({
        id,
        claim: word(WORDS.CLAIMS).optional(),
        about: id.optional(),
        holds: flag.optional(),
        by: name.optional(),
        on: day.optional(),
        ext: ext.optional(),
      }),
    )
    .optional(),
  ext: ext.optional(),
});

/** Parts of a pointer as zod names them: places in lists are numbers. */
const pathOf = (pointer) => pointer.slice(1).split("/").map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** The schema of a record that is judged on a day. Make it once for each day. */
export function schemaOn(on) {
  return record.superRefine((record, context) => {
    const index = new Index(record);
    const stray = strayOf(record, index);
    if (stray !== undefined) {
      context.addIssue({ code: "custom", path: pathOf(stray), message: "leads nowhere, or stands twice" });
      return;
    }
    for (const { norm, subject, period, path } of judge(new View(record, index, on))) {
      context.addIssue({ code: "custom", path: pathOf(path), message: norm, params: { norm, subject, period, pointer: path } });
    }
  });
}

/** Its result in the words of the others. */
export function findingsOf(result) {
  const issues = result.success ? [] : result.error.issues;
  return issues.every(({ params }) => params?.norm !== undefined)
    ? { ok: true, findings: issues.map(({ params: { norm, subject, period, pointer } }) => ({ norm, subject, period, path: pointer })) }
    : { ok: false, issues };
}
