import type { Engine } from "gongwei:glue";
import type { Refused } from "./engine.js";
import type { Fault } from "./types.js";

/** What the engine answers when a record is opened. */
export type Started = { ok: true; session: number; faults: Fault[] };

/** One edit of several steps, each of them three texts: what to do, a place, and a value or another place. */
export type Edit = string[];

/** Has the engine make an edit. One step is handed over as texts, which takes less than a list of them. */
export function make(engine: Engine, session: number, edit: Edit): string {
  const [what, at, value] = edit as [string, string, string];
  if (edit.length === 3 && what === "set") {
    return engine.set(session, at, value);
  }
  return engine.edit(session, edit);
}

/** A document, and the edits that were made to it since. */
interface Leg {
  text: string;
  edits: Edit[];
}

/** After so many edits the document is written down anew, and what lies before the one before is let go. */
const LEG = 500;

/**
 * What brings a session back after the engine had to be replaced: a document and the edits made to it, so that they can
 * still be undone. It reaches back `LEG` edits at least.
 */
export class Journal {
  private legs: Leg[];
  private undone: Edit[] = [];

  constructor(
    text: string,
    private readonly opened: (engine: Engine, text: string) => Started | Refused,
  ) {
    this.legs = [{ text, edits: [] }];
  }

  /** Opens the document in an engine and makes the edits there again. */
  open(engine: Engine): Started | Refused {
    const [first] = this.legs as [Leg];
    const opened = this.opened(engine, first.text);
    if (opened.ok) {
      const redone = this.undone.slice().reverse();
      for (const edit of [...this.legs.flatMap(({ edits }) => edits), ...redone]) {
        make(engine, opened.session, edit);
      }
      redone.forEach(() => engine.undo(opened.session));
    }
    return opened;
  }

  /** Notes an edit. `text` gives the document as it is now. */
  made(edit: Edit, text: () => string): void {
    this.undone = [];
    if (edit.length > 0) {
      this.add(edit, text);
    }
  }

  /** Notes that the last edit was taken back. */
  takenBack(text: () => string): void {
    if (this.last.edits.length === 0 && this.legs.length > 1) {
      this.legs.pop();
    }
    const edit = this.last.edits.pop();
    if (edit) {
      this.undone.push(edit);
    } else {
      this.anew(text);
    }
  }

  /** Notes that the edit that was taken back last was made again. */
  madeAgain(text: () => string): void {
    const edit = this.undone.pop();
    if (edit) {
      this.add(edit, text);
    } else {
      this.anew(text);
    }
  }

  private get last(): Leg {
    return this.legs[this.legs.length - 1] as Leg;
  }

  private add(edit: Edit, text: () => string): void {
    this.last.edits.push(edit);
    if (this.last.edits.length === LEG) {
      this.legs = [this.last, { text: text(), edits: [] }];
    }
  }

  /** Where the session was led to a time before the journal. */
  private anew(text: () => string): void {
    this.legs = [{ text: text(), edits: [] }];
    this.undone = [];
  }
}
