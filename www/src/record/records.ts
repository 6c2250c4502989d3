import type { AnyRulebook, Fault, Locale } from "gongwei";
import { computed, ref, shallowReactive, shallowRef } from "vue";
import type { Place } from "../disk";
import { OpenRecord } from "./open-record";

/** The records that are open side by side, and which of them is looked at. */
export const records = shallowReactive<OpenRecord[]>([]);
const active = shallowRef<OpenRecord>();
export const record = computed(() => active.value);

/** The record that is looked at, for what is shown only while there is one. */
export function useRecord(): OpenRecord {
  if (!active.value) {
    throw new Error("no record is open");
  }
  return active.value;
}

/** How everything is judged. */
export const judging = shallowReactive<{ rulebook: AnyRulebook; locale: Locale; on: string }>({
  rulebook: "gannan-2020",
  locale: typeof navigator !== "undefined" && navigator.language.startsWith("en") ? "en" : "zh-CN",
  on: today(),
});

/** Whether the day that is being typed is one. */
export const isDayComplete = ref(true);

/** Today where the user is. */
export function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Opens a record and looks at it; tells why where that cannot be. */
export function openText(text: string, file: { name: string; isSample: boolean; on: string; place?: Place }): Fault[] | undefined {
  const opened = OpenRecord.open(text, { ...judging, on: file.on }, file);
  if (!opened.ok) {
    return opened.faults;
  }
  records.push(opened.record);
  look(opened.record);
  return undefined;
}

export function look(at: OpenRecord | undefined): void {
  active.value = at;
  if (at) {
    judging.on = at.state.judging.on;
    if (at.state.judging.locale !== judging.locale || at.state.judging.rulebook !== judging.rulebook) {
      at.judge({ ...judging });
    }
  }
}

export function close(closed: OpenRecord): void {
  const index = records.indexOf(closed);
  if (index >= 0) {
    records.splice(index, 1);
    closed.dispose();
    look(records[Math.min(index, records.length - 1)]);
  }
}

/** Judges by another day, language or rulebook. */
export function judgeBy(changes: Partial<typeof judging>): void {
  Object.assign(judging, changes);
  if (active.value && judging.on !== "") {
    active.value.judge({ ...judging });
  }
}
