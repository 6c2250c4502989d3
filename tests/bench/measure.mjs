// Times small pieces of work fairly: all in one run, in turns, each in batches long enough for the clock, the median of
// many batches.

const WARM_UP = 150;
const BATCH = 4;
const ROUNDS = 31;

/** Kept, so that no work can be found to be for nothing. */
export let last;

/** Microseconds for one run of each piece of work, `{ name, run }`, by name. */
export function measure(works) {
  const timed = works.map(({ name, run }) => ({ name, run, times: warmUp(run), found: [] }));
  for (let round = 0; round < ROUNDS; round++) {
    // To and fro: whoever comes after a heavy one does so only every other time.
    for (const one of round % 2 === 0 ? timed : [...timed].reverse()) {
      one.found.push(batch(one.run, one.times) / one.times);
    }
  }
  return Object.fromEntries(timed.map(({ name, found }) => [name, 1000 * median(found)]));
}

/** Runs it until the engine has made up its mind; gives how many times a batch needs. */
function warmUp(run) {
  const start = performance.now();
  let times = 1;
  let took = 0;
  while (performance.now() - start < WARM_UP || took < BATCH) {
    took = batch(run, times);
    if (took < BATCH) {
      times *= 2;
    }
  }
  return times;
}

function batch(run, times) {
  const start = performance.now();
  for (let at = 0; at < times; at++) {
    last = run();
  }
  return performance.now() - start;
}

export function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

