import type { AnyRulebook, Edited, Fault, Locale, Session } from "gongwei";
import { reactive, shallowReactive } from "vue";
import type { Place } from "../disk";
import { apply, reconcile, type Edit } from "./document";
import { Findings } from "./findings";
import { open } from "./gongwei";
import { at, type Json, type JsonObject } from "./pointer";

/** How a record is judged. */
export interface Judging {
  rulebook: AnyRulebook;
  on: string;
  locale: Locale;
}

/** What is undone and redone at once. */
interface Step {
  edits: Edit[];
  /** How many edits the session has counted for it. */
  length: number;
}

/** Keys pressed within this time at one place are undone together, in milliseconds. */
const TOGETHER = 1500;

let last = 0;

export type Opening = { ok: true; record: OpenRecord } | { ok: false; faults: Fault[] };

/** A record in the form: the session that judges it, a copy of it to show, and all that is said of it. */
export class OpenRecord {
  readonly key = `r${++last}`;
  readonly document: JsonObject;
  readonly findings = new Findings();
  /** What the form shows beside the record. */
  readonly state: { name: string; isSample: boolean; canUndo: boolean; canRedo: boolean; edits: number; savedAt: number; isReadOnly: boolean; place: Place | undefined; judging: Judging; refused: Fault[] };
  private done: Step[] = [];
  private undone: Step[] = [];
  private latest: { pointer: string; at: number } | undefined;

  private constructor(
    private session: Session<AnyRulebook>,
    private readonly original: string,
    judging: Judging,
    { name, isSample, place }: { name: string; isSample: boolean; place?: Place },
  ) {
    this.document = reactive(session.toJSON() as JsonObject);
    this.state = shallowReactive({ name, isSample, canUndo: false, canRedo: false, edits: 0, savedAt: 0, isReadOnly: false, place, judging, refused: [] });
    this.judgeAll();
  }

  static open(text: string, judging: Judging, file: { name: string; isSample: boolean; place?: Place }): Opening {
    const opened = open(text, judging);
    return opened.ok ? { ok: true, record: new OpenRecord(opened.session, text, judging, file) } : opened;
  }

  at(pointer: string): Json | undefined {
    return at(this.document, pointer);
  }

  /** Writes what was typed, whatever it is; nothing typed takes the field away. */
  set(pointer: string, value: Json | undefined): boolean {
    const old = this.at(pointer);
    if (old === value) {
      return true;
    }
    return this.make(value === undefined ? [{ op: "remove", pointer }] : [{ op: "set", pointer, value }], pointer);
  }

  insert(pointer: string, value: Json): boolean {
    return this.make([{ op: "insert", pointer, value }]);
  }

  remove(pointer: string): boolean {
    return this.make([{ op: "remove", pointer }]);
  }

  move(from: string, to: string): boolean {
    return this.make([{ op: "move", pointer: from, to }]);
  }

  /** Several edits as one: all or none. */
  make(edits: Edit[], typedAt?: string): boolean {
    if (this.state.isReadOnly) {
      return false;
    }
    const edited = perform(this.session, edits);
    if (!this.taken(edited)) {
      return false;
    }
    // The session and the copy must not share what later edits change.
    edits.forEach((edit) => apply(this.document, structuredCopy(edit)));
    const now = Date.now();
    const before = this.done[this.done.length - 1];
    if (typedAt !== undefined && before && this.latest?.pointer === typedAt && now - this.latest.at < TOGETHER) {
      before.edits.push(...edits);
      before.length++;
    } else {
      this.done.push({ edits, length: 1 });
    }
    this.latest = typedAt === undefined ? undefined : { pointer: typedAt, at: now };
    this.undone = [];
    this.state.edits++;
    this.told();
    return true;
  }

  undo(): void {
    this.travel(this.done, this.undone, () => this.session.undo());
  }

  redo(): void {
    this.travel(this.undone, this.done, () => this.session.redo());
  }

  /** Judges by another day, in another language or by other rules; what can be undone stays. */
  judge(judging: Judging): void {
    const opened = open(this.original, judging);
    if (!opened.ok) {
      this.state.refused = opened.faults;
      this.state.judging = judging;
      return;
    }
    this.session.dispose();
    this.session = opened.session;
    const replay = (step: Step): void => {
      // As many edits as before, so that as many can be taken back.
      perform(this.session, step.edits);
      step.length = 1;
    };
    this.done.forEach(replay);
    [...this.undone].reverse().forEach(replay);
    this.undone.forEach(() => this.session.undo());
    this.latest = undefined;
    this.state.judging = judging;
    this.judgeAll();
  }

  /** What was typed, as it was typed, on one line. */
  typed(): string {
    return this.session.text();
  }

  text(): string {
    return JSON.stringify(JSON.parse(this.session.text()), null, 2) + "\n";
  }

  /** What was there after so many edits is in a file. */
  saved(place: Place, edits: number): void {
    Object.assign(this.state, { name: place.name, place, savedAt: edits, isSample: false });
  }

  get isSaved(): boolean {
    return this.state.savedAt === this.state.edits;
  }

  dispose(): void {
    this.session.dispose();
  }

  private travel(from: Step[], to: Step[], go: () => Edited<AnyRulebook>): void {
    const step = this.state.isReadOnly ? undefined : from.pop();
    if (step) {
      for (let count = 0; count < step.length; count++) {
        this.taken(go());
      }
      to.push(step);
      reconcile(this.document, this.session.toJSON() as Json);
      this.latest = undefined;
      this.state.edits++;
      this.told();
    }
  }

  private taken(edited: Edited<AnyRulebook>): boolean {
    if (edited.ok) {
      this.findings.take(edited);
      this.state.refused = [];
    } else {
      this.state.refused = edited.faults;
    }
    return edited.ok;
  }

  private judgeAll(): void {
    const result = this.session.report();
    this.findings.begin(result.ok ? result.report : undefined, this.session.faults());
    this.state.refused = result.ok ? [] : result.faults;
    this.told();
  }

  private told(): void {
    this.state.canUndo = this.done.length > 0;
    this.state.canRedo = this.undone.length > 0;
  }
}

function perform(session: Session<AnyRulebook>, edits: Edit[]): Edited<AnyRulebook> {
  const [only] = edits;
  return edits.length === 1 && only ? one(session, only) : session.transaction((inner) => edits.forEach((edit) => one(inner, edit)));
}

function one(session: Session<AnyRulebook>, edit: Edit): Edited<AnyRulebook> {
  switch (edit.op) {
    case "set":
      return session.set(edit.pointer, edit.value);
    case "insert":
      return session.insert(edit.pointer, edit.value);
    case "remove":
      return session.remove(edit.pointer);
    case "move":
      return session.move(edit.pointer, edit.to);
  }
}

function structuredCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
