import { check, init, rulebook, type Locale, type Result } from "gongwei";
import { element } from "./dom";
import { faultsElement } from "./faults";
import { reportElement } from "./report";
import { SAMPLE_DAY, SAMPLES, type SampleName } from "./samples";
import { explain, read, type Source } from "./source";
import { WORDS, type Words } from "./words";

const RULEBOOK = "gannan-2020";

/** All that the page knows; everything shown follows from it. */
const state: { locale: Locale; on: string; source: Source | undefined; engine: "loading" | "ready" | "failed" } = {
  locale: navigator.language.startsWith("en") ? "en" : "zh-CN",
  on: SAMPLE_DAY,
  source: undefined,
  engine: "loading",
};

const page = document.getElementById("page") as HTMLElement;

function update(changes: Partial<typeof state>): void {
  Object.assign(state, changes);
  render();
}

function render(): void {
  const words = WORDS[state.locale];
  document.documentElement.lang = state.locale;
  document.title = `${words.title} · ${words.subtitle}`;
  const focused = document.activeElement?.id;
  page.replaceChildren(headerElement(words), element("main", {}, controlsElement(words), resultElement(words)), element("footer", {}, words.aid));
  // Whoever works with the keyboard stays where they were.
  if (focused) {
    document.getElementById(focused)?.focus({ preventScroll: true });
  }
}

function headerElement(words: Words): HTMLElement {
  const choice = (locale: Locale, name: string): HTMLElement =>
    element(
      "button",
      { id: `locale-${locale}`, type: "button", lang: locale, "aria-pressed": String(state.locale === locale), onclick: () => update({ locale }) },
      name,
    );
  return element(
    "header",
    { class: "top" },
    element("div", {}, element("h1", {}, words.title), element("p", {}, words.subtitle)),
    element("div", { class: "languages", role: "group", "aria-label": words.language }, choice("zh-CN", "中文"), choice("en", "English")),
  );
}

function controlsElement(words: Words): HTMLElement {
  const { source } = state;
  const sample = (name: SampleName): HTMLElement => {
    const [title, what] = words.sample[name];
    const isOpen = source !== undefined && "isSample" in source && source.isSample && source.name === name;
    return element("button", { id: `sample-${name}`, type: "button", "aria-pressed": String(isOpen), onclick: () => openSample(name) }, element("strong", {}, title), element("span", {}, what));
  };
  return element(
    "section",
    { class: "controls" },
    element("div", { class: "samples", role: "group", "aria-label": words.samples }, ...(Object.keys(SAMPLES) as SampleName[]).map(sample)),
    element(
      "div",
      { class: "own" },
      element(
        "label",
        { class: "file" },
        element("input", { id: "file", type: "file", accept: ".json,application/json", onchange: (event) => void openFiles((event.target as HTMLInputElement).files) }),
        element("span", {}, words.open),
      ),
      element("span", { class: "hint" }, words.drop),
      element(
        "label",
        { class: "day" },
        element("span", {}, words.on),
        element("input", { id: "on", type: "date", value: state.on, title: words.onHelp, min: "1950-01-01", max: "2199-12-31", onchange: setDay }),
      ),
    ),
  );
}

function resultElement(words: Words): HTMLElement {
  const shown = element("div", { id: "result", "aria-live": "polite" });
  if (state.engine !== "ready") {
    shown.append(element("p", { class: state.engine === "failed" ? "note errors" : "note" }, words[state.engine]));
  } else if (state.source === undefined) {
    shown.append(element("section", { class: "welcome" }, element("h2", {}, words.welcome), element("p", {}, words.welcomeText)));
  } else if ("problem" in state.source) {
    shown.append(element("section", { class: "refused", role: "alert" }, element("h2", {}, state.source.name), element("p", {}, explain(state.source, words))));
  } else if (state.on === "") {
    shown.append(element("p", { class: "note unknown", role: "alert" }, words.noDay));
  } else {
    const { name, text } = state.source;
    const result = check(text, { rulebook: RULEBOOK, on: state.on, locale: state.locale });
    shown.append(result.ok ? checkedElement(name, text, result, words) : faultsElement(name, result.faults, words));
  }
  return shown;
}

function checkedElement(name: string, text: string, { report }: Extract<Result, { ok: true }>, words: Words): HTMLElement {
  const rules = rulebook(RULEBOOK);
  const title = rules?.title[state.locale === "en" ? "en" : "zh"] ?? RULEBOOK;
  return element(
    "section",
    { "aria-labelledby": "summary" },
    element("h2", { id: "summary", class: "visually-hidden" }, words.summary),
    element("div", { class: "checked" }, element("strong", {}, committeeName(text) ?? name), element("span", {}, words.checked(title, report.on))),
    reportElement(report, { words, locale: state.locale, rulebook: rules }),
  );
}

/** The engine has accepted the record before it is read here. */
function committeeName(text: string): string | undefined {
  return (JSON.parse(text) as { committee: { name?: string } }).committee.name;
}

function openSample(name: SampleName): void {
  update({ source: { name, isSample: true, text: SAMPLES[name] }, on: SAMPLE_DAY });
}

async function openFiles(files: FileList | null | undefined): Promise<void> {
  const file = files?.[0];
  if (file) {
    // A sample's day says nothing about one's own record.
    const isFirst = state.source === undefined || ("isSample" in state.source && state.source.isSample);
    update({ source: await read(file), ...(isFirst ? { on: today() } : {}) });
  }
}

/** Only the result is made anew: an input that is being typed in must stay. */
function setDay(event: Event): void {
  const { value, validity } = event.target as HTMLInputElement;
  state.on = validity.valid ? value : "";
  document.getElementById("result")?.replaceWith(resultElement(WORDS[state.locale]));
}

/** Today where the user is. */
function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  void openFiles(event.dataTransfer?.files);
});

render();
init().then(
  () => update({ engine: "ready" }),
  () => update({ engine: "failed" }),
);
