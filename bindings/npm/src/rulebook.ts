import type { Engine } from "gongwei:glue";
import { ask } from "./engine.js";
import type { AnyRulebook, LoadedRulebook, Rulebook } from "./types.js";

/** What a rulebook is read from: its text, and the rulebooks and the text of a calendar that are handed in with it. */
export interface Source {
  text: string;
  bases: unknown;
  calendar: string | undefined;
}

/** What the engine calls a rulebook that it has read: by what its reports cite it, and by what it is found. */
export interface Names {
  digest: string;
  name: string;
}

/** That of each rulebook that was read, for an engine that has let it go or has taken another's place. */
const sources = new WeakMap<object, Source & Names>();

/** Frozen, so that no framework wraps it into something else that watches it. */
class Kept {
  readonly digest: string;

  constructor(document: Rulebook, digest: string) {
    this.digest = digest;
    Object.freeze(Object.assign(this, document));
  }

  dispose(): void {
    ask((engine) => engine.unload((sources.get(this) as Names).name), undefined);
  }
}

/** What the engine has read without a fault, as it is handed out. */
export function kept(source: Source, { digest, name }: Names): LoadedRulebook {
  // As the engine reads it: without the mark of some editors, and with half of a character replaced.
  const read = source.text.replace(/^\uFEFF/, "").replace(/[\uD800-\uDFFF]/gu, "\uFFFD");
  const rulebook = new Kept(JSON.parse(read) as Rulebook, digest) as Kept & Rulebook;
  // A list may be changed by whom it belongs to.
  const bases = Array.isArray(source.bases) ? [...source.bases] : source.bases;
  sources.set(rulebook, { ...source, bases, digest, name });
  return rulebook;
}

/** The rulebooks that were handed in with one that was read; with those that are built in none are. */
export function basesOf(rulebook: AnyRulebook): readonly AnyRulebook[] {
  const bases = sources.get(rulebook as object)?.bases;
  // What is no list would have been refused.
  return Array.isArray(bases) ? (bases as AnyRulebook[]) : [];
}

/** What the engine finds a rulebook by: an id, or the name of one that it has read for sure. */
export function nameIn(engine: Engine, rulebook: unknown): string {
  const source = sources.get(rulebook as object);
  if (source === undefined) {
    // What is no text is no rulebook either; the engine says so.
    return typeof rulebook === "string" ? rulebook : "";
  }
  if (!engine.holds(source.name)) {
    engine.load(source.text, namesIn(engine, source.bases), source.calendar);
  }
  return source.name;
}

/** What the engine finds several rulebooks by; what is no list is none that it knows. */
export function namesIn(engine: Engine, rulebooks: unknown): string[] {
  return Array.isArray(rulebooks) ? rulebooks.map((one) => nameIn(engine, one)) : rulebooks === undefined ? [] : [""];
}
