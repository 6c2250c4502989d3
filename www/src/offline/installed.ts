/** How it stands with the page as an app. */
export type Installed =
  /** From the disk, on a page that is not secure, in a browser without service workers: nothing is kept for later. */
  | "unavailable"
  | "preparing"
  /** All files are kept: the page works without a network. */
  | "ready"
  /** A newer version is kept and waits until it may take over. */
  | "newer";

/**
 * The page as an app that works without a network. Whether there is a newer version the browser looks only when the page
 * is opened: no request leaves a page that is in use.
 */
export class Offline {
  state: Installed = "unavailable";
  private waiting: ServiceWorker | null = null;
  private isAsked = false;

  /** `told` is called whenever the state has changed. */
  constructor(private readonly told: () => void) {}

  /** `isPlain` is whether the page runs the plain JavaScript, which then is kept too. */
  async start(isPlain: boolean): Promise<void> {
    if (!("serviceWorker" in navigator) || !location.protocol.startsWith("http")) {
      return;
    }
    const workers = navigator.serviceWorker;
    let isControlled = workers.controller !== null;
    workers.addEventListener("controllerchange", () => {
      if (this.isAsked) {
        location.reload();
      } else if (isControlled) {
        // Another tab let the newer version take over: this one is still of the older.
        this.waiting = null;
        this.is("newer");
      }
      isControlled = true;
    });
    this.is("preparing");
    try {
      const registration = await workers.register(isPlain ? "./worker.js?plain" : "./worker.js", { updateViaCache: "none" });
      registration.addEventListener("updatefound", () => this.follow(registration.installing));
      this.follow(registration.installing);
      if (registration.waiting && workers.controller) {
        this.waiting = registration.waiting;
        this.is("newer");
      } else if (registration.active) {
        this.is("ready");
      }
    } catch (_refused) {
      // A browser that keeps nothing, or no network on a first visit.
      this.is("unavailable");
    }
  }

  /** Loads the newer version. Whoever calls it has made sure that nothing is lost. */
  reload(): void {
    this.isAsked = true;
    if (this.waiting) {
      this.waiting.postMessage("take over");
    } else {
      location.reload();
    }
  }

  private follow(worker: ServiceWorker | null): void {
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" && navigator.serviceWorker.controller) {
        this.waiting = worker;
        this.is("newer");
      } else if (worker.state === "activated" && this.state === "preparing") {
        this.is("ready");
      } else if (worker.state === "redundant" && this.state === "preparing") {
        this.is("unavailable");
      }
    });
  }

  private is(state: Installed): void {
    this.state = state;
    this.told();
  }
}
