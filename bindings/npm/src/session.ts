import type { Engine } from "gongwei:glue";
import { ask, refused, running, type Refused } from "./engine.js";
import { make, type Edit, type Journal, type Started } from "./journal.js";
import { toText } from "./text.js";
import type { AnyRulebook, Change, Edited, Fault, Judgement, Locale, Report, Session, Shown } from "./types.js";

/** What the engine answers to an edit. */
type Answer<By> = { ok: true; change: Change<By>; faults?: Fault[] } | Refused;

const NOTHING: Change<never> = { appeared: [], changed: [], cleared: [] };

/** A session of the engine, by its number; opened again from its journal in an engine that took another's place. */
export class Held<By extends AnyRulebook> implements Session<By> {
  private number: number;
  private known: Fault[];
  private disposed = false;
  /** While edits are gathered for one transaction. */
  private gathered: Edit | undefined;

  constructor(
    private engine: Engine,
    started: Started,
    private readonly journal: Journal,
    private readonly locale: Locale | undefined,
  ) {
    this.number = started.session;
    this.known = started.faults;
  }

  set(pointer: string, value: unknown): Edited<By> {
    return value === undefined ? this.remove(pointer) : this.write("set", pointer, value);
  }

  insert(pointer: string, value: unknown): Edited<By> {
    return this.write("insert", pointer, value);
  }

  remove(pointer: string): Edited<By> {
    return this.edit(["remove", word(pointer), ""]);
  }

  move(from: string, to: string): Edited<By> {
    return this.edit(["move", word(from), word(to)]);
  }

  transaction(edits: (session: Session<By>) => void): Edited<By> {
    if (this.gathered) {
      // One inside another is part of it.
      edits(this);
      return { ok: true, ...NOTHING };
    }
    const gathered: Edit = (this.gathered = []);
    try {
      edits(this);
    } finally {
      // What the caller throws is the caller's; then nothing was changed.
      this.gathered = undefined;
    }
    return this.edit(gathered);
  }

  undo(): Edited<By> {
    return this.answered((engine, number) => {
      if ((engine.history(number) & 1) === 0) {
        return { ok: true, change: NOTHING };
      }
      const answer = JSON.parse(engine.undo(number)) as Answer<By>;
      this.journal.takenBack(() => written(engine, number));
      return answer;
    });
  }

  redo(): Edited<By> {
    return this.answered((engine, number) => {
      if ((engine.history(number) & 2) === 0) {
        return { ok: true, change: NOTHING };
      }
      const answer = JSON.parse(engine.redo(number)) as Answer<By>;
      this.journal.madeAgain(() => written(engine, number));
      return answer;
    });
  }

  get canUndo(): boolean {
    return this.hasHistory(1);
  }

  get canRedo(): boolean {
    return this.hasHistory(2);
  }

  faults(): Fault[] {
    return this.known;
  }

  report(verdicts?: Shown): { ok: true; report: Report<By> } | { ok: false; faults: Fault[] } {
    return this.ask((engine, number) => JSON.parse(engine.report(number, shown(verdicts))) as { ok: true; report: Report<By> });
  }

  errorsByPath(): Record<string, (Fault | Judgement<By>)[]> {
    const errors: Record<string, (Fault | Judgement<By>)[]> = Object.create(null) as Record<string, (Fault | Judgement<By>)[]>;
    const add = (path: string, error: Fault | Judgement<By>): void => void (errors[path] ??= []).push(error);
    for (const fault of this.known) {
      add(fault.path, fault);
    }
    const result = this.report(["broken"]);
    for (const verdict of result.ok ? result.report.verdicts : []) {
      if (verdict.severity === "error") {
        add(verdict.path, verdict);
      }
    }
    return errors;
  }

  text(): string {
    const text = this.ask(written);
    return typeof text === "string" ? text : "";
  }

  toJSON(): unknown {
    const text = this.text();
    return text === "" ? undefined : JSON.parse(text);
  }

  dispose(): void {
    if (!this.disposed && this.engine === running()) {
      this.ask((engine, number) => engine.close(number));
    }
    this.disposed = true;
  }

  private write(what: "set" | "insert", pointer: string, value: unknown): Edited<By> {
    const text = toText(value, this.locale);
    if (!text.ok) {
      const faults = text.faults.map((fault) => ({ ...fault, path: word(pointer) + fault.path }));
      return { ok: false, faults };
    }
    return this.edit([what, word(pointer), text.text]);
  }

  /** Makes an edit, or gathers it. */
  private edit(edit: Edit): Edited<By> {
    if (this.gathered) {
      this.gathered.push(...edit);
      return { ok: true, ...NOTHING };
    }
    return this.answered((engine, number) => {
      const answer = JSON.parse(make(engine, number, edit)) as Answer<By>;
      if (answer.ok) {
        this.journal.made(edit, () => written(engine, number));
      }
      return answer;
    });
  }

  private hasHistory(bit: number): boolean {
    return this.ask((engine, number) => (engine.history(number) & bit) !== 0) === true;
  }

  /** Lets the engine answer for this session. */
  private ask<T>(question: (engine: Engine, number: number) => T): T | Refused {
    if (this.disposed) {
      return refused("session-closed", this.locale);
    }
    return ask((engine) => question(engine, this.numberIn(engine)), this.locale);
  }

  private numberIn(engine: Engine): number {
    if (this.engine !== engine) {
      const opened = this.journal.open(engine);
      if (!opened.ok) {
        throw new Error("what could be opened cannot be opened again");
      }
      this.number = opened.session;
      this.engine = engine;
    }
    return this.number;
  }

  private answered(question: (engine: Engine, number: number) => Answer<By>): Edited<By> {
    const answer = this.ask(question);
    if (!answer.ok) {
      return answer;
    }
    if (answer.faults) {
      this.known = answer.faults;
    }
    return answer.faults ? { ok: true, ...answer.change, faults: answer.faults } : { ok: true, ...answer.change };
  }
}

function written(engine: Engine, number: number): string {
  return engine.text(number) ?? "";
}

/** What is no list shows no verdict there is; the engine says so. */
export function shown(verdicts: Shown | undefined): string | undefined {
  return verdicts === undefined || verdicts === null ? undefined : Array.isArray(verdicts) ? verdicts.join() : "?";
}

/** What is no text is no place either; the engine says so. */
function word(value: unknown): string {
  return typeof value === "string" ? value : "?";
}
