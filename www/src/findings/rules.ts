import type { Judgement, Norm, Procedure, Rulebook } from "gongwei";
import { computed } from "vue";
import { layers } from "../record/gongwei";
import { judging } from "../record/records";
import { formOf, formOn, stacked, type NormForm } from "./layers";

/** The rulebook that judges, with all that it takes over from those it extends. */
export interface Rules extends Pick<Rulebook, "id" | "title" | "edition"> {
  /** The rulebooks that it is made of, those above first. */
  layers: readonly Rulebook[];
  committees: NonNullable<Rulebook["committees"]>;
  procedures: Record<string, Procedure>;
  /** The norms, each as it is on the day of evaluation. */
  norms: readonly NormForm[];
}

const all = computed(() => layers(judging.rulebook));
const forms = computed(() => new Map(stacked(all.value).flatMap((each) => (each[0] ? [[each[0].norm.id as string, each] as const] : []))));
const current = computed(() => new Map([...forms.value].flatMap(([id, each]) => (formOn(each, judging.on) ? [[id, formOn(each, judging.on) as NormForm] as const] : []))));

export const rules = computed<Rules | undefined>(() => {
  const own = all.value[all.value.length - 1];
  return (
    own && {
      ...own,
      layers: all.value,
      committees: Object.assign({}, ...all.value.map(({ committees }) => committees)) as Rules["committees"],
      procedures: Object.assign({}, ...all.value.map(({ procedures }) => procedures)) as Rules["procedures"],
      norms: [...current.value.values()],
    }
  );
});

/** A norm as it is on the day of evaluation, and the layer that says so. */
export function normNow(id: string | undefined): NormForm | undefined {
  return id === undefined ? undefined : current.value.get(id);
}

export function normOf(id: string | undefined): Norm | undefined {
  return normNow(id)?.norm;
}

/** The norm as the layer has it that a verdict rests on. */
export function normBehind({ norm, layer, clause }: Pick<Judgement, "layer"> & { norm: string; clause: { item: string } }): NormForm | undefined {
  return formOf(forms.value.get(norm) ?? [], { layer: layer ?? rules.value?.id ?? "", item: clause.item }, judging.on);
}

/** All that a norm says from day to day. */
export function formsOfNorm(id: string): readonly NormForm[] {
  return forms.value.get(id) ?? [];
}
