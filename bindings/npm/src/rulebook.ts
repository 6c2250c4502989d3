import type { Engine } from "gongwei:glue";
import { ask } from "./engine.js";
import type { LoadedRulebook, Rulebook } from "./types.js";

/** What a rulebook was read from: its text, and the rulebooks that were handed in with it. */
interface Source {
  text: string;
  bases: readonly unknown[];
}

/** That of each rulebook that was read, for an engine that has let it go or has taken another's place. */
const sources = new WeakMap<object, Source>();

/** Frozen, so that no framework wraps it into something else that watches it. */
class Kept {
  readonly digest: string;

  constructor(document: Rulebook, digest: string) {
    this.digest = digest;
    Object.freeze(Object.assign(this, document));
  }

  dispose(): void {
    ask((engine) => engine.unload(this.digest), undefined);
  }
}

/** What the engine has read without a fault, as it is handed out. */
export function kept(text: string, bases: readonly unknown[], digest: string): LoadedRulebook {
  // As the engine reads it: without the mark of some editors, and with half of a character replaced.
  const read = text.replace(/^\uFEFF/, "").replace(/[\uD800-\uDFFF]/gu, "\uFFFD");
  const rulebook = new Kept(JSON.parse(read) as Rulebook, digest) as Kept & Rulebook;
  sources.set(rulebook, { text, bases });
  return rulebook;
}

/** What the engine finds a rulebook by: an id, or the digest of one that it has read for sure. */
export function nameIn(engine: Engine, rulebook: unknown): string {
  const source = sources.get(rulebook as object);
  if (source === undefined) {
    // What is no text is no rulebook either; the engine says so.
    return typeof rulebook === "string" ? rulebook : "";
  }
  const { digest } = rulebook as LoadedRulebook;
  if (!engine.holds(digest)) {
    engine.load(source.text, namesIn(engine, source.bases));
  }
  return digest;
}

/** What the engine finds several rulebooks by; what is no list is none that it knows. */
export function namesIn(engine: Engine, rulebooks: unknown): string[] {
  return Array.isArray(rulebooks) ? rulebooks.map((one) => nameIn(engine, one)) : rulebooks === undefined ? [] : [""];
}
