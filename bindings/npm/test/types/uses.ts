// What a front-end team writes. It compiles, and what it reads has the types that it should have.
import {
  check,
  init,
  layers,
  lint,
  loadRulebook,
  open,
  rulebook,
  type CommitteeRecord,
  type Constraint,
  type Contradiction,
  type Fault,
  type FaultCode,
  type AnyRulebook,
  type Calendar,
  type Judgement,
  type LoadedRulebook,
  type NormId,
  type Options,
  type Report,
  type Result,
  type Rulebook,
  type RulebookId,
  type Seat,
  type Session,
  type Verdict,
} from "gongwei";

type Same<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;
function holds<_Claim extends true>(): void {}

holds<Same<Seat, "secretary" | "deputy" | "member">>();
holds<Same<Verdict, "met" | "broken" | "unknown" | "pending" | "not-applicable">>();
holds<Same<Judgement["norm"], NormId>>();
holds<Same<Report["schema"], "gongwei/report/1.0">>();
holds<Same<Report["rulebook"]["id"], RulebookId>>();
// A closed list, not any text.
holds<Same<string extends RulebookId | FaultCode | NormId | Judgement["key"] | Contradiction["code"] ? true : false, false>>();

export const record: CommitteeRecord = {
  schema: "gongwei/record/1.0",
  committee: { kind: "subdistrict-joint-committee", name: "春风街道大工委", dissolved: null },
  completeThrough: { meetings: "2026-06-30" },
  people: [{ id: "p1", name: "甲", posts: null, ext: { platform: { id: 7 } } }],
  appointments: [
    { id: "a1", person: "p1", seat: "secretary", from: "2024-01-15", to: null, exit: null, entry: [{ id: "s1", step: "nomination" }] },
  ],
};

// A rulebook of one's own has kinds of committee of its own.
export const elsewhere: CommitteeRecord = { schema: "gongwei/record/1.0", rulebook: "lanzhou-2031", committee: { kind: "county-committee" } };

const options: Options = { rulebook: "gannan-2020", on: "2026-06-30", locale: "en" };

export async function errors(): Promise<string[]> {
  await init();
  const result = check(record, options);
  if (!result.ok) {
    return result.faults.map((fault: Fault) => `${fault.code} ${fault.path} ${fault.message}`);
  }
  return result.report.verdicts.filter((one) => one.severity === "error").map((one) => `${one.clause.item} ${one.message ?? one.key}`);
}

export function hint({ norm, facts }: Judgement): string | undefined {
  switch (norm) {
    case "sjc-size":
    case "cjc-size":
      return facts?.counted?.toFixed(0);
    default:
      return facts?.on;
  }
}

/** Every verdict has its colour: a new one would not compile. */
export const colours: { [Each in Verdict]: string } = {
  met: "green",
  broken: "red",
  unknown: "grey",
  pending: "blue",
  "not-applicable": "none",
};

export function edit(): Judgement[] {
  const opened = open(record, options);
  if (!opened.ok) {
    return [];
  }
  const edited = opened.session.set("/committee/name", "2024-0");
  return edited.ok ? [...edited.appeared, ...edited.changed] : [];
}

/** What a norm requires, by its one key. */
export function least({ count, quorum }: Constraint): string | number | undefined {
  return count ? count.atLeast : quorum?.atLeast;
}

export const readings: { [id in NormId]?: string } = {};
for (const norm of rulebook("gannan-2020")?.norms ?? []) {
  readings[norm.id] = norm.reading.zh;
}

export const upon: string[] = layers("gansu-2023").map(({ title }) => title.zh);

export const own: Rulebook = {
  schema: "gongwei/rulebook/1.0",
  id: "lanzhou-2031",
  edition: "2031-01-01",
  title: { zh: "规则", en: "Rules" },
  note: { zh: "示例", en: "An example" },
  source: { id: "lanzhou-2031", title: { zh: "办法", en: "Measures" } },
  norms: [
    {
      id: "size",
      title: { zh: "人数", en: "Size" },
      appliesTo: ["county-committee"],
      modality: "must",
      clause: { item: "1" },
      scope: { standing: {} },
      require: { count: { of: {}, counted: "persons", atLeast: 3 } },
      reading: { zh: "至少3名。", en: "At least 3." },
    },
  ],
};

// By one's own rulebook, norms have one's own ids; by one that is built in, theirs.
const loaded = loadRulebook(own, { locale: "en" });
if (loaded.ok) {
  const { rulebook } = loaded;
  const result = check(elsewhere, { rulebook, on: "2026-06-30" });
  const opened = open(elsewhere, { rulebook, on: "2026-06-30", since: "2026-01-01" });
  if (result.ok && opened.ok) {
    holds<Same<(typeof result.report.verdicts)[number]["norm"], string>>();
    holds<Same<(typeof result.report)["rulebook"]["id"], string>>();
    holds<Same<(typeof opened)["session"], Session<LoadedRulebook>>>();
    const edited = opened.session.remove("/committee/name");
    const norms: string[] = edited.ok ? edited.appeared.map(({ norm }) => norm) : edited.faults.map(({ path }) => path);
    console.log(norms, rulebook.digest, rulebook.norms?.map(({ title }) => title.zh));
  }
  rulebook.dispose();
}
const built = check(record, { rulebook: "gannan-2020", on: "2026-06-30" });
if (built.ok) {
  holds<Same<(typeof built.report.verdicts)[number]["norm"], NormId>>();
}
export const faults: Fault[] = lint("{}");

/** The days off, for a rulebook that counts working days, and the rulebooks that it extends. */
export const calendar: Calendar = {
  schema: "gongwei/calendar/1.0",
  from: "2026-07-01",
  through: "2026-07-31",
  holidays: ["2026-07-15"],
  makeUpDays: ["2026-07-18"],
};
const layered = loadRulebook({ ...own, extends: [{ id: "gannan-2020" }] }, { extends: ["gannan-2020"], calendar, locale: "en" });
export const ofCalendar: Fault[] = layered.ok ? [] : layered.faults.filter(({ option }) => option === "calendar");

/** Whichever the page has at hand. */
export function either(rulebook: AnyRulebook): Result<AnyRulebook> {
  return check(record, { rulebook, on: "2026-06-30" });
}
