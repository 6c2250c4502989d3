/** Milliseconds after which the page is let have its turn: what is pressed meanwhile is heard. */
const SLICE = 40;

/** Lets the page do what waits to be done. */
export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Does long work a slice at a time; nothing comes of it once it is not wanted any more. */
export async function inSlices<T>(work: Generator<number, T>, goesOn: (done: number) => boolean): Promise<T | undefined> {
  let start = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done) {
      return value;
    }
    if (performance.now() - start > SLICE) {
      if (!goesOn(value)) {
        return undefined;
      }
      await breathe();
      start = performance.now();
    }
  }
}
