import base64 from "../module/gongwei.wasm";
import load, * as engine from "../module/gongwei.js";
import { decode } from "./bytes.js";
import { hostFault } from "./fault.js";
import { Held, type Call } from "./session.js";
import { toText, type Text } from "./text.js";
import type { BuiltinRulebook, Fault, Locale, Opened, Options, Result, RulebookId } from "./types.js";

export type * from "./types.js";

let loading: Promise<void> | undefined;
let ready = false;
/** Which instance of the engine runs: sessions of an earlier one are gone. */
let instance = 0;

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
  const text = textOf(record, locale);
  if (!text.ok) {
    return text;
  }
  return call(
    () => engine.check(text.text, word(rulebook), word(on), optional(since), optional(locale)),
    (faults) => ({ ok: false, faults }),
    locale,
  );
}

/**
 * Opens a record, an object or its JSON text, to be edited: whatever faults it has, as long as it is a JSON object.
 *
 * ```js
 * const opened = open(record, { rulebook: "gannan-2020", on: "2026-06-30" });
 * if (opened.ok) {
 *   const { session } = opened;
 *   const edited = session.set("/committee/name", "春风街道大工委");
 *   session.dispose();
 * }
 * ```
 */
export function open(record: unknown, options: Options): Opened {
  const { rulebook, on, since, locale } = (options ?? {}) as Partial<Options>;
  const text = textOf(record, locale);
  if (!text.ok) {
    return text;
  }
  const opened = call<{ ok: true; session: number; faults: Fault[] } | { ok: false; faults: Fault[] }>(
    () => engine.open(text.text, word(rulebook), word(on), optional(since), optional(locale)),
    (faults) => ({ ok: false, faults }),
    locale,
  );
  if (!opened.ok) {
    return opened;
  }
  const again: Call = (act, failed) => call(act, failed, locale);
  const of = instance;
  return { ok: true, session: new Held(opened.session, opened.faults, locale, again, () => of === instance) };
}

function textOf(record: unknown, locale: Locale | undefined): Text {
  if (!ready) {
    return { ok: false, faults: [hostFault("not-ready", "", locale)] };
  }
  return typeof record === "string" ? { ok: true, text: record } : toText(record, locale);
}

/** Calls the engine. */
function call<T>(act: () => string, failed: (faults: Fault[]) => T, locale: Locale | undefined): T {
  try {
    return JSON.parse(act()) as T;
  } catch (_trap) {
    // Not expected ever, but for memory that runs out. A module that has trapped is in no known state: start afresh.
    restart();
    return failed([hostFault("internal", "", locale)]);
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
  instance += 1;
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
export function rulebook(id: RulebookId): BuiltinRulebook | undefined {
  const document = ready ? engine.rulebook(word(id)) : undefined;
  return document === undefined ? undefined : (JSON.parse(document) as BuiltinRulebook);
}
