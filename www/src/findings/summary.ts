import { reactive } from "vue";
import { explained } from "./panel";

/** Whether the side panel lies over the page, as in App.vue. */
export const isNarrow = (): boolean => window.matchMedia("(max-width: 860px)").matches;

/** Whether all findings are shown in the side panel. */
export const summary = reactive({ isOpen: false });

export function openSummary(): void {
  explained.value = undefined;
  summary.isOpen = true;
}
