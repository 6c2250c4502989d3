/** The languages that messages come in. */
export type Locale = "zh-CN" | "en";

/** The built-in rulebooks. */
export type RulebookId = "gannan-2020";

export interface Options {
  /** Which rules to judge by. */
  rulebook: RulebookId;
  /** The day of evaluation, `YYYY-MM-DD`. There is no default: the engine has no clock. */
  on: string;
  /** Leaves out events and periods that began before this day, `YYYY-MM-DD`. */
  since?: string;
  /** Adds a `message` to everything in the report. Faults have one always, by default in zh-CN. */
  locale?: Locale;
}

/** A report, or why there is none. */
export type Result = { ok: true; report: Report } | { ok: false; faults: Fault[] };

/** Something that keeps a record from being judged. */
export interface Fault {
  /** What it is, for programs. */
  code: string;
  /** Where in the record it is, as a JSON pointer; empty for the whole record and for options. */
  path: string;
  /** What it is, for people. */
  message: string;
  /** Facts, by code. */
  [fact: string]: unknown;
}

export type Verdict = "met" | "broken" | "unknown" | "pending" | "not-applicable";
export type Modality = "must" | "should" | "may";
export type Severity = "error" | "warning";

/** The place in the source that a norm rests on. */
export interface Clause {
  document: string;
  item: string;
  /** Further items that say the same, add to it, or extend it to who joins in mid-term. */
  also?: string[];
}

/** What a norm was judged for, by the record's own ids. */
export interface Subject {
  kind:
    | "committee"
    | "appointment"
    | "meeting"
    | "topic"
    | "person"
    | "organization"
    | "problem-list"
    | "assessment"
    | "training-class";
  /** The committee has none. */
  id?: string;
  /** The meeting of a topic. */
  meeting?: string;
}

/** What the engine saw, by name: numbers, days, shares, ids and words of the record's vocabulary. */
export type Facts = Record<string, string | number | boolean>;

/** One norm, judged for one subject. */
export interface Judgement {
  norm: string;
  subject: Subject;
  period?: string;
  verdict: Verdict;
  modality: Modality;
  /** Of broken norms only: a broken must is an error, a broken should a warning. */
  severity?: Severity;
  clause: Clause;
  /** Where in the record it was seen. */
  path: string;
  related?: string[];
  /** What it was seen by. */
  facts?: Facts;
  /** Which fields an unknown verdict needs. */
  missing?: string[];
  /** On which day a pending duty is due, where there is one. */
  due?: string;
  key: string;
  message?: string;
}

/** A place where the record contradicts itself. */
export interface Contradiction {
  code: string;
  path: string;
  related?: string[];
  facts?: Facts;
  message?: string;
}

export interface Report {
  schema: string;
  engine: string;
  on: string;
  rulebook: { id: string; edition?: string; digest: string };
  coherence: Contradiction[];
  verdicts: Judgement[];
}

/** The identity of a verdict that is no longer there. */
export type Cleared = Pick<Judgement, "norm" | "subject" | "period">;

/** What an edit changed in the report, by the identity of verdicts: norm, subject and period. */
export interface Change {
  /** Verdicts that were not there before. */
  appeared: Judgement[];
  /** Verdicts that say something else than before, or of another place. */
  changed: Judgement[];
  /** Verdicts that are no longer there. */
  cleared: Cleared[];
  /** All contradictions of the record, if they changed. */
  coherence?: Contradiction[];
}

/** What an edit changed, with all faults if they changed; or why it could not be made. Then nothing is changed. */
export type Edited = ({ ok: true; faults?: Fault[] } & Change) | { ok: false; faults: Fault[] };

/**
 * A record under edit, kept as it was typed: a form's companion.
 *
 * Places are JSON pointers, such as `/appointments/3/from`. Values need not be right: what cannot be read is kept, with a
 * fault at its place, and counts as not known. No method throws.
 */
export interface Session {
  /** Writes a value over what is there; missing objects on the way are made. `undefined` removes. */
  set(pointer: string, value: unknown): Edited;
  /** Puts an entry into a list, before the one at this place; `-` stands for the end. A missing list is made. */
  insert(pointer: string, value: unknown): Edited;
  /** Takes away a field or an entry. What refers to it stays, as a fault. */
  remove(pointer: string): Edited;
  /** Takes a field or an entry away and puts it elsewhere, at a place counted without it. */
  move(from: string, to: string): Edited;
  /** Gathers the edits made within and makes them as one: all or none, undone together. */
  transaction(edits: (session: Session) => void): Edited;
  /** Takes the last of up to 1,000 edits back. */
  undo(): Edited;
  /** Makes the edit again that was taken back last. */
  redo(): Edited;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What cannot be read. */
  faults(): Fault[];
  /** The whole report of what can be read. */
  report(): { ok: true; report: Report } | { ok: false; faults: Fault[] };
  /** Faults and broken musts by their places. */
  errorsByPath(): Record<string, (Fault | Judgement)[]>;
  /** The document as it was typed, as JSON text. */
  text(): string;
  /** The document as it was typed. */
  toJSON(): unknown;
  /** Frees the memory. Call it when the form goes; after it, edits are refused. */
  dispose(): void;
}

/** A session, or the faults of what no session can hold. */
export type Opened = { ok: true; session: Session } | { ok: false; faults: Fault[] };

/** A text in both languages. */
export interface Bilingual {
  zh: string;
  en: string;
}

/** The part of a rulebook's document that pages show. */
export interface Rulebook {
  id: string;
  edition: string;
  title: Bilingual;
  note: Bilingual;
  norms: Norm[];
  [more: string]: unknown;
}

export interface Norm {
  id: string;
  title: Bilingual;
  modality: Modality;
  clause: { item: string; also?: string[]; supplement?: string };
  /** How the clause is read. */
  reading: Bilingual;
  [more: string]: unknown;
}
