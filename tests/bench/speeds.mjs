// What is measured, the same in Node and in Chromium.
import { EDITS, checkers, editors } from "./contestants.mjs";
import { measure } from "./measure.mjs";

/** Microseconds by sample, kind of work and contestant; of edits also by what is edited. */
export function speeds(gongwei, ids, samples, on) {
  return Object.fromEntries(
    Object.entries(samples).map(([name, text]) => [name, { checks: checks(gongwei, ids, text, on), edits: edits(gongwei, ids, text, on) }]),
  );
}

function checks(gongwei, ids, text, on) {
  const works = checkers(gongwei, ids, on).map(({ name, prepare, check }) => {
    const state = prepare(text);
    return { name, run: () => check(state) };
  });
  return measure(works);
}

function edits(gongwei, ids, text, on) {
  const contestants = editors(gongwei, ids, on);
  return EDITS.map(({ name: edited, pointer, values }) => {
    const works = contestants.map(({ name, prepare, edit }) => {
      const state = prepare(text);
      let turn = 0;
      return { name, run: () => edit(state, pointer, values[(turn ^= 1)]) };
    });
    return { edited, times: measure(works) };
  });
}
