import { isCancelled, JSON_FILES, PICKER, pickers, type FileHandle } from "./access";
import type { Place } from "./read";

/** Why a record was not saved. In every case what was in the file is still there. */
export type SaveProblem =
  /** Somebody else has written to the file since. */
  | { kind: "changed" }
  | { kind: "denied" | "gone" | "full" }
  | { kind: "failed"; detail: string };

export type Saved =
  | { ok: true; place: Place; how: "written" | "downloaded" }
  | { ok: false; problem: SaveProblem }
  | { ok: false; problem?: undefined };

export interface Saving {
  /** What the file is called if it is new. */
  suggested: string;
  /** What the browser's dialog calls such files. */
  description: string;
  /** Where the record came from or was last saved. */
  place?: Place | undefined;
  /** The user has been told that the file was changed, and wants this text in it. */
  overwrite?: boolean;
}

/** Saves to the file that the record came from; without one, as a new one. To be called from a click. */
export async function save(text: string, saving: Saving): Promise<Saved> {
  const { place } = saving;
  if (!place?.handle) {
    return saveAs(text, saving);
  }
  return write(text, place.handle, saving.overwrite ? undefined : place.modified);
}

/** Saves as a new file, which the user names: by a dialog where there is one, else as a download. */
export async function saveAs(text: string, { suggested, description, place }: Saving): Promise<Saved> {
  const { showSaveFilePicker } = pickers();
  const suggestedName = place?.name ?? suggested;
  if (!showSaveFilePicker) {
    return download(text, suggestedName);
  }
  try {
    const handle = await showSaveFilePicker.call(window, { id: PICKER, suggestedName, types: JSON_FILES(description) });
    return await write(text, handle, undefined);
  } catch (error) {
    return isCancelled(error) ? { ok: false } : download(text, suggestedName);
  }
}

/** Writes beside the file and puts it in its place only when all is written. */
async function write(text: string, handle: FileHandle, modified: number | undefined): Promise<Saved> {
  const how = { mode: "readwrite" } as const;
  try {
    if ((await handle.queryPermission?.(how)) === "prompt" && (await handle.requestPermission?.(how)) !== "granted") {
      return { ok: false, problem: { kind: "denied" } };
    }
    if (modified !== undefined && (await handle.getFile()).lastModified !== modified) {
      return { ok: false, problem: { kind: "changed" } };
    }
    const writable = await handle.createWritable();
    try {
      await writable.write(text);
      await writable.close();
    } catch (error) {
      await writable.abort().catch(() => undefined);
      throw error;
    }
    const { name, lastModified } = await handle.getFile();
    return { ok: true, how: "written", place: { name, handle, modified: lastModified } };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

function problemOf(error: unknown): SaveProblem {
  switch (error instanceof DOMException ? error.name : "") {
    case "NotAllowedError":
    case "SecurityError":
    case "NoModificationAllowedError":
      return { kind: "denied" };
    case "NotFoundError":
      return { kind: "gone" };
    case "QuotaExceededError":
      return { kind: "full" };
    default:
      return { kind: "failed", detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Whether a download arrives on the disk no page is told. */
function download(text: string, name: string): Saved {
  const link = document.createElement("a");
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.href = address;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // Not at once: the browser fetches it after this task.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return { ok: true, how: "downloaded", place: { name } };
}
