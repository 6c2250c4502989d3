import type { Contradiction, Fault, Judgement, NormId, Pointer, Report, Session } from "../types.js";

/** One thing that a form has to say, whichever part of the engine found it. */
export interface Issue {
  /** Where it is. */
  path: Pointer;
  /** Other places it rests on: the other side of what does not fit together. */
  related: Pointer[];
  /** Only errors stand in the way of anything. */
  severity: "error" | "warning" | "to-do";
  /** A fault's code, or a verdict's key: for programs. */
  code: string;
  /** The norm that is not kept, if it is one. */
  norm?: NormId;
  /** Where the norm stands. */
  clause?: Judgement["clause"];
  /** For people. */
  message: string;
  /** What it was made of. */
  from: Fault | Contradiction | Judgement;
}

/** What is known of a record: the result of a `check`, or what a session holds. */
export interface Findings {
  /** What was found of what can be read. */
  report?: Report;
  /** What cannot be read. */
  faults?: Fault[];
}

/** What is listed beside errors. */
export interface Include {
  /** Broken norms that only advise. */
  warnings?: boolean;
  /** What is not known yet or still to come. */
  todos?: boolean;
}

/** What a session knows at the moment. */
export function findings(session: Session, include: Include = {}): Findings {
  const verdicts = include.todos ? (["broken", "unknown", "pending"] as const) : (["broken"] as const);
  const result = session.report(verdicts);
  return result.ok ? { report: result.report, faults: session.faults() } : { faults: [...session.faults(), ...result.faults] };
}

/** Faults, contradictions and broken norms, in this order: errors only, unless more is asked for. */
export function issues(found: Findings, include: Include = {}): Issue[] {
  const { report, faults = [] } = found;
  const listed: Issue[] = [...faults, ...(report ? report.coherence : [])].map(fault);
  for (const verdict of report ? report.verdicts : []) {
    const severity = severityOf(verdict);
    if (severity === "error" || (severity === "warning" && include.warnings) || (severity === "to-do" && include.todos)) {
      const { path, related = [], key, norm, clause, message = key } = verdict;
      listed.push({ path, related, severity, code: key, norm, clause, message, from: verdict });
    }
  }
  return listed;
}

function fault(from: Fault | Contradiction): Issue {
  const { path, code, message = code, related = [] } = from as Contradiction & { related?: Pointer[] };
  return { path, related, severity: "error", code, message, from };
}

function severityOf({ verdict, severity }: Judgement): Issue["severity"] | undefined {
  return verdict === "broken" ? severity : verdict === "unknown" || verdict === "pending" ? "to-do" : undefined;
}

/** Issues by the places of a form. */
export interface Placed {
  /** Those that no field stands for: about a list, the committee or the whole record. */
  form: Issue[];
  /** The others, by JSON pointer. */
  fields: Map<Pointer, Issue[]>;
}

/** Sorts issues by place. With `related`, an issue of two sides stands at both. */
export function placed(all: Issue[], options: { related?: boolean } = {}): Placed {
  const sorted: Placed = { form: [], fields: new Map() };
  for (const issue of all) {
    const places = new Set(options.related ? [issue.path, ...issue.related] : [issue.path]);
    if (isFormLevel(issue.path)) {
      sorted.form.push(issue);
    }
    places.forEach((path) => {
      if (!isFormLevel(path)) {
        sorted.fields.set(path, [...(sorted.fields.get(path) || []), issue]);
      }
    });
  }
  return sorted;
}

/** The record, or what stands at its top: the lists and the committee. */
function isFormLevel(pointer: Pointer): boolean {
  return pointer.lastIndexOf("/") <= 0;
}
