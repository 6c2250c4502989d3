import type {
  Contradiction, Day, DocumentFaultCode, Judgement, Norm, NormId, Pointer, Report, Rulebook, RulebookId,
} from "./generated.js";

export type * from "./generated.js";

/** The languages that messages come in. */
export type Locale = "zh-CN" | "en";

/** A rulebook to judge by: one that is built in, by its id, or one that `loadRulebook` has read. */
export type AnyRulebook = RulebookId | LoadedRulebook;

/** How a rulebook of one's own is read. */
export interface RulebookOptions {
  /** The rulebooks that it extends. Those that are built in need not be given. */
  extends?: readonly AnyRulebook[];
  /**
   * The calendar by which it counts working days, a `Calendar` or its JSON text. Without one, every verdict that needs it
   * is unknown. What it extends has no say in it: this calendar is for all its norms.
   */
  calendar?: unknown;
  /** The language of faults, by default zh-CN. */
  locale?: Locale;
}

/** How a record is judged. */
export interface Options<By extends AnyRulebook = RulebookId> {
  /** Which rules to judge by. */
  rulebook: By;
  /** The day of evaluation, `YYYY-MM-DD`. There is no default: the engine has no clock. */
  on: Day;
  /** Leaves out events and periods that began before this day, `YYYY-MM-DD`. */
  since?: Day;
  /** Adds a `message` to everything in the report. Faults have one always, by default in zh-CN. */
  locale?: Locale;
  /** Leaves out of the report the verdicts that are none of these. Every norm is judged all the same. */
  verdicts?: Shown;
}

/** Which verdicts a report has: all, if not given. */
export type Shown = readonly Judgement["verdict"][];

/** A report, or why there is none. */
export type Result<By = RulebookId> = { ok: true; report: Report<By> } | { ok: false; faults: Fault[] };

/** Something that keeps a record or a rulebook from being read, or an edit from being made. */
export interface Fault {
  /** What it is, for programs. */
  code: FaultCode;
  /** Where in the record, the rulebook or the calendar it is; empty for the whole of it and for options. */
  path: Pointer;
  /** The option that it is about. One about the `calendar` has its place there. */
  option?: string;
  /** What it is, for people. */
  message: string;
  /** Facts, by code. */
  [fact: string]: unknown;
}

/** What a fault can be. Codes never change meaning. */
export type FaultCode = DocumentFaultCode | CallFaultCode | HostFaultCode;

/** Why the engine cannot do what a call asks for. */
export type CallFaultCode =
  /** The option `rulebook`, or one of `extends`, is none of the built-in rulebooks and none that was loaded. */
  | "unknown-rulebook"
  /** The option `locale` is none of the languages. */
  | "unknown-locale"
  /** The option `verdicts` is no list of verdicts. */
  | "unknown-verdict"
  /** The rulebook has no norms for this kind of committee. */
  | "unknown-committee-kind"
  /** The place of an edit is not written as a JSON pointer. */
  | "not-a-pointer"
  /** The record has no place where an edit is to be made. */
  | "no-such-place"
  /** An edit is none of `set`, `insert`, `remove` and `move`. */
  | "unknown-edit";

/** Why the package cannot hand a call to the engine. */
export type HostFaultCode =
  /** `init()` is not done. */
  | "not-ready"
  /** The session was disposed of. */
  | "session-closed"
  /** The engine failed and was replaced. Nothing was done; open sessions go on as they were before the call. */
  | "internal"
  /** The value is none that JSON has: NaN, a BigInt, a Date, a function … */
  | "not-json"
  /** An object contains itself. */
  | "cyclic"
  /** The value threw while it was read. */
  | "unreadable"
  /** Objects and lists stand too deep inside each other. */
  | "too-deep"
  /** There are too many values. */
  | "too-large";

/** The identity of a verdict that is no longer there. */
export type Cleared<By = RulebookId> = Pick<Judgement<By>, "norm" | "subject" | "period">;

/** What an edit changed in the report, by the identity of verdicts: norm, subject and period. */
export interface Change<By = RulebookId> {
  /** Verdicts that were not there before. */
  appeared: Judgement<By>[];
  /** Verdicts that say something else than before, or of another place. */
  changed: Judgement<By>[];
  /** Verdicts that are no longer there. */
  cleared: Cleared<By>[];
  /** All contradictions of the record, if they changed. */
  coherence?: Contradiction[];
}

/** What an edit changed, with all faults if they changed; or why it could not be made. Then nothing is changed. */
export type Edited<By = RulebookId> = ({ ok: true; faults?: Fault[] } & Change<By>) | { ok: false; faults: Fault[] };

/**
 * A record under edit, kept as it was typed: a form's companion.
 *
 * Places are JSON pointers, such as `/appointments/3/from`. Values need not be right: what cannot be read is kept, with a
 * fault at its place, and counts as not known. No method throws.
 */
export interface Session<By = RulebookId> {
  /** Writes a value over what is there; missing objects on the way are made. `undefined` removes. */
  set(pointer: string, value: unknown): Edited<By>;
  /** Puts an entry into a list, before the one at this place; `-` stands for the end. A missing list is made. */
  insert(pointer: string, value: unknown): Edited<By>;
  /** Takes away a field or an entry. What refers to it stays, as a fault. */
  remove(pointer: string): Edited<By>;
  /** Takes a field or an entry away and puts it elsewhere, at a place counted without it. */
  move(from: string, to: string): Edited<By>;
  /** Gathers the edits made within and makes them as one: all or none, undone together. */
  transaction(edits: (session: Session<By>) => void): Edited<By>;
  /** Takes the last of up to 1,000 edits back. */
  undo(): Edited<By>;
  /** Makes the edit again that was taken back last. */
  redo(): Edited<By>;
  /** Whether there is an edit to take back. */
  readonly canUndo: boolean;
  /** Whether there is an edit to make again. */
  readonly canRedo: boolean;
  /** What cannot be read. */
  faults(): Fault[];
  /** The report of what can be read, with all verdicts or those of a kind. */
  report(verdicts?: Shown): { ok: true; report: Report<By> } | { ok: false; faults: Fault[] };
  /** Faults and broken musts by their places. */
  errorsByPath(): Record<string, (Fault | Judgement<By>)[]>;
  /** The document as it was typed, as JSON text. */
  text(): string;
  /** The document as it was typed. */
  toJSON(): unknown;
  /** Frees the memory. Call it when the form goes; after it, edits are refused. */
  dispose(): void;
}

/** A session, or the faults of what no session can hold. */
export type Opened<By = RulebookId> = { ok: true; session: Session<By> } | { ok: false; faults: Fault[] };

/** The document of a built-in rulebook. */
export interface BuiltinRulebook extends Rulebook {
  /** Its id. */
  id: RulebookId;
  /** The norms. */
  norms: (Norm & { id: NormId })[];
}

/** A rulebook of one's own without faults: its document, ready to be judged by. */
export interface LoadedRulebook extends Readonly<Rulebook> {
  /** The fingerprint of the text that was read and of those it extends, without a calendar; every report by it cites it. */
  readonly digest: string;
  /**
   * Frees what the engine keeps of it, when no page judges by it any more. Sessions that are open by it go on, and where
   * it is used again, it is read again.
   */
  dispose(): void;
}

/** A rulebook of one's own, or all its faults. */
export type Loaded = { ok: true; rulebook: LoadedRulebook } | { ok: false; faults: Fault[] };
