import { ref } from "vue";

/** What a screen reader is told of what happened elsewhere on the page. */
export const announced = ref("");

export function announce(text: string): void {
  announced.value = "";
  // Said twice, it is told twice.
  setTimeout(() => (announced.value = text), 30);
}
