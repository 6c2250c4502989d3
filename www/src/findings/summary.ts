import { reactive } from "vue";
import { explained } from "./panel";

/** Whether the side panel lies over the page, and over the field that it leads to, as in App.vue. */
export const isPanelAbove = (): boolean => window.matchMedia("(max-width: 1180px)").matches;

/** Whether all findings are shown in the side panel. */
export const summary = reactive({ isOpen: false });

export function openSummary(): void {
  explained.value = undefined;
  summary.isOpen = true;
}
