import { reactive } from "vue";
import { explained } from "./panel";

/** Whether the side panel lies over the page, and the sections stand in one row, as on a phone. */
export const isNarrow = (): boolean => window.matchMedia("(max-width: 860px)").matches;

/** Whether all findings are shown in the side panel. */
export const summary = reactive({ isOpen: false });

export function openSummary(): void {
  explained.value = undefined;
  summary.isOpen = true;
}
