import type { AnyRulebook, Clause, Contradiction, Fault, Judgement, Report, Session } from "../types.js";

/** One thing a form has to say, whichever part of the engine found it. */
export interface Issue {
  path: string;
  related: string[];
  severity: "error" | "warning" | "to-do";
  /** A fault's code, or a verdict's key. */
  code: string;
  norm?: string;
  clause?: Clause;
  message: string;
  from: Fault | Contradiction | Judgement<AnyRulebook>;
}

/** A result of `check`, or what a session holds. */
export interface Findings {
  report?: Report<AnyRulebook> | undefined;
  faults?: Fault[];
}

export interface Include {
  warnings?: boolean;
  todos?: boolean;
}

/** Faults of form, contradictions and broken verdicts, in this order; errors only, unless more is asked for. */
export function issues(found: Findings, include: Include = {}): Issue[] {
  const { report, faults = [] } = found;
  const all = [...faults, ...(report ? report.coherence : [])].map(fault);
  for (const verdict of report ? report.verdicts : []) {
    const severity = severityOf(verdict);
    if (severity === "error" || (severity === "warning" && include.warnings) || (severity === "to-do" && include.todos)) {
      const { path, related = [], key, norm, clause, message = key } = verdict;
      all.push({ path, related, severity, code: key, norm, clause, message, from: verdict });
    }
  }
  return all;
}

function fault(from: Fault | Contradiction): Issue {
  const { related = [] } = from as Contradiction;
  return { path: from.path, related, severity: "error", code: from.code, message: from.message || from.code, from };
}

function severityOf({ verdict, severity }: Judgement<AnyRulebook>): Issue["severity"] | undefined {
  return verdict === "broken" ? severity : verdict === "unknown" || verdict === "pending" ? "to-do" : undefined;
}

/** What a form has to say as it is now. */
export type Judge = () => Findings;

/** Judges once for each state of a form, however many of its fields ask; `text` tells the states apart. */
export function judged(text: () => string, judge: Judge): Judge {
  let known: { text: string; found: Findings } | undefined;
  return () => {
    const now = text();
    if (!known || known.text !== now) {
      const found = judge();
      // Without an engine nothing was judged; the same state may be judged later.
      known = (found.faults || []).some(({ code }) => HOST.includes(code)) ? undefined : { text: now, found };
      return found;
    }
    return known.found;
  };
}

const HOST: string[] = ["not-ready", "session-closed", "internal"];

/** The judge of a session. */
export function ofSession(session: Session<AnyRulebook>): Judge {
  return judged(
    () => session.text(),
    () => {
      const result = session.report(["broken", "unknown", "pending"]);
      return result.ok ? { report: result.report, faults: session.faults() } : { faults: result.faults };
    },
  );
}

export interface ByPath {
  /** About a list, the committee or the whole record, or of a field that the form lacks. */
  form: Issue[];
  /** By JSON pointer. */
  fields: Map<string, Issue[]>;
}

/**
 * Sorts issues by place; a cross-field issue stands at each of its fields. Nothing is lost: what has no field among
 * those that the form `has` (all, unless given) stands at the form.
 */
export function byPath(all: Issue[], has: (pointer: string) => boolean = isField): ByPath {
  const sorted: ByPath = { form: [], fields: new Map() };
  for (const issue of all) {
    const places = [...new Set([issue.path, ...issue.related])].filter(has);
    places.forEach((path) => sorted.fields.set(path, [...(sorted.fields.get(path) || []), issue]));
    if (!has(issue.path) && (places.length === 0 || !isField(issue.path))) {
      sorted.form.push(issue);
    }
  }
  return sorted;
}

/** Neither the record nor one of its top-level members, the big lists and the committee. */
function isField(pointer: string): boolean {
  return pointer.lastIndexOf("/") > 0;
}

/** The message with its clause: `…… [gannan-2020 23]`. */
export function textOf({ message, clause }: Issue): string {
  return clause ? `${message} [${clause.document} ${clause.item}]` : message;
}
