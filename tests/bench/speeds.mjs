// What is measured, the same in Node and in Chromium.
import { EDITS, checkers, editors } from "./contestants.mjs";
import { measure } from "./measure.mjs";

/** Microseconds by sample, kind of work and contestant; of edits also by what is edited. `faces` are the package's `{ gongwei, plain }`. */
export function speeds(faces, ids, samples, on) {
  return Object.fromEntries(
    Object.entries(samples).map(([name, text]) => [name, { checks: checks(faces, ids, text, on), edits: edits(faces, ids, text, on) }]),
  );
}

function checks(faces, ids, text, on) {
  const works = checkers(faces, ids, on).map(({ name, prepare, check }) => {
    const state = prepare(text);
    return { name, run: () => check(state) };
  });
  return measure(works);
}

function edits(faces, ids, text, on) {
  const contestants = editors(faces, ids, on);
  return EDITS.map(({ name: edited, pointer, values }) => {
    const works = contestants.map(({ name, prepare, edit }) => {
      const state = prepare(text);
      let turn = 0;
      return { name, run: () => edit(state, pointer, values[(turn ^= 1)]) };
    });
    return { edited, times: measure(works) };
  });
}
