import type { Norm } from "gongwei";
import { element } from "./dom";
import type { Entry, GroupName } from "./groups";
import type { Words } from "./words";

/** One line of the report: what is said, where it was seen, and by which facts. */
export function entryElement(entry: Entry, group: GroupName, norm: Norm | undefined, words: Words): HTMLElement {
  const message = entry.message ?? ("key" in entry ? entry.key : entry.code);
  return element(
    "li",
    { class: "entry", "data-entry": identity(entry) },
    element("p", { class: "message" }, message),
    element("dl", {}, ...due(entry, group, words), ...places(entry, words), ...clauses(entry, norm, words), ...facts(entry, words)),
  );
}

function due(entry: Entry, group: GroupName, words: Words): HTMLElement[] {
  if (group !== "pending" || !("subject" in entry)) {
    return [];
  }
  return [row(words.due, element("strong", {}, entry.due ?? words.noDue))];
}

function places(entry: Entry, words: Words): HTMLElement[] {
  const paths = (list: string[] = []): HTMLElement[] => list.map((path) => pathElement(path, words));
  const missing = paths("missing" in entry ? entry.missing : []);
  const seen = missing.length > 0 ? row(words.missing, ...missing) : row(words.where, pathElement(entry.path, words));
  const related = paths(entry.related?.filter((path) => path !== entry.path));
  return related.length > 0 ? [seen, row(words.related, ...related)] : [seen];
}

/** What the clause is extended by for this entry alone. */
function clauses(entry: Entry, norm: Norm | undefined, words: Words): HTMLElement[] {
  const also = "clause" in entry ? (entry.clause.also ?? []) : [];
  const own = also.filter((item) => !norm?.clause.also?.includes(item));
  return own.length > 0 ? [row(words.alsoBy, element("span", {}, words.clause(own)))] : [];
}

function facts({ facts: found = {} }: Entry, words: Words): HTMLElement[] {
  const pairs = Object.entries(found).map(([name, value]) =>
    element("span", { class: "fact" }, element("span", { class: "name" }, words.fact[name] ?? name), " ", words.value[String(value)] ?? String(value)),
  );
  return pairs.length > 0 ? [row(words.facts, ...pairs)] : [];
}

function row(term: string, ...values: HTMLElement[]): HTMLElement {
  return element("div", {}, element("dt", {}, term), element("dd", {}, ...values));
}

export function pathElement(path: string, words: Words): HTMLElement {
  return path === "" ? element("span", {}, words.whole) : element("code", { class: "path" }, path);
}

/** What tells an entry from every other: ids, which stay when places shift. */
function identity(entry: Entry): string {
  if (!("subject" in entry)) {
    return `${entry.code} ${entry.path}`;
  }
  const { kind, meeting, id } = entry.subject;
  const ids = [meeting, id].filter(Boolean).join("/");
  return [entry.norm, ids === "" ? kind : `${kind}:${ids}`, entry.period].filter(Boolean).join(" ");
}
