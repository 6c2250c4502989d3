import type { Clause } from "gongwei";
import type { Issue } from "gongwei/adapters";
import { say, words } from "../words";
import type { NormForm } from "./layers";
import { rules } from "./rules";

/** The items that a finding rests on, in words. */
export function clauseText({ clause }: { clause?: Clause | undefined } | Issue): string {
  return clause ? cited(clause.document, [clause.item, ...(clause.also ?? [])]) : "";
}

export function normClause({ norm: { clause }, layer }: NormForm): string {
  return cited(layer.source.id, [clause.item, ...(clause.also ?? [])]);
}

function cited(document: string, items: string[]): string {
  const title = documentName(document);
  return title === "" ? words.value.clause(items) : words.value.inDocument(title, words.value.clause(items));
}

/** What a document is called, where there are several; the first needs no name, for most is in it. */
export function documentName(document: string): string {
  const [first, ...others] = (rules.value?.layers ?? []).map(({ source }) => source);
  return document === first?.id ? "" : say(others.find(({ id }) => id === document)?.title);
}
