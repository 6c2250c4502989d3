/**
 * How the plain JavaScript, which is large, is one file for `import` and for `require`: a script that exports nothing, which
 * every tool takes. What it has to give it leaves at the global object, under a key of this very version, and who has
 * loaded it takes it away from there.
 *
 * Where `import` and `require` share what they have loaded, as in Node and in bundles, the script runs once for both. There
 * it has an object of exports, at which the second finds it. It does not replace that object: where a bundler leaves the
 * word as it is, it means the exports of the whole bundle.
 */

export type Instantiate = (imports: WebAssembly.Imports) => WebAssembly.Exports;

const KEY: unique symbol = Symbol.for(`gongwei/js/${VERSION}`);

interface Place {
  [KEY]?: Instantiate | undefined;
}

declare const exports: Place;

/** Leaves it, in the script. */
export function offer(instantiate: Instantiate): void {
  (globalThis as Place)[KEY] = instantiate;
  if (typeof exports === "object") {
    exports[KEY] = instantiate;
  }
}

/** Takes it, right after the script was loaded. */
export function taken(script: { default?: Place }): Instantiate {
  const left = (globalThis as Place)[KEY];
  delete (globalThis as Place)[KEY];
  return (left || (script.default || {})[KEY]) as Instantiate;
}
