import type { Release } from "./claims";
import { problemOf, type DraftProblem } from "./problem";
import type { Store, Written } from "./store";

/** How it stands with a record's draft. */
export type Keeping =
  | { kind: "kept"; at: number }
  /** There are edits that are not written yet. */
  | { kind: "waiting" }
  /** It could not be written, and is tried again. What was written before is still there. */
  | { kind: "failed"; problem: DraftProblem }
  /** This tab may not write it any more: another tab has it, or it was deleted. */
  | { kind: "lost"; why: "taken" | "overtaken" | "deleted" | "cleared" };

/** What this tab has of a draft. */
export interface Hold {
  release: Release;
  /** Whether no other tab can have written to it meanwhile. */
  isExclusive: boolean;
  /** The user's own name for it. */
  label(): string | undefined;
}

/** Milliseconds without an edit, after which it is written. */
const PAUSE = 500;
/** However much is typed, no edit waits longer. */
const LONGEST = 3000;
const RETRY = 10_000;

/** Writes one record's draft, again and again. */
export class Keeper {
  private state: Keeping;
  private isDirty = false;
  private dirtySince = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private writing: Promise<void> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    readonly id: string,
    private readonly store: Store,
    private readonly source: () => Written,
    private readonly hold: Hold,
    /** The draft's revision and when it was written, as this tab knows it. */
    private known: { revision: number; changed: number },
  ) {
    this.state = { kind: "kept", at: known.changed };
  }

  get keeping(): Keeping {
    return this.state;
  }

  /** Whether everything that was typed is in the draft. */
  get isSafe(): boolean {
    return this.state.kind === "kept" && !this.isDirty;
  }

  /** Whether the draft has all that was typed here before it was lost. */
  get isWritten(): boolean {
    return !this.isDirty;
  }

  /** Tells of every change of `keeping`. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** To be called after each edit; cheap. */
  changed(): void {
    if (this.state.kind === "lost") {
      return;
    }
    const now = Date.now();
    if (!this.isDirty) {
      this.isDirty = true;
      this.dirtySince = now;
    }
    if (this.state.kind === "kept") {
      this.is({ kind: "waiting" });
    }
    this.after(Math.min(PAUSE, Math.max(0, this.dirtySince + LONGEST - now)));
  }

  /** Writes now what is not yet written. */
  async flush(): Promise<void> {
    while (this.writing || (this.isDirty && this.state.kind !== "lost")) {
      if (!this.writing) {
        this.writing = this.write().finally(() => (this.writing = undefined));
      }
      await this.writing;
      if (this.state.kind === "failed") {
        return;
      }
    }
  }

  /** The page goes: there is no time for an answer any more. */
  last(): void {
    if (this.state.kind === "lost" || !(this.isDirty || this.writing)) {
      return;
    }
    if (!this.hold.isExclusive) {
      void this.flush();
      return;
    }
    try {
      const revision = this.known.revision + (this.writing ? 2 : 1);
      this.store.writeLast(this.id, revision, this.hold.label(), this.source());
      this.known.revision = revision;
    } catch (_closed) {
      // Nothing more can be done, and nobody could be told.
    }
  }

  /** Writes what is left and lets others have it; not where it cannot be written. */
  async stop(): Promise<boolean> {
    await this.flush();
    const isSafe = this.isSafe || this.state.kind === "lost";
    if (isSafe) {
      this.end("taken");
    }
    return isSafe;
  }

  /** Lets go of the draft, and why. */
  end(why: "taken" | "overtaken" | "deleted" | "cleared"): void {
    clearTimeout(this.timer);
    this.hold.release();
    this.is({ kind: "lost", why });
  }

  private async write(): Promise<void> {
    clearTimeout(this.timer);
    this.isDirty = false;
    try {
      const revision = await this.store.write(this.id, this.known.revision, this.source());
      this.known.revision = Math.max(this.known.revision, revision);
      this.is(this.isDirty ? { kind: "waiting" } : { kind: "kept", at: Date.now() });
    } catch (error) {
      this.isDirty = true;
      const problem = problemOf(error);
      if (problem.kind === "overtaken" || problem.kind === "deleted" || problem.kind === "cleared") {
        this.end(problem.kind);
      } else {
        this.is({ kind: "failed", problem });
        this.after(RETRY);
      }
    }
  }

  private after(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), milliseconds);
  }

  private is(state: Keeping): void {
    // What was lost is lost: a write that was under way does not bring it back.
    if (this.state.kind !== "lost") {
      this.state = state;
      this.listeners.forEach((listener) => listener());
    }
  }
}
