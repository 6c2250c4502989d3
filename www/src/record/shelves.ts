import { shallowReactive } from "vue";

/**
 * Lists by name, to which things are put and taken from one by one, a hundred thousand at once if need be. What shows a
 * list is told when all is done, once for each list that differs.
 */
export class Shelves<T> {
  private readonly held = new Map<string, Set<T>>();
  private readonly shown = shallowReactive(new Map<string, readonly T[]>());
  private readonly differing = new Set<string>();

  get(name: string): readonly T[] | undefined {
    return this.shown.get(name);
  }

  put(name: string, one: T): void {
    const held = this.held.get(name);
    if (held) {
      held.add(one);
    } else {
      this.held.set(name, new Set([one]));
    }
    this.differing.add(name);
  }

  take(name: string, one: T): void {
    this.held.get(name)?.delete(one);
    this.differing.add(name);
  }

  tell(): void {
    for (const name of this.differing) {
      const held = this.held.get(name);
      if (held && held.size > 0) {
        this.shown.set(name, [...held]);
      } else {
        this.held.delete(name);
        this.shown.delete(name);
      }
    }
    this.differing.clear();
  }
}
