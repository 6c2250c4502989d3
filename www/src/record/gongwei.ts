// The engine, in whichever form this browser runs it. The page's policy allows WebAssembly by a word that Chromium knows
// since 97; older ones, which offices still have, refuse it, and get the package's plain JavaScript instead.
import * as compiled from "gongwei";

type Engine = typeof compiled;

let engine: Engine = compiled;

/** Makes the engine ready; rejects where neither form can be had. */
export async function init(): Promise<void> {
  try {
    await compiled.init();
  } catch (_noWebAssembly) {
    const plain: Engine = await import("gongwei/js");
    await plain.init();
    engine = plain;
  }
}

/** Whether this browser does without WebAssembly. */
export const isPlain = (): boolean => engine !== compiled;

export const check = ((record: unknown, options: never) => engine.check(record, options)) as Engine["check"];
export const open = ((record: unknown, options: never) => engine.open(record, options)) as Engine["open"];
export const loadRulebook = ((rules: unknown, options: never) => engine.loadRulebook(rules, options)) as Engine["loadRulebook"];
export const lint = ((rules: unknown, options: never) => engine.lint(rules, options)) as Engine["lint"];
export const layers = ((rulebook: never) => engine.layers(rulebook)) as Engine["layers"];
export const rulebooks = ((): string[] => engine.rulebooks()) as Engine["rulebooks"];
