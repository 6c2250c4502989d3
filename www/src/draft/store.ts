import type { Place } from "../disk";
import { deleteDatabase, done, given, openDatabase } from "./database";
import { DraftError, type DraftProblem } from "./problem";

/** A draft as the list shows it; its text lies beside it and is read only when it is opened. */
export interface Draft {
  id: string;
  /** The committee's name, as it was last written. */
  name: string;
  /** The user's own name for it. */
  label?: string;
  /** When it was last written, in milliseconds. */
  changed: number;
  /** How often it was written: who writes must have seen the one before. */
  revision: number;
  /** The day of evaluation. */
  on: string;
  /** Characters of its text. */
  size: number;
  /** The file it came from or was last saved to, and whether it is as in that file. */
  place?: Place;
  isSaved: boolean;
}

/** What a file says by which records are judged: a rulebook, or the calendar. */
export interface KeptRules {
  id: string;
  text: string;
}

/** What is written of a record. */
export interface Written {
  text: string;
  name: string;
  on: string;
  place?: Place | undefined;
  isSaved: boolean;
}

/** Told when the store goes, and why, unless all drafts are deleted with it. */
type Closed = (why: DraftProblem | undefined) => void;

const BOTH = ["drafts", "texts"];

/** The drafts of this page on this computer. That the database exists is the user's agreement. */
export class Store {
  private isOpen = true;

  private constructor(
    private readonly database: IDBDatabase,
    private readonly closed: Closed,
  ) {
    // It is deleted, or a newer page makes it into what this one does not know.
    database.onversionchange = ({ newVersion }) => this.close(newVersion === null ? undefined : { kind: "newer" });
    database.onclose = () => this.close();
  }

  /** The store, if the user has agreed to one before. `closed` is called when it goes, through whoever. */
  static async find(closed: Closed): Promise<Store | undefined> {
    const database = await openDatabase(false);
    return database && new Store(database, closed);
  }

  static async make(closed: Closed): Promise<Store> {
    const database = await openDatabase(true);
    if (!database) {
      throw new DraftError({ kind: "unavailable" });
    }
    return new Store(database, closed);
  }

  /** All drafts, the one changed last at the top. */
  async list(): Promise<Draft[]> {
    const drafts = await given(this.begin("readonly", ["drafts"]).objectStore("drafts").getAll());
    return (drafts as Draft[]).sort((one, other) => other.changed - one.changed);
  }

  async read(id: string): Promise<{ draft: Draft; text: string }> {
    const transaction = this.begin("readonly", BOTH);
    const [draft, content] = await Promise.all([
      given(transaction.objectStore("drafts").get(id)) as Promise<Draft | undefined>,
      given(transaction.objectStore("texts").get(id)) as Promise<{ text: string } | undefined>,
    ]);
    if (!draft || !content) {
      throw new DraftError({ kind: "deleted" });
    }
    return { draft, text: content.text };
  }

  /**
   * Writes a draft over the revision that the writer has seen, 0 for a new one, and gives the new revision. The check
   * is in the same transaction, so that of two tabs one is refused whatever else they know of each other.
   */
  async write(id: string, seen: number, written: Written): Promise<number> {
    const transaction = this.begin("readwrite", BOTH);
    const finished = done(transaction);
    const drafts = transaction.objectStore("drafts");
    const before = drafts.get(id) as IDBRequest<Draft | undefined>;
    let refusal: DraftError | undefined;
    before.onsuccess = () => {
      const found = before.result?.revision ?? 0;
      if (found !== seen) {
        refusal = new DraftError({ kind: before.result ? "overtaken" : "deleted" });
        transaction.abort();
        return;
      }
      put(transaction, draftOf(id, seen + 1, written, before.result?.label), written.text);
    };
    try {
      await finished;
    } catch (error) {
      throw refusal ?? error;
    }
    return seen + 1;
  }

  /**
   * Writes without looking, and without waiting: for the page's last moment, when no answer would arrive any more. Only
   * for a writer whom nobody else can have overtaken.
   */
  writeLast(id: string, revision: number, label: string | undefined, written: Written): void {
    const transaction = this.begin("readwrite", BOTH);
    put(transaction, draftOf(id, revision, written, label), written.text);
    (transaction as { commit?: () => void }).commit?.();
  }

  /** Gives a draft the user's own name; an empty one takes it away. */
  async rename(id: string, label: string): Promise<void> {
    const transaction = this.begin("readwrite", ["drafts"]);
    const renamed = done(transaction);
    const drafts = transaction.objectStore("drafts");
    const before = drafts.get(id) as IDBRequest<Draft | undefined>;
    before.onsuccess = () => {
      if (before.result) {
        const { label: _old, ...draft } = before.result;
        drafts.put(label === "" ? draft : { ...draft, label });
      }
    };
    await renamed;
  }

  async remove(id: string): Promise<void> {
    const transaction = this.begin("readwrite", BOTH);
    BOTH.forEach((name) => transaction.objectStore(name).delete(id));
    await done(transaction);
  }

  /** What is kept beside the drafts to judge them by. */
  async rules(): Promise<KeptRules[]> {
    return (await given(this.begin("readonly", ["rules"]).objectStore("rules").getAll())) as KeptRules[];
  }

  async keepRules(rules: readonly KeptRules[]): Promise<void> {
    const transaction = this.begin("readwrite", ["rules"]);
    const kept = done(transaction);
    rules.forEach((one) => transaction.objectStore("rules").put(one));
    await kept;
  }

  async removeRules(id: string): Promise<void> {
    const transaction = this.begin("readwrite", ["rules"]);
    transaction.objectStore("rules").delete(id);
    await done(transaction);
  }

  /** Deletes all drafts and the agreement with them. */
  async clear(): Promise<void> {
    this.close();
    await deleteDatabase();
  }

  private begin(mode: IDBTransactionMode, stores: string[]): IDBTransaction {
    if (!this.isOpen) {
      throw new DraftError({ kind: "cleared" });
    }
    return this.database.transaction(stores, mode);
  }

  private close(why?: DraftProblem): void {
    if (this.isOpen) {
      this.isOpen = false;
      this.database.close();
      this.closed(why);
    }
  }
}

function draftOf(id: string, revision: number, { text, name, on, place, isSaved }: Written, label: string | undefined): Draft {
  return { id, name, on, isSaved, revision, changed: Date.now(), size: text.length, ...(label && { label }), ...(place && { place }) };
}

function put(transaction: IDBTransaction, draft: Draft, text: string): void {
  const drafts = transaction.objectStore("drafts");
  try {
    drafts.put(draft);
  } catch (_handleOfNoCopy) {
    // Some browsers do not store a hold on a file; its name is kept all the same.
    const { place, ...rest } = draft;
    drafts.put(place ? { ...rest, place: { name: place.name } } : rest);
  }
  transaction.objectStore("texts").put({ id: draft.id, text });
}
