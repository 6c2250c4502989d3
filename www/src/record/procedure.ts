import type { Norm, Procedure } from "gongwei";
import { normOf, rules } from "../findings/rules";
import { daysBetween } from "../fields/day";
import { idOf, text } from "./entries";
import { isObject, type Json } from "./pointer";
import type { OpenRecord } from "./open-record";

/** A step of a seat's procedure: one that is recorded, or one that the rules ask for and nobody has recorded. */
export interface StepLine {
  kind: string;
  /** Its place in the list; none, if it is still to be recorded. */
  index: number | undefined;
  isNext: boolean;
}

/** The procedure that the rules ask of a seat: that of the norm about its order which applies to it. */
export function procedureOf(record: OpenRecord, appointment: Json | undefined, of: "entry" | "exit"): Procedure | undefined {
  const found = record.findings.of("appointment", idOf(appointment)).find((verdict) => verdict.verdict !== "not-applicable" && named(verdict.norm, of) !== undefined);
  return found && named(found.norm, of);
}

function named(norm: string, of: "entry" | "exit"): Procedure | undefined {
  const { require } = (normOf(norm) ?? {}) as Partial<Norm>;
  const name = require && "procedure" in require ? require.procedure : undefined;
  const procedure = typeof name === "string" ? rules.value?.procedures[name] : undefined;
  return procedure?.of === of ? procedure : undefined;
}

/** The recorded steps, and among them, where they belong, those that are asked for and not there. */
export function stepLines(steps: Json[], procedure: Procedure | undefined): StepLine[] {
  const asked = (procedure?.steps ?? []).map(({ step }) => step as string);
  const lines: StepLine[] = steps.map((step, index) => ({ kind: text(step, "step"), index, isNext: false }));
  let after = 0;
  let isNextFound = false;
  for (const kind of asked) {
    const at = lines.findIndex((line, position) => position >= after && line.kind === kind);
    if (at >= 0) {
      after = at + 1;
    } else {
      lines.splice(after, 0, { kind, index: undefined, isNext: !isNextFound });
      isNextFound = true;
      after++;
    }
  }
  return lines;
}

export interface NoticeRun {
  /** The day of the notice that it is. */
  day: number;
  /** So many days it runs in all, once its last day is known. */
  total: number | undefined;
  state: "ahead" | "running" | "over";
  /** Days to its end. */
  left: number | undefined;
}

/** How far a public notice has run on a day; both its ends count. */
export function noticeRun(step: Json | undefined, on: string): NoticeRun | undefined {
  if (!isObject(step) || step.step !== "public-notice") {
    return undefined;
  }
  const gone = daysBetween(text(step, "on"), on);
  if (gone === undefined) {
    return undefined;
  }
  const length = daysBetween(text(step, "on"), text(step, "through"));
  const total = length === undefined ? undefined : length + 1;
  const left = daysBetween(on, text(step, "through"));
  const state = gone < 0 ? "ahead" : left !== undefined && left < 0 ? "over" : "running";
  return { day: gone + 1, total, state, left };
}

/** How many days of notice the rules ask of a seat. */
export function noticeDays(record: OpenRecord, appointment: Json | undefined): number | undefined {
  for (const { norm, verdict } of record.findings.of("appointment", idOf(appointment))) {
    const require = verdict === "not-applicable" ? undefined : normOf(norm)?.require;
    if (require && "noticePeriod" in require && require.noticePeriod) {
      return require.noticePeriod.atLeast;
    }
  }
  return undefined;
}
