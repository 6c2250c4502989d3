// What the page's main thread does, as the browser's own trace tells it: everything that a key sets off, from its event to
// the frame that shows what came of it, and nothing of the script that presses the keys.

const CATEGORIES = ["__metadata", "devtools.timeline", "disabled-by-default-devtools.timeline"];

/**
 * Milliseconds of work on the main thread between each event of this type and the next, while `act` goes on: the thread's
 * own time, which others on the machine do not stretch.
 */
export async function tasksAfter(browser, page, type, act) {
  await browser.startTracing(page, { categories: CATEGORIES });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const found = traceEvents.filter(({ name, args }) => name === "EventDispatch" && args.data?.type === type);
  // The tests' browser has other processes; the page's is the one that was given the events.
  const { pid, tid } = found[0] ?? {};
  const tasks = traceEvents.filter((event) => event.name === "RunTask" && event.pid === pid && event.tid === tid);
  const starts = found.map(({ ts }) => tasks.find((task) => task.ts <= ts && ts <= task.ts + task.dur)?.ts ?? ts).sort((one, other) => one - other);
  return starts.map((start, index) => {
    const own = tasks.filter(({ ts }) => ts >= start && ts < (starts[index + 1] ?? Infinity));
    return own.reduce((sum, { tdur, dur }) => sum + (tdur ?? dur ?? 0), 0) / 1000;
  });
}
