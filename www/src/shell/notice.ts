import { shallowRef } from "vue";

/** One thing the page has to say above everything else, until it is read or another takes its place. */
export const notice = shallowRef<{ tone: "met" | "warnings" | "errors" | "pending"; title?: string; text: string }>();
