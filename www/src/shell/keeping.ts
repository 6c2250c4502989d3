import { ref, shallowReactive, watch } from "vue";
import { LeaveGuard } from "../disk";
import { Drafts, remember, remembered, type Draft, type Keeper, type OpenedDraft, type Written } from "../draft";
import { text } from "../record/entries";
import type { OpenRecord } from "../record/open-record";
import { openText, record, records } from "../record/records";

/** The page's drafts, mounted: which record has which keeper, and what is opened again when the page is loaded again. */
const told = ref(0);
const page = new Drafts(() => told.value++);
const keepers = shallowReactive(new Map<string, Keeper>());
const beginning = new Set<string>();
const guard = new LeaveGuard();

/** The drafts as they are now; what shows them is shown anew when they change. */
export function drafts(): Drafts {
  void told.value;
  return page;
}

export function keeperOf(one: OpenRecord | undefined): Keeper | undefined {
  void told.value;
  return one && keepers.get(one.key);
}

/** Whether nothing is lost when the record goes. */
export function isSafe(one: OpenRecord): boolean {
  return one.isSaved || (keepers.get(one.key)?.isSafe ?? false);
}

/** Looks for drafts, and opens again what this tab had open before it was loaded again. */
export async function startDrafts(): Promise<void> {
  await page.start();
  for (const id of page.agreed ? remembered() : []) {
    const opened = await page.open(id);
    if (opened.kind === "ours") {
      take(opened);
    }
  }
  watch(() => records.map((one) => `${one.key} ${one.state.edits} ${one.state.savedAt} ${one.state.judging.on}`).join(), changed);
  watch(() => [...keepers.values()].map(({ id }) => id).join(), rememberOpen);
  watch(record, rememberOpen);
  watch(told, lost);
  window.addEventListener("pagehide", rememberOpen);
}

export async function agreeToDrafts(): Promise<void> {
  if (await page.agree()) {
    changed();
  }
}

/** Goes on with a draft. */
export function take(opened: Extract<OpenedDraft, { kind: "ours" }>): boolean {
  const { draft } = opened;
  const isOpen = show(opened.text, draft);
  const now = record.value;
  if (!isOpen || !now) {
    opened.letGo();
    return false;
  }
  keepers.set(now.key, opened.keep(() => written(now)));
  return true;
}

/** Looks at a draft without changing it. */
export function look(opened: Extract<OpenedDraft, { kind: "elsewhere" }>): boolean {
  const isOpen = show(opened.text, opened.draft);
  if (record.value && isOpen) {
    record.value.state.isReadOnly = true;
  }
  return isOpen;
}

/** Opens what a draft says as a record of its own. */
export function copy(content: string, draft: Pick<Draft, "name" | "on">): boolean {
  const isOpen = show(content, { ...draft, isSaved: false });
  changed();
  return isOpen;
}

/** What is here becomes a record of its own, which can be changed. */
export function copyHere(one: OpenRecord): void {
  one.state.isReadOnly = false;
  keepers.delete(one.key);
  one.state.savedAt = -1;
}

/** Writes now what is not yet in a draft. */
export async function flushDrafts(): Promise<void> {
  await Promise.all([...keepers.values()].map((keeper) => keeper.flush()));
}

/** A record is closed: what was typed is in its draft, or in a file. */
export async function closing(one: OpenRecord): Promise<void> {
  const keeper = keepers.get(one.key);
  keepers.delete(one.key);
  if (keeper) {
    await page.leave(keeper.id);
  }
}

function show(content: string, draft: Pick<Draft, "name" | "on" | "isSaved" | "place">): boolean {
  const faults = openText(content, { name: draft.place?.name ?? "", isSample: false, on: draft.on, ...(draft.place && { place: draft.place }) });
  if (!faults && record.value && !draft.isSaved) {
    record.value.state.savedAt = -1;
  }
  return faults === undefined;
}

function written(one: OpenRecord): Written {
  return { text: one.text(), name: text(one.document.committee, "name"), on: one.state.judging.on, place: one.state.place, isSaved: one.isSaved };
}

function changed(): void {
  for (const one of records) {
    const keeper = keepers.get(one.key);
    if (keeper) {
      keeper.changed();
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
  guard.set(records.some((one) => !one.isSaved && !keepers.has(one.key)));
}

/** The one that is looked at stands at the end. */
function rememberOpen(): void {
  if (page.agreed) {
    const order = [...records.filter((one) => one !== record.value), ...(record.value ? [record.value] : [])];
    remember(order.flatMap((one) => keepers.get(one.key)?.id ?? []));
  }
}

/** What another tab has taken is not written here any more. */
function lost(): void {
  for (const one of records) {
    if (keepers.get(one.key)?.keeping.kind === "lost") {
      one.state.isReadOnly = true;
    }
  }
}
