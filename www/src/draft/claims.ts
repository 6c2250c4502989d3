/** Ends a claim. */
export type Release = () => void;

/** The holder's side: what it does before it gives up its claim when another tab asks for it. */
export interface Holder {
  /** Writes what is not yet written. */
  handOver(): Promise<void>;
  /** The claim is gone. */
  lost(): void;
}

/** Which tab may write to which draft. */
export interface Claims {
  /** Whether nobody can have a claim that another tab has: else only the revisions keep them apart. */
  readonly isExclusive: boolean;
  /** Nothing where another tab has it. */
  take(id: string, holder: Holder): Promise<Release | undefined>;
  /** Takes it from whoever has it, who is asked to hand over first and not waited for forever. */
  seize(id: string, holder: Holder): Promise<Release>;
}

/** What tabs say to each other. */
export type Message = { kind: "changed" } | { kind: "ask" | "hand-over" | "mine" | "handed"; id: string; from: string };

export interface Channel {
  post(message: Message): void;
  listen(listener: (message: Message) => void): () => void;
}

/** A page that was left just now may still hold what it is loaded again for, this long at most. */
const LEAVING = 500;
/** A tab that is asleep does not hand over. */
const ASLEEP = 2000;
/** Tabs answer each other within this time, if they are awake. */
const ANSWER = 400;

/** By the Web Locks of the browser. */
export class LockClaims implements Claims {
  readonly isExclusive = true;

  constructor(
    private readonly locks: LockManager,
    private readonly channel: Channel,
    private readonly self: string,
  ) {}

  take(id: string, holder: Holder): Promise<Release | undefined> {
    return this.request(id, holder, LEAVING);
  }

  async seize(id: string, holder: Holder): Promise<Release> {
    this.channel.post({ kind: "hand-over", id, from: this.self });
    return (await this.request(id, holder, ASLEEP)) ?? (await this.request(id, holder, undefined)) ?? (() => undefined);
  }

  /** Waits for the lock as long as it is told, and steals it where it is told no time. */
  private request(id: string, holder: Holder, patience: number | undefined): Promise<Release | undefined> {
    return new Promise((resolve, reject) => {
      const waiting = new AbortController();
      const timer = patience === undefined ? 0 : setTimeout(() => waiting.abort(), patience);
      let release: Release | undefined;
      const held = this.locks.request(
        `gongwei-draft-${id}`,
        patience === undefined ? { steal: true } : { signal: waiting.signal },
        () =>
          new Promise<void>((free) => {
            clearTimeout(timer);
            const silence = onHandOver(this.channel, this.self, id, holder, () => release?.());
            release = () => {
              silence();
              free();
            };
            resolve(release);
          }),
      );
      held.catch((error: unknown) => {
        if (!release) {
          // Nobody let go of it in time.
          return waiting.signal.aborted ? resolve(undefined) : reject(error as Error);
        }
        // It was stolen.
        release();
        holder.lost();
      });
    });
  }
}

/** By asking the other tabs, where the browser has no locks: on a page that is not secure, in older ones. */
export class ChannelClaims implements Claims {
  readonly isExclusive = false;

  constructor(
    private readonly channel: Channel,
    private readonly self: string,
  ) {}

  async take(id: string, holder: Holder): Promise<Release | undefined> {
    return (await this.answered("ask", "mine", id, ANSWER)) ? undefined : this.hold(id, holder);
  }

  async seize(id: string, holder: Holder): Promise<Release> {
    await this.answered("hand-over", "handed", id, ANSWER);
    return this.hold(id, holder);
  }

  private hold(id: string, holder: Holder): Release {
    const silence = onHandOver(this.channel, this.self, id, holder, () => release());
    const deaf = this.channel.listen((message) => {
      if (message.kind === "ask" && message.id === id && message.from !== this.self) {
        this.channel.post({ kind: "mine", id, from: this.self });
      }
    });
    const release = (): void => {
      silence();
      deaf();
    };
    return release;
  }

  private answered(question: "ask" | "hand-over", answer: "mine" | "handed", id: string, patience: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (isAnswered: boolean): void => {
        clearTimeout(timer);
        deaf();
        resolve(isAnswered);
      };
      const timer = setTimeout(() => end(false), patience);
      const deaf = this.channel.listen((message) => {
        if (message.kind === answer && message.id === id && message.from !== this.self) {
          end(true);
        }
      });
      this.channel.post({ kind: question, id, from: this.self });
    });
  }
}

function onHandOver(channel: Channel, self: string, id: string, holder: Holder, release: Release): () => void {
  return channel.listen((message) => {
    if (message.kind === "hand-over" && message.id === id && message.from !== self) {
      void holder.handOver().finally(() => {
        release();
        holder.lost();
        channel.post({ kind: "handed", id, from: self });
      });
    }
  });
}

/** By the browser's channel; where there is none, nobody hears anybody, and the revisions alone keep tabs apart. */
export function openChannel(): Channel {
  if (typeof BroadcastChannel === "undefined") {
    return { post: () => undefined, listen: () => () => undefined };
  }
  const channel = new BroadcastChannel("gongwei-drafts");
  return {
    post: (message) => channel.postMessage(message),
    listen(listener) {
      const heard = ({ data }: MessageEvent<Message>): void => listener(data);
      channel.addEventListener("message", heard);
      return () => channel.removeEventListener("message", heard);
    },
  };
}

export function claimsOf(channel: Channel, self: string): Claims {
  // Typed as always there; on a page that is not secure it is not.
  const locks = (navigator as { locks?: LockManager }).locks;
  return locks ? new LockClaims(locks, channel, self) : new ChannelClaims(channel, self);
}
