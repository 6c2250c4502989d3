import type { BuiltinRulebook, Locale, Norm, Report } from "gongwei";
import { element } from "./dom";
import { entryElement } from "./entry";
import { type Group, type GroupName, group, type Topic } from "./groups";
import type { Words } from "./words";

/** Folded until they are opened: they ask for nothing. */
const FOLDED: readonly GroupName[] = ["met", "not-applicable"];
/** So many entries of a norm are shown at once. */
const SHOWN = 6;

const SIGNS: Record<GroupName, string> = {
  errors: "✕",
  warnings: "!",
  coherence: "⇄",
  unknown: "?",
  pending: "◷",
  met: "✓",
  "not-applicable": "–",
};

export interface View {
  words: Words;
  locale: Locale;
  rulebook: BuiltinRulebook | undefined;
}

/** The whole report: counts first, then the groups. */
export function reportElement(report: Report, view: View): HTMLElement {
  const groups = group(report);
  return element("div", { class: "report" }, summaryElement(groups, view), noteElement(groups, view), ...groups.map((one) => groupElement(one, view)));
}

function summaryElement(groups: Group[], { words }: View): HTMLElement {
  return element(
    "ul",
    { class: "summary" },
    ...groups.map(({ name, count }) =>
      element(
        "li",
        {},
        element(
          "a",
          { class: `tile ${name}`, href: `#${name}`, "data-count": String(count), onclick: () => unfold(name) },
          element("span", { class: "sign", "aria-hidden": "true" }, SIGNS[name]),
          element("strong", {}, String(count)),
          element("span", { class: "label" }, words.group[name][0]),
        ),
      ),
    ),
  );
}

function unfold(name: GroupName): void {
  document.getElementById(name)?.querySelector("details")?.setAttribute("open", "");
}

/** A word on the whole: that there is nothing to complain of, or nothing to judge. */
function noteElement(groups: Group[], { words }: View): HTMLElement | string {
  const count = (...names: GroupName[]): number => groups.filter(({ name }) => names.includes(name)).reduce((sum, one) => sum + one.count, 0);
  if (count("errors", "warnings", "coherence") > 0) {
    return "";
  }
  const isEmpty = count("met") === 0 && count("unknown") > 0;
  return element("p", { class: isEmpty ? "note unknown" : "note met" }, isEmpty ? words.none.record : words.none.findings);
}

function groupElement({ name, count, topics }: Group, view: View): HTMLElement {
  const [title, what] = view.words.group[name];
  const heading = element(
    "summary",
    {},
    element("span", { class: "sign", "aria-hidden": "true" }, SIGNS[name]),
    element("h2", {}, title),
    element("span", { class: "count" }, String(count)),
    element("span", { class: "what" }, what),
  );
  const isFolded = FOLDED.includes(name);
  const details = element("details", { open: !isFolded }, heading);
  const fill = (): void => details.append(...topics.map((topic) => topicElement(topic, name, view)));
  if (isFolded) {
    // Hundreds of entries that few will look at are made when somebody does.
    details.addEventListener("toggle", fill, { once: true });
  } else {
    fill();
  }
  return element("section", { class: `group ${name}`, id: name, hidden: count === 0 }, details);
}

function topicElement({ id, entries }: Topic, name: GroupName, view: View): HTMLElement {
  const { words, locale, rulebook } = view;
  const norm = rulebook?.norms.find((one) => one.id === id);
  const language = locale === "en" ? "en" : "zh";
  const show = (entry: Topic["entries"][number]): HTMLElement => entryElement(entry, name, norm, words);
  const rest = entries.slice(SHOWN);
  // A message that says what is required says it in the words of the reading.
  const isTold = (text: string): boolean => entries.every(({ message }) => message?.includes(text));
  return element(
    "article",
    { class: "topic", "data-topic": id },
    element(
      "header",
      {},
      element("h3", {}, norm ? norm.title[language] : element("code", {}, id)),
      norm && element("span", { class: "clause" }, clause(norm, words)),
      norm && element("span", { class: "modality" }, words.modality[norm.modality]),
      norm && element("code", { class: "id" }, id),
    ),
    norm && !isTold(norm.reading[language]) && reading(norm.reading[language], words),
    element("ul", { class: "entries" }, ...entries.slice(0, SHOWN).map(show)),
    rest.length > 0 &&
      element("details", { class: "rest" }, element("summary", {}, words.more(rest.length)), element("ul", { class: "entries" }, ...rest.map(show))),
  );
}

function reading(text: string, words: Words): HTMLElement {
  return element("p", { class: "reading" }, element("span", { class: "term" }, words.reading), text);
}

function clause({ clause: { item, also = [] } }: Norm, words: Words): string {
  return words.clause([item, ...also]);
}
