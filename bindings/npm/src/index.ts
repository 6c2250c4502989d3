import base64 from "../module/gongwei.wasm";
import load, * as engine from "../module/gongwei.js";
import { decode } from "./bytes.js";
import { hostFault } from "./fault.js";
import { toText } from "./text.js";
import type { Options, Result, Rulebook, RulebookId } from "./types.js";

export type * from "./types.js";

let loading: Promise<void> | undefined;
let ready = false;

/**
 * Makes the engine ready. Call it as often as you like; it is done once.
 *
 * It rejects only where WebAssembly cannot be had at all: forbidden by a policy, or unknown to the browser. A later
 * call tries again.
 */
export function init(): Promise<void> {
  loading ??= start();
  return loading;
}

async function start(): Promise<void> {
  try {
    await load({ module_or_path: decode(base64) });
    ready = true;
  } catch (cause) {
    loading = undefined;
    throw new Error(`gongwei: WebAssembly cannot be started here (${String(cause)})`);
  }
}

/**
 * Judges a record, an object or its JSON text, by a built-in rulebook on a day.
 *
 * What comes back is always a value: a report, or all faults of the record at once.
 */
export function check(record: unknown, options: Options): Result {
  const { rulebook, on, since, locale } = (options ?? {}) as Partial<Options>;
  if (!ready) {
    return { ok: false, faults: [hostFault("not-ready", "", locale)] };
  }
  const text = typeof record === "string" ? { ok: true as const, text: record } : toText(record, locale);
  if (!text.ok) {
    return text;
  }
  try {
    return JSON.parse(engine.check(text.text, word(rulebook), word(on), optional(since), optional(locale))) as Result;
  } catch (_trap) {
    // Not expected ever, but for memory that runs out. A module that has trapped is in no known state: start afresh.
    restart();
    return { ok: false, faults: [hostFault("internal", "", locale)] };
  }
}

/** What is no text is no rulebook, day or language either; the engine says so. */
function word(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function optional(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : word(value);
}

function restart(): void {
  try {
    engine.__wbg_reset_state();
  } catch (_refused) {
    // Old browsers start no module of this size synchronously; from now on `check` says that it is not ready.
    ready = false;
  }
}

/** The version of the engine; empty before `init()`. */
export function version(): string {
  return ready ? engine.version() : "";
}

/** The ids of the built-in rulebooks; none before `init()`. */
export function rulebooks(): RulebookId[] {
  return ready ? (JSON.parse(engine.rulebooks()) as RulebookId[]) : [];
}

/** The document of a built-in rulebook: its norms with titles, clauses and readings. */
export function rulebook(id: RulebookId): Rulebook | undefined {
  const document = ready ? engine.rulebook(word(id)) : undefined;
  return document === undefined ? undefined : (JSON.parse(document) as Rulebook);
}
