import { ref, shallowReactive, watch, watchEffect } from "vue";
import { LeaveGuard } from "../disk";
import { DRAFT_WORDS, Drafts, remember, remembered, type Draft, type Keeper, type Keeping, type OpenedDraft, type Written } from "../draft";
import { text } from "../record/entries";
import type { OpenRecord } from "../record/open-record";
import { close, judging, look, openText, record, records } from "../record/records";
import { forgetRules, ownRules, readRules, type OwnRules } from "../record/rulebooks";
import { notice } from "./notice";

/** The page's drafts, mounted: which record has which keeper, and what is opened again when the page is loaded again. */
const told = ref(0);
const page = new Drafts(() => told.value++);
const keepers = shallowReactive(new Map<string, Keeper>());
/** The draft of a record that may only be looked at, because another tab writes it. */
const views = shallowReactive(new Map<string, string>());
/** The user does not want to be asked while this page is open. */
export const isDeclined = ref(false);
const beginning = new Set<string>();
/** What was last seen of each record. */
const seen = new Map<string, string>();
const guard = new LeaveGuard();

/** The drafts as they are now; what shows them is shown anew when they change. */
export function drafts(): Drafts {
  void told.value;
  return page;
}

export function keepingOf(one: OpenRecord | undefined): Keeping | undefined {
  void told.value;
  return one && keepers.get(one.key)?.keeping;
}

/** Whether nothing is lost when the record goes. */
export function isSafe(one: OpenRecord): boolean {
  void told.value;
  return one.isSaved || (keepers.get(one.key)?.isSafe ?? one.state.isReadOnly);
}

/** Whether a record that may only be looked at can be gone on with here: not where it has what its draft has not. */
export function canTakeOver(one: OpenRecord): boolean {
  void told.value;
  return views.has(one.key) && (keepers.get(one.key)?.isWritten ?? true);
}

/** Looks for drafts, and opens again what this tab had open before it was loaded again or copied. */
export async function startDrafts(): Promise<void> {
  await page.start();
  await readKeptRules();
  for (const id of page.agreed ? remembered() : []) {
    const opened = await page.open(id);
    if (opened.kind === "ours") {
      take(opened);
    } else if (opened.kind === "elsewhere") {
      view(opened);
    }
  }
  watch(() => records.map(stamp).join(), changed);
  watch([() => [...keepers.values()].map(({ id }) => id).join(), record], rememberOpen);
  watch(told, lost);
  watch(ownRules, (now, before) => void keepRules(now.filter(({ id, text }) => !before.some((one) => one.id === id && one.text === text))));
  watchEffect(() => guard.set(records.some(isAtRisk)));
  window.addEventListener("pagehide", rememberOpen);
}

export async function agreeToDrafts(): Promise<void> {
  if (await page.agree()) {
    changed();
    await keepRules(ownRules());
  } else if (page.problem) {
    notice.value = { tone: "warnings", text: DRAFT_WORDS[judging.locale].problem(page.problem) };
  }
}

/** Deletes all drafts and keeps none from now on. */
export function clearDrafts(): Promise<boolean> {
  isDeclined.value = true;
  remember([]);
  return page.clear();
}

/** Opens a draft; one that is open here already is looked at. */
export async function openDraft(id: string): Promise<OpenedDraft | "looked at"> {
  const open = records.find((one) => keepers.get(one.key)?.id === id || views.get(one.key) === id);
  if (open) {
    look(open);
    return "looked at";
  }
  await readKeptRules();
  return page.open(id);
}

/** Goes on here with what another tab has. */
export async function takeOver(id: string): Promise<OpenedDraft> {
  const view = records.find((one) => views.get(one.key) === id);
  await readKeptRules();
  const opened = await page.seize(id);
  if (opened.kind === "ours" && take(opened) && view) {
    const taken = record.value;
    forget(view);
    close(view);
    if (taken) {
      look(taken);
    }
  }
  return opened;
}

export function takeOverHere(one: OpenRecord): Promise<OpenedDraft> | undefined {
  const id = views.get(one.key);
  return id === undefined ? undefined : takeOver(id);
}

/** Goes on with a draft. */
export function take(opened: Extract<OpenedDraft, { kind: "ours" }>): boolean {
  const now = show(opened.text, opened.draft);
  if (!now) {
    opened.letGo();
    return false;
  }
  keepers.set(now.key, opened.keep(() => written(now)));
  return true;
}

/** Looks at a draft without changing it. */
export function view(opened: Extract<OpenedDraft, { kind: "elsewhere" }>): boolean {
  const now = show(opened.text, opened.draft);
  if (now) {
    now.state.isReadOnly = true;
    views.set(now.key, opened.draft.id);
  }
  return now !== undefined;
}

/** Opens what a draft says as a record of its own. */
export function copy(content: string, draft: Pick<Draft, "name" | "on">): boolean {
  const now = show(content, { ...draft, isSaved: false });
  changed();
  return now !== undefined;
}

/** What is here becomes a record of its own, which can be changed. */
export function copyHere(one: OpenRecord): void {
  forget(one);
  Object.assign(one.state, { isReadOnly: false, savedAt: -1 });
  changed();
}

/** Writes now what is not yet in a draft. */
export async function flushDrafts(): Promise<void> {
  await Promise.all([...keepers.values()].map((keeper) => keeper.flush()));
}

/** A record is closed: what was typed is in its draft, or in a file. */
export async function closing(one: OpenRecord): Promise<void> {
  const keeper = keepers.get(one.key);
  forget(one);
  if (keeper && !(await page.leave(keeper.id))) {
    // The user has been told that the last edits are in no draft.
    keeper.end("taken");
  }
}

/** Reads what this tab before, or another, has kept to judge by; what cannot be read any more stays there. */
async function readKeptRules(): Promise<void> {
  const [kept, own] = [await page.rules(), ownRules()];
  readRules(kept.filter(({ id }) => !own.some((one) => one.id === id)), judging.locale);
}

async function keepRules(rules: readonly OwnRules[]): Promise<void> {
  const isKept = rules.length === 0 || (await page.keepRules(rules));
  if (!isKept && page.problem) {
    const said = DRAFT_WORDS[judging.locale];
    notice.value = { tone: "warnings", title: said.rulesNotKept, text: said.problem(page.problem) };
  }
}

/** Takes a rulebook from the choices or the calendar away, and from what is kept. */
export async function removeRules(id: string): Promise<void> {
  forgetRules(id, judging.locale);
  await page.removeRules(id);
}

function forget(one: OpenRecord): void {
  keepers.delete(one.key);
  views.delete(one.key);
  seen.delete(one.key);
}

function show(content: string, draft: Pick<Draft, "name" | "on" | "isSaved" | "place">): OpenRecord | undefined {
  const faults = openText(content, { name: draft.place?.name ?? "", isSample: false, on: draft.on, ...(draft.place && { place: draft.place }) });
  const now = faults ? undefined : record.value;
  if (now) {
    now.state.savedAt = draft.isSaved ? 0 : -1;
    seen.set(now.key, stamp(now));
  }
  return now;
}

function written(one: OpenRecord): Written {
  const { judging, place } = one.state;
  return { text: one.typed(), name: text(one.document.committee, "name"), on: judging.on, place, isSaved: one.isSaved };
}

/** Keeps what has changed, as far as the user has agreed. */
function changed(): void {
  for (const one of records) {
    const before = seen.get(one.key);
    const now = stamp(one);
    seen.set(one.key, now);
    const keeper = keepers.get(one.key);
    if (keeper) {
      if (before !== now) {
        keeper.changed();
      }
    } else if (page.agreed && !one.isSaved && !one.state.isReadOnly && !beginning.has(one.key)) {
      beginning.add(one.key);
      void page.keep(() => written(one)).then((made) => {
        beginning.delete(one.key);
        if (made) {
          keepers.set(one.key, made);
        }
      });
    }
  }
}

function stamp({ key, state }: OpenRecord): string {
  return `${key} ${state.edits} ${state.savedAt} ${state.judging.on}`;
}

/** Whether something goes with the page; the last edits are written while it goes. */
function isAtRisk(one: OpenRecord): boolean {
  return !isSafe(one) && keepingOf(one)?.kind !== "waiting" && !canTakeOver(one);
}

/** The one that is looked at stands at the end. */
function rememberOpen(): void {
  if (page.agreed) {
    const order = [...records.filter((one) => one !== record.value), ...(record.value ? [record.value] : [])];
    remember(order.flatMap((one) => keepers.get(one.key)?.id ?? []));
  }
}

/** What another tab has taken is not written here any more; what was deleted or cleared has no draft, and can be changed. */
function lost(): void {
  for (const one of records) {
    const keeper = keepers.get(one.key);
    if (keeper?.keeping.kind === "lost") {
      if (keeper.keeping.why === "deleted" || keeper.keeping.why === "cleared") {
        keepers.delete(one.key);
      } else if (!views.has(one.key)) {
        one.state.isReadOnly = true;
        views.set(one.key, keeper.id);
      }
    }
  }
}
