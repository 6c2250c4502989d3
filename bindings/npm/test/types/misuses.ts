// What must not compile: each line that is expected to be refused is one that the types would else let through.
import {
  check,
  loadRulebook,
  type Calendar,
  type CommitteeRecord,
  type Constraint,
  type Contradiction,
  type Fault,
  type Judgement,
  type Report,
  type Step,
} from "gongwei";

const committee = { kind: "subdistrict-joint-committee" };
const schema = "gongwei/record/1.0";

export const unknownField: CommitteeRecord = {
  schema,
  committee,
  // @ts-expect-error
  peple: [],
};

export const unknownFieldBelow: CommitteeRecord = {
  schema,
  committee,
  // @ts-expect-error
  people: [{ id: "p1", nmae: "甲" }],
};

export const noSuchSeat: CommitteeRecord = {
  schema,
  committee,
  // @ts-expect-error
  appointments: [{ id: "a1", seat: "chairman" }],
};

// @ts-expect-error
export const noCommittee: CommitteeRecord = { schema };

// @ts-expect-error
export const noKind: CommitteeRecord = { schema, committee: {} };

// @ts-expect-error
export const noId: CommitteeRecord = { schema, committee, people: [{ name: "甲" }] };

// @ts-expect-error
export const otherSchema: CommitteeRecord = { schema: "gongwei/record/2.0", committee };

// A seat is held or is not known to be: `null` means nothing there.
// @ts-expect-error
export const nullSeat: CommitteeRecord = { schema, committee, appointments: [{ id: "a1", seat: null }] };

// @ts-expect-error
export const aDate: Step = { id: "s1", on: new Date() };

// @ts-expect-error
export const unknownRulebook = check({}, { rulebook: "gannan-2021", on: "2026-06-30" });

// A document is no rulebook until it is loaded, and a result no rulebook until it is asked whether there is one.
// @ts-expect-error
export const notLoaded = check({}, { rulebook: { schema: "gongwei/rulebook/1.0" }, on: "2026-06-30" });

// @ts-expect-error
export const notAsked = check({}, { rulebook: loadRulebook("{}").rulebook, on: "2026-06-30" });

// What is extended is loaded first, too.
// @ts-expect-error
export const notLoadedBefore = loadRulebook("{}", { extends: [{ schema: "gongwei/rulebook/1.0" }] });

// @ts-expect-error
export const noSuchOption = loadRulebook("{}", { calender: {} });

// @ts-expect-error
export const noEnd: Calendar = { schema: "gongwei/calendar/1.0", from: "2026-01-01" };

// @ts-expect-error
export const noDay = check({}, { rulebook: "gannan-2020" });

// @ts-expect-error
export const unknownLocale = check({}, { rulebook: "gannan-2020", on: "2026-06-30", locale: "fr" });

export function wrongIds(judgement: Judgement, contradiction: Contradiction, fault: Fault): number {
  switch (judgement.norm) {
    case "sjc-size":
      return 1;
    // @ts-expect-error
    case "sjc-sise":
      return 2;
  }
  // @ts-expect-error
  if (judgement.verdict === "failed") return 3;
  // @ts-expect-error
  if (judgement.key === "share.too-smal") return 4;
  // @ts-expect-error
  if (contradiction.code === "overlaping-terms") return 5;
  // @ts-expect-error
  if (fault.code === "unknown-feild") return 6;
  // @ts-expect-error
  return judgement.facts?.count ?? 7;
}

export function unasked(report: Report): string {
  // A message is there only if a language was asked for.
  // @ts-expect-error
  return report.verdicts.map(({ message }) => message.trim()).join();
}

// @ts-expect-error
export const noKey: Constraint = {};

// @ts-expect-error
export const twoKeys: Constraint = { procedure: "entry", permission: {} };

// @ts-expect-error
export const nothingMoreToSay: Constraint = { permission: { always: true } };

// @ts-expect-error
export const wrongContent: Constraint = { count: { of: {}, counted: "nobody" } };
