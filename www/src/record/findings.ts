import type { AnyRulebook, Change, Cleared, Contradiction, Fault, Judgement, Note, Report } from "gongwei";
import { byPath, issues, type Issue } from "gongwei/adapters";
import { reactive, shallowRef, type ShallowRef } from "vue";
import { toPath } from "gongwei/adapters";
import { entryOf } from "./pointer";
import { Shelves } from "./shelves";

type Verdict = Judgement<AnyRulebook>;

/** How many of each there are. */
export interface Counts {
  errors: number;
  warnings: number;
  todos: number;
}

interface Placed {
  issue: Issue;
  /** The places where it is shown. */
  places: string[];
  /** The entries that hold them. */
  entries: string[];
  section: string;
}

const NONE: readonly Issue[] = [];
const NO_COUNTS: Counts = { errors: 0, warnings: 0, todos: 0 };

/**
 * All that the engine says of the record, kept up with what each edit changed: by place, so that a field is shown anew
 * only when what is said of it has changed.
 */
export class Findings {
  /** Every verdict, by identity. */
  private readonly verdicts = new Map<string, Verdict>();
  /** Verdicts by whom or what they are about, so that what shows one seat depends on that seat alone. */
  private readonly bySubject = new Shelves<Verdict>();
  private readonly placed = new Map<string, Placed>();
  private readonly atPlace = new Shelves<Issue>();
  private readonly inEntry = new Shelves<Issue>();
  private readonly sections = new Map<string, Counts>();
  private readonly bySection = reactive(new Map<string, Counts>());
  private unreadable: string[] = [];
  private contradictory: string[] = [];
  /** Changes with everything that is said; what shows all of it depends on it. */
  readonly version: ShallowRef<number> = shallowRef(0);
  readonly total = reactive<Counts>({ errors: 0, warnings: 0, todos: 0 });
  faults: Fault[] = [];
  coherence: Contradiction[] = [];
  /** What is to be known of the rules. */
  notes: Note[] = [];

  /** Begins anew with a whole report. */
  begin(report: Report<AnyRulebook> | undefined, faults: Fault[]): void {
    const kept = new Set((report?.verdicts ?? []).map(identity));
    for (const id of [...this.verdicts.keys()].filter((id) => !kept.has(id))) {
      this.forget(id);
    }
    for (const verdict of report?.verdicts ?? []) {
      this.note(verdict);
    }
    this.tell("!", this.contradictory, issues({ report: empty(report?.coherence ?? []) }), (next) => (this.contradictory = next));
    this.coherence = report?.coherence ?? [];
    this.notes = report?.notes ?? [];
    this.unread(faults);
    this.tellAll();
  }

  /** Takes up what an edit changed. */
  take(change: Change<AnyRulebook> & { faults?: Fault[] }): void {
    change.cleared.forEach((cleared) => this.forget(identity(cleared)));
    change.appeared.forEach((verdict) => this.note(verdict));
    change.changed.forEach((verdict) => this.note(verdict));
    if (change.coherence) {
      this.coherence = change.coherence;
      this.tell("!", this.contradictory, issues({ report: empty(change.coherence) }), (next) => (this.contradictory = next));
    }
    if (change.faults) {
      this.unread(change.faults);
    }
    if (change.appeared.length + change.changed.length + change.cleared.length > 0 || change.coherence || change.faults) {
      this.tellAll();
    }
  }

  /** What is said of a place. */
  at(pointer: string): readonly Issue[] {
    return this.atPlace.get(pointer) ?? NONE;
  }

  /** What is said of an entry or anything in it. */
  within(entry: string): readonly Issue[] {
    return this.inEntry.get(entry) ?? NONE;
  }

  counts(section: string): Counts {
    return this.bySection.get(section) ?? NO_COUNTS;
  }

  /** Every verdict, in no order. Depends on everything. */
  all(): Verdict[] {
    void this.version.value;
    return [...this.verdicts.values()];
  }

  /** Every verdict about one subject. */
  of(kind: string, id: string): readonly Verdict[] {
    return this.bySubject.get(`${kind} ${id}`) ?? [];
  }

  verdict(id: string): Verdict | undefined {
    void this.version.value;
    return this.verdicts.get(id);
  }

  /** Errors and warnings, or what is to be done. Depends on everything. */
  list(...severities: Issue["severity"][]): Issue[] {
    void this.version.value;
    return [...this.placed.values()].map(({ issue }) => issue).filter(({ severity }) => severities.includes(severity));
  }

  private unread(faults: Fault[]): void {
    this.faults = faults;
    this.tell("?", this.unreadable, issues({ faults }), (next) => (this.unreadable = next));
  }

  private note(verdict: Verdict): void {
    const id = identity(verdict);
    this.forget(id);
    this.verdicts.set(id, verdict);
    this.bySubject.put(subjectOf(verdict), verdict);
    const [issue] = issues({ report: { ...empty([]), verdicts: [verdict] } as Report<AnyRulebook> }, { warnings: true, todos: true });
    if (issue) {
      this.place(id, issue);
    }
  }

  private forget(id: string): void {
    const verdict = this.verdicts.get(id);
    if (verdict) {
      this.verdicts.delete(id);
      this.bySubject.take(subjectOf(verdict), verdict);
    }
    this.displace(id);
  }

  /** Says some things in the place of others of their kind. */
  private tell(kind: string, before: string[], now: Issue[], keep: (ids: string[]) => void): void {
    before.forEach((id) => this.displace(id));
    keep(
      now.map((issue, index) => {
        const id = `${kind}${index}`;
        this.place(id, issue);
        return id;
      }),
    );
  }

  private place(id: string, issue: Issue): void {
    // What is unknown stands where it can be filled in.
    const missing = "missing" in issue.from ? ((issue.from as Verdict).missing ?? []) : [];
    const sorted = byPath([issue.severity === "to-do" && missing.length > 0 ? { ...issue, path: missing[0] ?? issue.path, related: missing.slice(1) } : issue]);
    const places = [...sorted.fields.keys(), ...sorted.form.map(({ path }) => path)];
    const entries = [...new Set(places.map(entryOf))];
    const section = sectionOf(places[0] ?? issue.path);
    this.placed.set(id, { issue, places, entries, section });
    places.forEach((place) => this.atPlace.put(place, issue));
    entries.forEach((entry) => this.inEntry.put(entry, issue));
    this.count(section, issue, 1);
  }

  private displace(id: string): void {
    const placed = this.placed.get(id);
    if (placed) {
      this.placed.delete(id);
      placed.places.forEach((place) => this.atPlace.take(place, placed.issue));
      placed.entries.forEach((entry) => this.inEntry.take(entry, placed.issue));
      this.count(placed.section, placed.issue, -1);
    }
  }

  private count(section: string, { severity }: Issue, by: number): void {
    const key = severity === "error" ? "errors" : severity === "warning" ? "warnings" : "todos";
    const counts = this.sections.get(section) ?? { ...NO_COUNTS };
    counts[key] += by;
    this.sections.set(section, counts);
  }

  /** Shows what has come of all that was noted and forgotten. */
  private tellAll(): void {
    [this.bySubject, this.atPlace, this.inEntry].forEach((shelves) => shelves.tell());
    const total = { ...NO_COUNTS };
    for (const [section, counts] of this.sections) {
      const shown = this.bySection.get(section);
      if (shown) {
        Object.assign(shown, counts);
      } else {
        this.bySection.set(section, { ...counts });
      }
      total.errors += counts.errors;
      total.warnings += counts.warnings;
      total.todos += counts.todos;
    }
    Object.assign(this.total, total);
    this.version.value++;
  }
}

function subjectOf({ subject: { kind, id } }: Verdict): string {
  return `${kind} ${id ?? ""}`;
}

function empty(coherence: Contradiction[]): Report<AnyRulebook> {
  return { coherence, verdicts: [] } as unknown as Report<AnyRulebook>;
}

/** What tells a verdict from every other: ids, which stay when places shift. */
export function identity({ norm, subject: { kind, meeting, id }, period }: Verdict | Cleared<AnyRulebook>): string {
  return [norm, kind, meeting, id, period].map((part) => part ?? "").join(" ");
}

/** The part of the form that a place belongs to. */
export function sectionOf(pointer: string): string {
  const first = toPath(pointer)[0];
  return first === undefined || first === "rulebook" || first === "schema" || first === "ext" ? "committee" : first === "completeThrough" ? "todo" : String(first);
}
