import { ref } from "vue";

/** Whether the engine can judge yet. */
export const engine = ref<"loading" | "ready" | "failed">("loading");
