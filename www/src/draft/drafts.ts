import { claimsOf, openChannel, type Channel, type Claims, type Holder, type Release } from "./claims";
import { Keeper } from "./keeper";
import { problemOf, type DraftProblem } from "./problem";
import { Store, type Draft, type KeptRules, type Written } from "./store";

/** What opening a draft gives. */
export type OpenedDraft =
  /** It is this tab's: `keep` says from where it is written on, `letGo` that it is not. */
  | { kind: "ours"; draft: Draft; text: string; keep(source: () => Written): Keeper; letGo(): void }
  /** Another tab has it: it can be looked at, taken over or copied. */
  | { kind: "elsewhere"; draft: Draft; text: string }
  | { kind: "problem"; problem: DraftProblem };

/** The drafts on this computer, as this tab has them. */
export class Drafts {
  /** Whether the user has agreed that drafts are stored; `undefined` until that is known. */
  agreed: boolean | undefined;
  list: readonly Draft[] = [];
  /** Why there are no drafts, or the last thing asked for was not done. */
  problem: DraftProblem | undefined;
  private store: Store | undefined;
  private readonly keepers = new Map<string, Keeper>();
  private readonly channel: Channel;
  private readonly claims: Claims;

  /** `told` is called whenever something that can be read here has changed. */
  constructor(private readonly told: () => void) {
    const self = newId();
    this.channel = openChannel();
    this.claims = claimsOf(this.channel, self);
    this.channel.listen(({ kind }) => {
      if (kind === "changed") {
        void this.refresh();
      }
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") {
        this.keepers.forEach((keeper) => void keeper.flush());
      }
    });
    window.addEventListener("pagehide", () => this.keepers.forEach((keeper) => keeper.last()));
  }

  /** Looks whether there are drafts; makes nothing. */
  async start(): Promise<void> {
    await this.attempt(async () => {
      this.store = await Store.find((why) => this.gone(why));
      this.agreed = this.store !== undefined;
    });
    this.agreed = this.agreed ?? false;
    await this.refresh();
  }

  /** The user agrees. */
  async agree(): Promise<boolean> {
    const isDone = await this.attempt(async () => {
      this.store = this.store ?? (await Store.make((why) => this.gone(why)));
      this.agreed = true;
      // Asks that the browser does not clear it by itself when room gets short; some ask the user, some refuse.
      void (navigator.storage as StorageManager | undefined)?.persist?.().catch(() => false);
    });
    await this.refresh();
    return isDone;
  }

  /** Keeps a record that has no draft yet; nothing where drafts are not agreed to. */
  async keep(source: () => Written): Promise<Keeper | undefined> {
    const { store } = this;
    if (!store) {
      return undefined;
    }
    const id = newId();
    const held = new Held();
    // Nobody else can know the id yet.
    const release = (await this.claims.take(id, held)) ?? (() => undefined);
    const keeper = this.begin(store, held, release, source, { id, revision: 0, changed: 0 });
    keeper.changed();
    return keeper;
  }

  /** Opens a draft to go on with it. */
  open(id: string): Promise<OpenedDraft> {
    return this.claim(id, (keeper) => this.claims.take(id, keeper));
  }

  /** Opens it though another tab has it; that one is told. */
  seize(id: string): Promise<OpenedDraft> {
    return this.claim(id, (keeper) => this.claims.seize(id, keeper));
  }

  /** Whether this tab is the one that writes it. */
  isOpenHere(id: string): boolean {
    return this.keepers.has(id);
  }

  /** Ends writing a draft, which stays in the list. Goes on where the last edits cannot be written. */
  async leave(id: string): Promise<boolean> {
    return (await this.keepers.get(id)?.stop()) ?? true;
  }

  rename(id: string, label: string): Promise<boolean> {
    return this.change(() => this.store?.rename(id, label.trim()));
  }

  /** Deletes a draft; not one that another tab is writing. */
  async remove(id: string): Promise<boolean> {
    const keeper = this.keepers.get(id);
    if (!keeper) {
      const release = await this.claims.take(id, new Held());
      if (!release) {
        this.problem = { kind: "overtaken" };
        this.told();
        return false;
      }
      release();
    }
    keeper?.end("deleted");
    return this.change(() => this.store?.remove(id));
  }

  /** What is kept to judge drafts by, by this tab or another. */
  async rules(): Promise<readonly KeptRules[]> {
    const { store } = this;
    let rules: readonly KeptRules[] = [];
    if (store) {
      await this.attempt(async () => {
        rules = await store.rules();
      });
    }
    return rules;
  }

  /** Keeps what drafts are judged by; nothing where drafts are not agreed to. */
  async keepRules(rules: readonly KeptRules[]): Promise<boolean> {
    const { store } = this;
    return store === undefined || this.attempt(() => store.keepRules(rules));
  }

  async removeRules(id: string): Promise<boolean> {
    const { store } = this;
    return store === undefined || this.attempt(() => store.removeRules(id));
  }

  /** Deletes all drafts and takes the agreement back. */
  clear(): Promise<boolean> {
    return this.attempt(async () => {
      const { store } = this;
      this.store = undefined;
      await store?.clear();
      this.gone();
    });
  }

  private async claim(id: string, claim: (holder: Holder) => Promise<Release | undefined>): Promise<OpenedDraft> {
    const { store } = this;
    if (!store) {
      return { kind: "problem", problem: { kind: "cleared" } };
    }
    const held = new Held();
    let release: Release | undefined;
    try {
      release = await claim(held);
      // Only now: whoever had it has written the rest before.
      const { draft, text } = await store.read(id);
      const ours = release;
      return ours
        ? { kind: "ours", draft, text, keep: (source) => this.begin(store, held, ours, source, draft), letGo: ours }
        : { kind: "elsewhere", draft, text };
    } catch (error) {
      release?.();
      await this.refresh();
      return { kind: "problem", problem: problemOf(error) };
    }
  }

  private begin(
    store: Store,
    held: Held,
    release: Release,
    source: () => Written,
    { id, revision, changed }: Pick<Draft, "id" | "revision" | "changed">,
  ): Keeper {
    const hold = { release, isExclusive: this.claims.isExclusive, label: () => this.list.find((draft) => draft.id === id)?.label };
    const keeper = new Keeper(id, store, source, hold, { revision, changed });
    this.keepers.set(id, keeper);
    let before = changed;
    keeper.listen(() => {
      const { keeping } = keeper;
      if (keeping.kind === "lost") {
        this.keepers.delete(id);
      } else if (keeping.kind === "kept" && keeping.at !== before) {
        before = keeping.at;
        this.channel.post({ kind: "changed" });
        void this.refresh();
      }
      this.told();
    });
    held.by(keeper);
    this.told();
    return keeper;
  }

  private async refresh(): Promise<void> {
    const { store } = this;
    if (store) {
      await this.attempt(async () => {
        this.list = await store.list();
      });
    }
  }

  private async change(change: () => Promise<void> | undefined): Promise<boolean> {
    const isDone = await this.attempt(async () => change());
    this.channel.post({ kind: "changed" });
    await this.refresh();
    return isDone;
  }

  private async attempt(action: () => Promise<void>): Promise<boolean> {
    try {
      await action();
      this.problem = undefined;
      return true;
    } catch (error) {
      this.problem = problemOf(error);
      return false;
    } finally {
      this.told();
    }
  }

  /** The store is gone, by this tab or another. */
  private gone(why?: DraftProblem): void {
    this.problem = why;
    this.store = undefined;
    this.agreed = false;
    this.list = [];
    [...this.keepers.values()].forEach((keeper) => keeper.end("cleared"));
    this.told();
  }
}

/** Stands for a keeper while its draft is claimed and read. */
class Held implements Holder {
  private keeper: Keeper | undefined;
  private isLost = false;

  by(keeper: Keeper): void {
    this.keeper = keeper;
    if (this.isLost) {
      keeper.end("taken");
    }
  }

  async handOver(): Promise<void> {
    await this.keeper?.flush();
  }

  lost(): void {
    this.isLost = true;
    this.keeper?.end("taken");
  }
}

/** Not `crypto.randomUUID`, which older browsers and pages that are not secure do not have. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
