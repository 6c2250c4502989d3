import { ask, running, type Refused } from "./engine.js";
import { Journal } from "./journal.js";
import { basesOf, kept, nameIn, namesIn, type Names, type Source } from "./rulebook.js";
import { Held, shown } from "./session.js";
import { toText, type Text } from "./text.js";
import type {
  AnyRulebook, BaseRulebook, BuiltinRulebook, Fault, Loaded, LoadedRulebook, Locale, Opened, Options, Result, RulebookId, RulebookOptions,
} from "./types.js";

/**
 * Judges a record, an object or its JSON text, by a rulebook on a day.
 *
 * What comes back is always a value: a report, or all faults of the record at once.
 */
export function check<By extends AnyRulebook>(record: unknown, options: Options<By>): Result<By> {
  const { rulebook, on, since, locale, verdicts } = (options ?? {}) as Partial<Options<By>>;
  return ask<Result<By>>((engine) => {
    const text = textOf(record, locale);
    if (!text.ok) {
      return text;
    }
    return JSON.parse(
      engine.check(text.text, nameIn(engine, rulebook), word(on), optional(since), optional(locale), shown(verdicts)),
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
export function open<By extends AnyRulebook>(record: unknown, options: Options<By>): Opened<By> {
  const { rulebook, on, since, locale } = (options ?? {}) as Partial<Options<By>>;
  return ask<Opened<By>>((engine) => {
    const text = textOf(record, locale);
    if (!text.ok) {
      return text;
    }
    const journal = new Journal(text.text, (engine, text) =>
      JSON.parse(engine.open(text, nameIn(engine, rulebook), word(on), optional(since), optional(locale))),
    );
    const opened = journal.open(engine);
    return opened.ok ? { ok: true, session: new Held(engine, opened, journal, locale) } : opened;
  }, locale);
}

/**
 * Reads a rulebook of one's own, an object or its JSON text, to be the option `rulebook` of `check` and `open`.
 *
 * ```js
 * const loaded = loadRulebook(await (await fetch("/rules.json")).text());
 * const result = loaded.ok ? check(record, { rulebook: loaded.rulebook, on: "2026-06-30" }) : loaded;
 * ```
 *
 * Those that it extends are handed in, as `extends`, unless they are built in; and the calendar of working days, as
 * `calendar`, if it counts them.
 */
export function loadRulebook(document: unknown, options: RulebookOptions = {}): Loaded {
  const { locale } = options ?? {};
  return ask<Loaded>((engine) => {
    const source = sourceOf(document, options);
    if (!source.ok) {
      return source;
    }
    const { text, bases, calendar } = source;
    const read = answered<Names>(engine.load(text, namesIn(engine, bases), calendar, optional(locale)));
    return read.ok ? { ok: true, rulebook: kept({ text, bases, calendar }, read) } : read;
  }, locale);
}

/**
 * What is wrong with a rulebook, an object or its JSON text, in form and in sense, and with its calendar; empty, if
 * `loadRulebook` takes them.
 */
export function lint(document: unknown, options: RulebookOptions = {}): Fault[] {
  const { locale } = options ?? {};
  const result = ask<{ ok: true } | Refused>((engine) => {
    const source = sourceOf(document, options);
    if (!source.ok) {
      return source;
    }
    return answered(engine.lint(source.text, namesIn(engine, source.bases), source.calendar, optional(locale)));
  }, locale);
  return result.ok ? [] : result.faults;
}

function sourceOf(document: unknown, options: RulebookOptions | null): ({ ok: true } & Source) | Refused {
  const { locale, extends: bases, calendar } = options ?? {};
  const text = textOf(document, locale);
  const days = calendar === undefined ? undefined : textOf(calendar, locale);
  if (text.ok && (days === undefined || days.ok)) {
    return { ok: true, text: text.text, bases, calendar: days?.text };
  }
  return { ok: false, faults: [...faultsOf(text), ...ofCalendar(faultsOf(days))] };
}

/** What the engine answers where it reads a rulebook: the faults of the calendar come apart. */
function answered<Read extends object>(answer: string): ({ ok: true } & Read) | Refused {
  const read = JSON.parse(answer) as ({ ok: true } & Read) | (Refused & { calendar?: Fault[] });
  return read.ok ? read : { ok: false, faults: [...read.faults, ...ofCalendar(read.calendar ?? [])] };
}

function faultsOf(text: Text | undefined): Fault[] {
  return text === undefined || text.ok ? [] : text.faults;
}

/** Their places are in the calendar, not in the rulebook. */
function ofCalendar(faults: Fault[]): Fault[] {
  return faults.map((fault) => ({ ...fault, option: "calendar" }));
}

function textOf(document: unknown, locale: Locale | undefined): Text {
  return typeof document === "string" ? { ok: true, text: document } : toText(document, locale);
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

/**
 * The document of a built-in rulebook: its norms with titles, clauses and readings. Of one that extends others it has only
 * what that one says itself; `layers` has all of them.
 */
export function rulebook(id: RulebookId): BuiltinRulebook | undefined {
  const document = running()?.rulebook(word(id));
  return document === undefined ? undefined : (JSON.parse(document) as BuiltinRulebook);
}

/**
 * The documents that a rulebook is made of: those that it extends, each once and those above first, and its own last.
 *
 * A verdict's `layer` is the id of the one that it rests on; a verdict without one rests on the last.
 */
export function layers(rulebook: AnyRulebook): (BuiltinRulebook | LoadedRulebook)[] {
  const document = documentOf(rulebook);
  const above = (document?.extends ?? []).flatMap((base) =>
    layers(basesOf(rulebook).find((one) => isIt(base, documentOf(one))) ?? (base.id as RulebookId)),
  );
  const all = document === undefined ? above : [...above, document];
  return all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at);
}

function documentOf(one: AnyRulebook): BuiltinRulebook | LoadedRulebook | undefined {
  return typeof one === "string" ? rulebook(one) : one;
}

/** Whether a rulebook is the one that another extends. Of those that are built in there is one text alone. */
function isIt(base: BaseRulebook, one: Partial<LoadedRulebook> | undefined): boolean {
  const fits = (wanted: string | undefined, found: string | undefined): boolean => wanted === undefined || found === undefined || wanted === found;
  return one?.id === base.id && fits(base.edition, one.edition) && fits(base.digest, one.digest);
}
