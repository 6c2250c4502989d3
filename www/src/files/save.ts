import type { OpenRecord } from "../record/open-record";
import { text } from "../record/entries";
import { words } from "../words";

interface Handle {
  name: string;
  createWritable(): Promise<{ write(text: string): Promise<void>; close(): Promise<void> }>;
}
type Picker = (options: { suggestedName: string; types: { description: string; accept: Record<string, string[]> }[] }) => Promise<Handle>;

/** Saves the record where the user says, or as a download where the browser cannot ask; tells the name, if it was saved. */
export async function save(record: OpenRecord): Promise<string | undefined> {
  const name = fileName(record);
  const content = record.text();
  const picker = (window as unknown as { showSaveFilePicker?: Picker }).showSaveFilePicker;
  if (!picker) {
    download(name, new Blob([content], { type: "application/json" }));
    record.saved(name);
    return name;
  }
  let handle: Handle;
  try {
    handle = await picker({ suggestedName: name, types: [{ description: "JSON", accept: { "application/json": [".json"] } }] });
  } catch (_cancelled) {
    return undefined;
  }
  const file = await handle.createWritable();
  await file.write(content);
  await file.close();
  record.saved(handle.name);
  return handle.name;
}

export function download(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function fileName({ state, document }: OpenRecord): string {
  const base = state.name && !state.isSample ? state.name.replace(/\.json$/i, "") : text(document.committee, "name") || words.value.untitled;
  return `${base.replace(/[\\/:*?"<>|]/g, "_")}.json`;
}
