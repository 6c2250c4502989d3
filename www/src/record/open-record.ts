import type { AnyRulebook, Edited, Fault, Locale, Session } from "gongwei";
import { reactive, shallowReactive } from "vue";
import type { Place } from "../disk";
import { apply, reconcile, type Edit } from "./document";
import { Findings } from "./findings";
import { open } from "./gongwei";
import { at, type Json, type JsonObject } from "./pointer";
import { breathe } from "./slices";

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

/** What was typed at a place and the session does not know yet. */
interface Typing {
  pointer: string;
  before: Json | undefined;
  value: Json | undefined;
  at: number;
  timer: ReturnType<typeof setTimeout>;
}

/** Keys pressed within this time at one place are undone together, in milliseconds. */
const TOGETHER = 1500;
/** Milliseconds without a key, after which what was typed is judged: half a day is no day, and nobody wants to be told so. */
const PAUSE = 200;
/** Many edits are made in so many parts: each costs a reading of the whole record, so that more would take longer in all. */
const PARTS = 32;
const PART_MIN = 100;

let last = 0;

export type Opening = { ok: true; record: OpenRecord } | { ok: false; faults: Fault[] };

/** A record in the form: the session that judges it, a copy of it to show, and all that is said of it. */
export class OpenRecord {
  readonly key = `r${++last}`;
  readonly document: JsonObject;
  readonly findings = new Findings();
  /** What the form shows beside the record. */
  readonly state: { name: string; isSample: boolean; canUndo: boolean; canRedo: boolean; edits: number; savedAt: number; isReadOnly: boolean; isBusy: boolean; place: Place | undefined; judging: Judging; refused: Fault[] };
  private done: Step[] = [];
  private undone: Step[] = [];
  private latest: { pointer: string; at: number } | undefined;
  private typing: Typing | undefined;
  /** What was there before the many edits that are being made. */
  private before: string | undefined;
  private isGone = false;
  /** How it is to be judged once they are made. */
  private later: Judging | undefined;

  private constructor(
    private session: Session<AnyRulebook>,
    private readonly original: string,
    judging: Judging,
    { name, isSample, place }: { name: string; isSample: boolean; place?: Place },
  ) {
    this.document = reactive(session.toJSON() as JsonObject);
    this.state = shallowReactive({ name, isSample, canUndo: false, canRedo: false, edits: 0, savedAt: 0, isReadOnly: false, isBusy: false, place, judging, refused: [] });
    this.judgeAll();
  }

  static open(text: string, judging: Judging, file: { name: string; isSample: boolean; place?: Place }): Opening {
    const opened = open(text, judging);
    return opened.ok ? { ok: true, record: new OpenRecord(opened.session, text, judging, file) } : opened;
  }

  at(pointer: string): Json | undefined {
    return at(this.document, pointer);
  }

  /** Writes a value, whatever it is; none takes the field away. */
  set(pointer: string, value: Json | undefined): boolean {
    this.settle();
    return this.at(pointer) === value || this.make([setting(pointer, value)], pointer);
  }

  /** Writes what is being typed: it is seen at once, and judged when the typing pauses or anything else is done. */
  type(pointer: string, value: string | number | undefined): void {
    if (this.typing?.pointer !== pointer) {
      this.settle();
    }
    const old = this.at(pointer);
    if (old === value || !this.isOpen) {
      return;
    }
    const before = this.typing ? this.typing.before : old;
    clearTimeout(this.typing?.timer);
    // The pause begins when the sign is there: where showing it takes long, the next key is still to come.
    const typing: Typing = { pointer, before, value, at: Date.now(), timer: setTimeout(() => this.waitFor(typing)) };
    this.typing = typing;
    apply(this.document, setting(pointer, value));
    this.state.edits++;
    this.told();
  }

  /** Judges what was typed once nothing more comes; a key that is pressed already comes first. */
  private waitFor(typing: Typing): void {
    typing.timer = setTimeout(() => (isKeyPending() ? this.waitFor(typing) : this.settle()), PAUSE);
  }

  /** Tells the session what was typed last. */
  settle(): void {
    const { typing } = this;
    if (!typing) {
      return;
    }
    clearTimeout(typing.timer);
    this.typing = undefined;
    const edits = [setting(typing.pointer, typing.value)];
    if (typing.value !== typing.before && this.taken(perform(this.session, edits))) {
      this.remember(edits, typing.pointer, typing.at);
    } else {
      // Nothing came of it.
      reconcile(this.document, this.session.toJSON() as Json);
    }
    this.told();
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
    this.settle();
    if (!this.isOpen) {
      return false;
    }
    const edited = perform(this.session, edits);
    if (!this.taken(edited)) {
      return false;
    }
    // The session and the copy must not share what later edits change.
    edits.forEach((edit) => apply(this.document, structuredCopy(edit)));
    this.remember(edits, typedAt, Date.now());
    this.state.edits++;
    this.told();
    return true;
  }

  /**
   * Many edits as one, a part at a time: meanwhile nothing else is edited, and the page can be seen and used. Asked between
   * the parts whether to go on, with the share that is done; of what is stopped or refused nothing is left.
   */
  async makeMany(edits: Edit[], goesOn: (done: number) => boolean): Promise<"made" | "refused" | "stopped"> {
    this.settle();
    if (!this.isOpen) {
      return "refused";
    }
    this.before = this.session.text();
    this.state.isBusy = true;
    let result: "made" | "refused" | "stopped" = "made";
    const size = Math.max(PART_MIN, Math.ceil(edits.length / PARTS));
    let parts = 0;
    for (let from = 0; from < edits.length && result === "made"; ) {
      const part = edits.slice(from, from + size);
      if (this.taken(perform(this.session, part))) {
        part.forEach((edit) => apply(this.document, structuredCopy(edit)));
        parts++;
        from += part.length;
        result = goesOn(from / edits.length) ? "made" : "stopped";
        await breathe();
      } else {
        result = "refused";
      }
      if (this.isGone) {
        return "stopped";
      }
    }
    if (result === "made") {
      this.done.push({ edits, length: parts });
      this.state.edits++;
    } else {
      for (let part = 0; part < parts; part++) {
        const { refused } = this.state;
        this.taken(this.session.undo());
        this.state.refused = refused;
        await breathe();
      }
      reconcile(this.document, this.session.toJSON() as Json);
    }
    this.latest = undefined;
    this.undone = [];
    this.before = undefined;
    this.state.isBusy = false;
    this.told();
    if (this.later) {
      this.judge(this.later);
    }
    return result;
  }

  undo(): void {
    this.travel(this.done, this.undone, () => this.session.undo());
  }

  redo(): void {
    this.travel(this.undone, this.done, () => this.session.redo());
  }

  /** Judges by another day, in another language or by other rules; what can be undone stays. */
  judge(judging: Judging): void {
    this.settle();
    this.later = this.state.isBusy ? judging : undefined;
    if (this.later) {
      return;
    }
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
    this.settle();
    return this.before ?? this.session.text();
  }

  text(): string {
    return JSON.stringify(JSON.parse(this.typed()), null, 2) + "\n";
  }

  /** What was there after so many edits is in a file. */
  saved(place: Place, edits: number): void {
    Object.assign(this.state, { name: place.name, place, savedAt: edits, isSample: false });
  }

  /** Whether it may be edited now. */
  get isOpen(): boolean {
    return !this.state.isReadOnly && !this.state.isBusy;
  }

  get isSaved(): boolean {
    return this.state.savedAt === this.state.edits;
  }

  dispose(): void {
    clearTimeout(this.typing?.timer);
    this.isGone = true;
    this.session.dispose();
  }

  private travel(from: Step[], to: Step[], go: () => Edited<AnyRulebook>): void {
    this.settle();
    const step = this.isOpen ? from.pop() : undefined;
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

  /** Keeps an edit that can be undone, with the one before where both were typed in one go at one place. */
  private remember(edits: Edit[], typedAt: string | undefined, at: number): void {
    const before = this.done[this.done.length - 1];
    if (typedAt !== undefined && before && this.latest?.pointer === typedAt && at - this.latest.at < TOGETHER) {
      before.edits.push(...edits);
      before.length++;
    } else {
      this.done.push({ edits, length: 1 });
    }
    this.latest = typedAt === undefined ? undefined : { pointer: typedAt, at };
    this.undone = [];
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
    this.state.canUndo = this.done.length > 0 || this.typing !== undefined;
    this.state.canRedo = this.undone.length > 0 && this.typing === undefined;
  }
}

/** Whether something was pressed that the page has not taken up yet; where the browser cannot say, nothing was. */
function isKeyPending(): boolean {
  return (navigator as { scheduling?: { isInputPending?: () => boolean } }).scheduling?.isInputPending?.() ?? false;
}

function setting(pointer: string, value: Json | undefined): Edit {
  return value === undefined ? { op: "remove", pointer } : { op: "set", pointer, value };
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
