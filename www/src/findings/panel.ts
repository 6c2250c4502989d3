import type { Issue } from "gongwei/adapters";
import { shallowRef } from "vue";

/** What the side panel explains. */
export const explained = shallowRef<Issue>();

let opener: HTMLElement | undefined;

export function explain(issue: Issue): void {
  opener = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
  explained.value = issue;
}

/** Whoever closes it is where they were. */
export function closePanel(): void {
  explained.value = undefined;
  if (opener && document.contains(opener)) {
    opener.focus();
  }
}
