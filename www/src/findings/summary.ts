import { reactive } from "vue";
import { explained } from "./panel";

/** Whether all findings are shown in the side panel. */
export const summary = reactive({ isOpen: false });

export function openSummary(): void {
  explained.value = undefined;
  summary.isOpen = true;
}
