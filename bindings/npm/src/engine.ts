import make, { type Engine } from "gongwei:glue";
import { hostFault } from "./fault.js";
import type { Fault, Locale } from "./types.js";

/** The module made ready, to be started as often as need be: once, and again after a fault. */
export interface Compiled {
  start(): Promise<Engine>;
  startSync(): Engine;
}

/** How a call ends that cannot be answered. */
export type Refused = { ok: false; faults: Fault[] };

let compiled: Compiled | undefined;
let engine: Engine | undefined;
let loading: Promise<void> | undefined;

/** A module of the host's own WebAssembly. */
export function native(module: WebAssembly.Module): Compiled {
  return {
    async start() {
      const started = make(WebAssembly);
      await started.default({ module_or_path: module });
      return matching(started);
    },
    startSync() {
      const started = make(WebAssembly);
      started.initSync({ module });
      return matching(started);
    },
  };
}

/** A module of another version, left in some cache, would fit until it does not. */
function matching(started: Engine): Engine {
  if (started.version() !== VERSION) {
    throw new Error(`the module is of version ${started.version()}, the package of ${VERSION}`);
  }
  return started;
}

/** Starts the engine; once, unless that failed. */
export function start(compile: () => Promise<Compiled>): Promise<void> {
  loading ??= compile().then(begin).catch((cause: unknown) => {
    loading = undefined;
    throw startError(cause);
  });
  return loading;
}

/** Starts the engine before it returns. */
export function startSync(compile: () => Compiled): void {
  if (engine) {
    return;
  }
  try {
    compiled = compile();
    engine = compiled.startSync();
  } catch (cause) {
    throw startError(cause);
  }
  loading = Promise.resolve();
}

async function begin(from: Compiled): Promise<void> {
  const started = await from.start();
  compiled = from;
  // Unless it was started synchronously in the meantime.
  engine ??= started;
}

function startError(cause: unknown): Error {
  const message = `gongwei: 引擎无法在此启动；the engine cannot be started here (${String(cause)})`;
  return Object.assign(new Error(message), { code: "cannot-start" });
}

/** The engine, once it is ready. */
export function running(): Engine | undefined {
  return engine;
}

/** Lets the engine answer. What it gives when it is not ready or fails for good is a value too. */
export function ask<T>(question: (engine: Engine) => T, locale: Locale | undefined): T | Refused {
  if (!engine) {
    return refused("not-ready", locale);
  }
  try {
    return question(engine);
  } catch (_trap) {
    // Not expected ever, but for memory that runs out.
    replace();
    return refused("internal", locale);
  }
}

export function refused(code: "not-ready" | "internal" | "session-closed", locale: Locale | undefined): Refused {
  return { ok: false, faults: [hostFault(code, "", locale)] };
}

/** A module that has trapped is in no known state: another one takes its place. */
function replace(): void {
  engine = undefined;
  const from = compiled as Compiled;
  try {
    engine = from.startSync();
  } catch (_refused) {
    // Old browsers start no module of this size synchronously: it is not ready for a moment, as `init()` tells.
    loading = undefined;
    start(() => Promise.resolve(from)).catch(() => undefined);
  }
}
