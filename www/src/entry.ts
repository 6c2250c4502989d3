import type { Judgement } from "gongwei";
import { element } from "./dom";
import type { Entry, GroupName } from "./groups";
import type { Names } from "./record";
import type { Words } from "./words";

/** One line of the report: what is said, of whom, where it was seen, and by which facts. */
export function entryElement(entry: Entry, group: GroupName, words: Words, names: Names): HTMLElement {
  const whose = "subject" in entry ? [names.subject(entry.subject), entry.period].filter(Boolean).join(" · ") : "";
  return element(
    "li",
    { class: "entry", "data-entry": identity(entry) },
    element(
      "p",
      { class: "message" },
      whose !== "" && element("span", { class: "subject" }, whose),
      entry.message ?? ("key" in entry ? entry.key : entry.code),
    ),
    group === "pending" && dueElement(entry as Judgement, words),
    element("dl", {}, ...places(entry, words), ...facts(entry, words)),
  );
}

function dueElement({ due }: Judgement, words: Words): HTMLElement {
  return element("p", { class: "due" }, due === undefined ? words.noDue : words.due(due));
}

function places(entry: Entry, words: Words): HTMLElement[] {
  const rows: HTMLElement[] = [];
  const missing = "missing" in entry ? (entry.missing ?? []) : [];
  if (missing.length > 0) {
    rows.push(row(words.missing, ...missing.map((path) => pathElement(path, words))));
  } else {
    rows.push(row(words.where, pathElement(entry.path, words)));
  }
  if (entry.related && entry.related.length > 0) {
    rows.push(row(words.related, ...entry.related.map((path) => pathElement(path, words))));
  }
  return rows;
}

function facts({ facts: found = {} }: Entry, words: Words): HTMLElement[] {
  const entries = Object.entries(found);
  const pairs = entries.map(([name, value]) =>
    element("span", { class: "fact" }, element("span", { class: "name" }, words.fact[name] ?? name), " ", String(value)),
  );
  return pairs.length === 0 ? [] : [row(words.facts, ...pairs)];
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
