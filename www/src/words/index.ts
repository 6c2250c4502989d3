import type { Bilingual, Locale } from "gongwei";
import { computed } from "vue";
import { judging } from "../record/records";
import type { Field } from "../record/shape";
import { en } from "./page.en";
import { zh, type Words } from "./page.zh";
import { CHOICES, FIELDS, LIST_WORDS } from "./fields";

const WORDS: Record<Locale, Words> = { "zh-CN": zh, en };

/** What the page says, in the language that is chosen. */
export const words = computed(() => WORDS[judging.locale]);

const index = computed(() => (judging.locale === "en" ? 1 : 0));

export function labelOf({ noun, key }: Pick<Field, "noun" | "key">): string {
  return FIELDS[`${noun}.${key}`]?.[index.value] ?? key;
}

/** What helps to fill a field in: our own words, in English the schema's where we have none. */
export function helpOf({ noun, key }: Field): string {
  return FIELDS[`${noun}.${key}`]?.[index.value === 1 ? 3 : 2] ?? "";
}

export function choiceOf(type: string, word: string): string {
  return CHOICES[`${type}.${word}`]?.[index.value] ?? word;
}

export function listName(list: string): string {
  return listWords(list)[0];
}

export function entryName(list: string): string {
  return listWords(list)[1];
}

export function listWhat(list: string): string {
  return listWords(list)[2];
}

function listWords(list: string): [string, string, string] {
  return LIST_WORDS[list]?.[index.value === 1 ? "en" : "zh"] ?? [list, list, ""];
}

export function say(text: Bilingual | undefined): string {
  return text?.[index.value === 1 ? "en" : "zh"] ?? "";
}
