import * as engine from "../module/gongwei.js";
import { hostFault } from "./fault.js";
import { toText } from "./text.js";
import type { Change, Edited, Fault, Judgement, Locale, Report, Session } from "./types.js";

/** What the engine answers to an edit. */
type Answer = { ok: true; change: Change; faults?: Fault[] } | { ok: false; faults: Fault[] };

/** Calls the engine; what it gives when it fails for good is a value too. */
export type Call = <T>(act: () => string, failed: (faults: Fault[]) => T) => T;

const NOTHING: Change = { appeared: [], changed: [], cleared: [] };

/** A session of the engine, by its number. */
export class Held implements Session {
  private disposed = false;
  /** While edits are gathered for one transaction. */
  private gathered: string[] | undefined;

  constructor(
    private readonly number: number,
    private known: Fault[],
    private readonly locale: Locale | undefined,
    private readonly call: Call,
    /** Whether the instance of the engine that knows the number still runs. */
    private readonly isAlive: () => boolean,
  ) {}

  private get open(): boolean {
    return !this.disposed && this.isAlive();
  }

  set(pointer: string, value: unknown): Edited {
    return value === undefined ? this.remove(pointer) : this.write("set", pointer, value);
  }

  insert(pointer: string, value: unknown): Edited {
    return this.write("insert", pointer, value);
  }

  remove(pointer: string): Edited {
    return this.gather("remove", pointer, "") ?? this.edited(() => engine.remove(this.number, word(pointer)));
  }

  move(from: string, to: string): Edited {
    return this.gather("move", from, to) ?? this.edited(() => engine.move(this.number, word(from), word(to)));
  }

  transaction(edits: (session: Session) => void): Edited {
    if (this.gathered) {
      // One inside another is part of it.
      edits(this);
      return { ok: true, ...NOTHING };
    }
    const gathered: string[] = (this.gathered = []);
    try {
      edits(this);
    } finally {
      // What the caller throws is the caller's; then nothing was changed.
      this.gathered = undefined;
    }
    return this.edited(() => engine.edit(this.number, gathered));
  }

  undo(): Edited {
    return this.edited(() => engine.undo(this.number));
  }

  redo(): Edited {
    return this.edited(() => engine.redo(this.number));
  }

  get canUndo(): boolean {
    return this.open && (engine.history(this.number) & 1) !== 0;
  }

  get canRedo(): boolean {
    return this.open && (engine.history(this.number) & 2) !== 0;
  }

  faults(): Fault[] {
    return this.known;
  }

  report(): { ok: true; report: Report } | { ok: false; faults: Fault[] } {
    if (!this.open) {
      return this.closed();
    }
    return this.call(
      () => engine.report(this.number),
      (faults) => ({ ok: false, faults }),
    );
  }

  errorsByPath(): Record<string, (Fault | Judgement)[]> {
    const errors: Record<string, (Fault | Judgement)[]> = Object.create(null) as Record<string, (Fault | Judgement)[]>;
    const add = (path: string, error: Fault | Judgement): void => void (errors[path] ??= []).push(error);
    for (const fault of this.known) {
      add(fault.path, fault);
    }
    const result = this.report();
    for (const verdict of result.ok ? result.report.verdicts : []) {
      if (verdict.severity === "error") {
        add(verdict.path, verdict);
      }
    }
    return errors;
  }

  text(): string {
    return this.open ? (engine.text(this.number) ?? "") : "";
  }

  toJSON(): unknown {
    return this.open ? JSON.parse(this.text()) : undefined;
  }

  dispose(): void {
    if (this.open) {
      engine.close(this.number);
    }
    this.disposed = true;
  }

  private write(what: "set" | "insert", pointer: string, value: unknown): Edited {
    const text = toText(value, this.locale);
    if (!text.ok) {
      const faults = text.faults.map((fault) => ({ ...fault, path: word(pointer) + fault.path }));
      return { ok: false, faults };
    }
    return this.gather(what, pointer, text.text) ?? this.edited(() => engine[what](this.number, word(pointer), text.text));
  }

  private gather(what: string, at: string, value: string): Edited | undefined {
    this.gathered?.push(what, word(at), word(value));
    return this.gathered && { ok: true, ...NOTHING };
  }

  private closed(): { ok: false; faults: Fault[] } {
    return { ok: false, faults: [hostFault("session-closed", "", this.locale)] };
  }

  private edited(act: () => string): Edited {
    if (!this.open) {
      return this.closed();
    }
    const answer = this.call<Answer>(act, (faults) => ({ ok: false, faults }));
    if (!answer.ok) {
      return answer;
    }
    if (answer.faults) {
      this.known = answer.faults;
    }
    return answer.faults ? { ok: true, ...answer.change, faults: answer.faults } : { ok: true, ...answer.change };
  }
}

/** What is no text is no place either; the engine says so. */
function word(value: unknown): string {
  return typeof value === "string" ? value : "?";
}
