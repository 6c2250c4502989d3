import { ask, running } from "./engine.js";
import { Journal } from "./journal.js";
import { Held, shown } from "./session.js";
import { toText, type Text } from "./text.js";
import type { BuiltinRulebook, Locale, Opened, Options, Result, RulebookId } from "./types.js";

/**
 * Judges a record, an object or its JSON text, by a built-in rulebook on a day.
 *
 * What comes back is always a value: a report, or all faults of the record at once.
 */
export function check(record: unknown, options: Options): Result {
  const { rulebook, on, since, locale, verdicts } = (options ?? {}) as Partial<Options>;
  return ask<Result>((engine) => {
    const text = textOf(record, locale);
    if (!text.ok) {
      return text;
    }
    return JSON.parse(
      engine.check(text.text, word(rulebook), word(on), optional(since), optional(locale), shown(verdicts)),
    );
  }, locale);
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
  return ask<Opened>((engine) => {
    const text = textOf(record, locale);
    if (!text.ok) {
      return text;
    }
    const journal = new Journal(text.text, (engine, text) =>
      JSON.parse(engine.open(text, word(rulebook), word(on), optional(since), optional(locale))),
    );
    const opened = journal.open(engine);
    return opened.ok ? { ok: true, session: new Held(engine, opened, journal, locale) } : opened;
  }, locale);
}

function textOf(record: unknown, locale: Locale | undefined): Text {
  return typeof record === "string" ? { ok: true, text: record } : toText(record, locale);
}

/** What is no text is no rulebook, day or language either; the engine says so. */
function word(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function optional(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : word(value);
}

/** The version of the engine; empty before `init()`. */
export function version(): string {
  return running()?.version() ?? "";
}

/** The ids of the built-in rulebooks; none before `init()`. */
export function rulebooks(): RulebookId[] {
  return JSON.parse(running()?.rulebooks() ?? "[]") as RulebookId[];
}

/** The document of a built-in rulebook: its norms with titles, clauses and readings. */
export function rulebook(id: RulebookId): BuiltinRulebook | undefined {
  const document = running()?.rulebook(word(id));
  return document === undefined ? undefined : (JSON.parse(document) as BuiltinRulebook);
}
