// From nothing to the first report, against the bare module. Each runs once in a fresh process or page.
import { RULEBOOK } from "./engine.mjs";

/** Milliseconds of `init()` and of the first report. */
export async function startPackage(gongwei, text, on) {
  const start = performance.now();
  await gongwei.init();
  const ready = performance.now();
  const result = gongwei.check(text, { rulebook: RULEBOOK, on });
  const done = performance.now();
  if (!result.ok) {
    throw new Error(JSON.stringify(result.faults));
  }
  return { init: ready - start, report: done - ready };
}

/** Milliseconds of instantiating the same bytes, with functions for its imports that do nothing. */
export async function startBare(bytes, names) {
  const imports = {};
  for (const { module, name } of names) {
    imports[module] = { ...imports[module], [name]: () => {} };
  }
  const start = performance.now();
  await WebAssembly.instantiate(bytes, imports);
  return performance.now() - start;
}
