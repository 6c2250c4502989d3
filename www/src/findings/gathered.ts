/** Things by a name that several of them have, in the order in which they come. */
export function gathered<T>(all: Iterable<T>, nameOf: (one: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const name = nameOf(one);
    const others = found.get(name);
    if (others) {
      others.push(one);
    } else {
      found.set(name, [one]);
    }
  }
  return found;
}
