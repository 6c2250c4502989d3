import type { Norm, Rulebook } from "gongwei";
import { computed } from "vue";
import { rulebook } from "../record/gongwei";
import { judging } from "../record/records";

/** The rulebook that judges, with the norms' titles and readings. */
export const rules = computed<Rulebook | undefined>(() => (typeof judging.rulebook === "string" ? rulebook(judging.rulebook) : judging.rulebook));

const byId = computed(() => new Map((rules.value?.norms ?? []).map((norm) => [norm.id as string, norm])));

export function normOf(id: string | undefined): Norm | undefined {
  return id === undefined ? undefined : byId.value.get(id);
}
