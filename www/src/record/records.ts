import type { AnyRulebook, Fault, Locale } from "gongwei";
import { computed, ref, shallowReactive, shallowRef, watch } from "vue";
import type { Place } from "../disk";
import { OpenRecord } from "./open-record";
import { allRulebooks, FIRST, rulebookId, rulebookNamed } from "./rulebooks";

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
  rulebook: FIRST,
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

/** Opens a record, by the rules that it names if the page has them, and looks at it; tells why where that cannot be. */
export function openText(text: string, file: { name: string; isSample: boolean; on: string; place?: Place }): Fault[] | undefined {
  const opened = OpenRecord.open(text, { ...judging, rulebook: rulebookNamed(namedIn(text)) ?? judging.rulebook, on: file.on }, file);
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
    judging.rulebook = at.state.judging.rulebook;
    if (at.state.judging.locale !== judging.locale) {
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

/** Judges by a rulebook from now on; the record says so, so that it is judged by it wherever it is opened. */
export function chooseRulebook(rulebook: AnyRulebook): void {
  active.value?.set("/rulebook", rulebookId(rulebook));
  judgeBy({ rulebook });
}

/** The rulebook that the record names, where the page does not have it: it is judged by another. */
export const rulebookMissing = computed(() => {
  const named = active.value?.document.rulebook;
  return typeof named === "string" && named !== rulebookId(judging.rulebook) && rulebookNamed(named) === undefined ? named : undefined;
});

// What was chosen is undone and redone, or typed, like anything else in the record.
watch([active, () => active.value?.document.rulebook], ([now, named], [before]) => {
  if (now && now === before && named !== rulebookId(judging.rulebook)) {
    const rulebook = named === undefined ? FIRST : rulebookNamed(named);
    if (rulebook) {
      judgeBy({ rulebook });
    }
  }
});

// A rulebook that was read anew judges whatever the one before it judged.
watch(allRulebooks, (all) => {
  const renewed = (before: AnyRulebook): AnyRulebook | undefined => (all.includes(before) ? undefined : rulebookNamed(rulebookId(before)));
  judging.rulebook = renewed(judging.rulebook) ?? judging.rulebook;
  for (const one of records) {
    const rulebook = renewed(one.state.judging.rulebook);
    if (rulebook) {
      one.judge({ ...one.state.judging, rulebook });
    }
  }
});

function namedIn(text: string): unknown {
  try {
    return (JSON.parse(text) as { rulebook?: unknown } | null)?.rulebook;
  } catch (_noJson) {
    return undefined;
  }
}
