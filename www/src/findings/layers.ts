import type { Amendment, Norm, Repeal, Rulebook } from "gongwei";
import { dayAfter } from "../fields/day";

/** What a norm says through some days, and which layer says so. */
export interface NormForm {
  norm: Norm;
  layer: Rulebook;
  /** Where that layer says so. */
  by: Norm | Amendment | Repeal;
  /** The first day of it; none, if it has always been so. */
  from: string | undefined;
  isRepealed: boolean;
}

/** The norms of layers that lie one over the other, those above first: each with its forms, in the order of their days. */
export function stacked(layers: readonly Rulebook[]): NormForm[][] {
  return layers.flatMap((layer) => (layer.norms ?? []).map((norm) => formsOf(norm, layer, layers)));
}

/** The form in force on a day; where none is, the one before it, or the first that will be. */
export function formOn(forms: readonly NormForm[], day: string): NormForm | undefined {
  return [...forms].reverse().find(({ from }) => from === undefined || from <= day) ?? forms[0];
}

/** The form that a verdict rests on: one of its layer, by its clause. Where several are, that of the day. */
export function formOf(forms: readonly NormForm[], { layer, item }: { layer: string; item: string | undefined }, day: string): NormForm | undefined {
  const ofLayer = forms.filter((form) => form.layer.id === layer);
  const cited = ofLayer.filter(({ by }) => by.clause.item === item);
  return formOn(cited.length > 0 ? cited : ofLayer.length > 0 ? ofLayer : forms, day);
}

function formsOf(norm: Norm, own: Rulebook, layers: readonly Rulebook[]): NormForm[] {
  const changes = layers.flatMap((layer) => changesOf(norm.id, layer));
  const days = new Set([norm.from, ...changes.flatMap(({ by, to }) => [by.from ?? norm.from, to && dayAfter(to)])].map(rank));
  const forms: NormForm[] = [];
  let before: LayerChange[] | undefined;
  for (const day of [...days].sort()) {
    const from = day === ALWAYS ? undefined : day;
    if (!isWithin(from, norm.from, norm.to)) {
      continue;
    }
    const held = changes.filter(({ by, to }) => isWithin(from, by.from, to));
    const end = held.findIndex(({ isRepeal }) => isRepeal);
    // What has ended is not amended any more.
    const applied = end < 0 ? held : held.slice(0, end + 1);
    if (!before || before.length !== applied.length || before.some((change, at) => change !== applied[at])) {
      forms.push(applied.reduce(changed, { norm, layer: own, by: norm, from, isRepealed: false }));
    }
    before = applied;
  }
  return forms;
}

function changed(form: NormForm, { by, layer, isRepeal }: LayerChange): NormForm {
  const norm = { ...form.norm, ...(isRepeal ? { clause: by.clause } : given(by as Amendment)) };
  return { ...form, norm, layer, by, isRepealed: isRepeal };
}

interface LayerChange {
  by: Amendment | Repeal;
  to: string | undefined;
  layer: Rulebook;
  isRepeal: boolean;
}

/** What a layer changes in a norm; the ends come first. */
function changesOf(norm: string, layer: Rulebook): LayerChange[] {
  const repeals = (layer.repeals ?? []).map((by) => ({ by, to: undefined, layer, isRepeal: true }));
  const amendments = (layer.amendments ?? []).map((by) => ({ by, to: by.to, layer, isRepeal: false }));
  amendments.sort((one, other) => rank(one.by.from).localeCompare(rank(other.by.from)));
  return [...repeals, ...amendments].filter(({ by }) => by.norm === norm);
}

/** What an amendment gives in the place of what was there. */
function given({ clause, title, appliesTo, modality, when, require, reading }: Amendment): Partial<Norm> {
  const all = { clause, title, appliesTo, modality, when, require, reading };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** Days in their order: what has always been comes first. */
const ALWAYS = "";

function rank(day: string | undefined): string {
  return day ?? ALWAYS;
}

function isWithin(day: string | undefined, from: string | undefined, to: string | undefined): boolean {
  return rank(from) <= rank(day) && (to === undefined || rank(day) <= to);
}
