/** Under this name a tab remembers what it had open; it goes with the tab. */
const KEY = "gongwei-open-drafts";

/** The drafts that this tab had open before it was loaded again, the one looked at last at the end. */
export function remembered(): string[] {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return Array.isArray(value) ? value.filter((id): id is string => typeof id === "string") : [];
  } catch (_noStorage) {
    return [];
  }
}

/** To be called only once drafts are agreed to. */
export function remember(ids: readonly string[]): void {
  try {
    if (ids.length === 0) {
      sessionStorage.removeItem(KEY);
    } else {
      sessionStorage.setItem(KEY, JSON.stringify(ids));
    }
  } catch (_noStorage) {
    // Then the list of drafts is the way back.
  }
}
