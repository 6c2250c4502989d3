import { isCancelled, JSON_FILES, PICKER, pickers, type FileHandle } from "./access";
import { read, type Reading } from "./read";

/** Lets the user choose files and reads them; an empty list where the user chose none. To be called from a click. */
export async function chooseFiles(description: string): Promise<Reading[]> {
  const { showOpenFilePicker } = pickers();
  if (!showOpenFilePicker) {
    const files = await chooseByInput();
    return Promise.all(files.map((file) => read(file)));
  }
  let handles: FileHandle[];
  try {
    handles = await showOpenFilePicker.call(window, { id: PICKER, multiple: true, types: JSON_FILES(description) });
  } catch (error) {
    if (isCancelled(error)) {
      return [];
    }
    // Some hosts show the function and refuse the call, such as a frame of another origin.
    return Promise.all((await chooseByInput()).map((file) => read(file)));
  }
  return Promise.all(handles.map(readHandle));
}

async function readHandle(handle: FileHandle): Promise<Reading> {
  try {
    return await read(await handle.getFile(), handle);
  } catch (_gone) {
    return { ok: false, name: handle.name, problem: { kind: "unreadable" } };
  }
}

function chooseByInput(): Promise<File[]> {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.accept = ".json,application/json";
  input.hidden = true;
  // In the document, or some browsers forget it before the user has chosen.
  document.body.append(input);
  return new Promise((resolve) => {
    const chosen = (): void => {
      input.remove();
      resolve([...(input.files ?? [])]);
    };
    input.addEventListener("change", chosen);
    // Not told by older browsers: then the promise stays open, and nothing waits for it.
    input.addEventListener("cancel", chosen);
    input.click();
  });
}

/** Reads what was dropped on the page. To be called in the event itself, which is empty afterwards. */
export async function readDropped(data: DataTransfer): Promise<Reading[]> {
  const items = [...data.items].filter(({ kind }) => kind === "file");
  const dropped = items.map((item) => ({
    entry: (item.webkitGetAsEntry as (() => FileSystemEntry | null) | undefined)?.call(item),
    file: item.getAsFile(),
    handle: (item as { getAsFileSystemHandle?: () => Promise<FileHandle | { kind: "directory" } | null> }).getAsFileSystemHandle?.(),
  }));
  const readings = dropped.map(async ({ entry, file, handle }): Promise<Reading | undefined> => {
    if (entry?.isDirectory) {
      return { ok: false, name: entry.name, problem: { kind: "folder" } };
    }
    // Without a handle it can still be read, and saved as a download.
    const held = await handle?.catch(() => null);
    return file ? read(file, held?.kind === "file" ? held : undefined) : undefined;
  });
  return (await Promise.all(readings)).filter((reading) => reading !== undefined);
}
