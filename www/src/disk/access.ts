/** The part of the File System Access interface that is used here; TypeScript's library does not have it yet. */
export interface FileHandle {
  readonly kind: "file";
  readonly name: string;
  getFile(): Promise<File>;
  createWritable(): Promise<Writable>;
  queryPermission?(how: { mode: "readwrite" }): Promise<"granted" | "denied" | "prompt">;
  requestPermission?(how: { mode: "readwrite" }): Promise<"granted" | "denied" | "prompt">;
}

interface Writable {
  write(text: string): Promise<void>;
  close(): Promise<void>;
  abort(): Promise<void>;
}

interface FileType {
  description: string;
  accept: Record<string, string[]>;
}

export interface Pickers {
  showOpenFilePicker?(options: { id: string; multiple: boolean; types: FileType[] }): Promise<FileHandle[]>;
  showSaveFilePicker?(options: { id: string; suggestedName: string; types: FileType[] }): Promise<FileHandle>;
}

/** What this browser has of it: nothing in Firefox and Safari, on a page that is not secure, before Chromium 86. */
export const pickers = (): Pickers => window as unknown as Pickers;

/** The browser opens the folder that was used last for records, not for anything else. */
export const PICKER = "gongwei-record";

export const JSON_FILES = (description: string): FileType[] => [{ description, accept: { "application/json": [".json"] } }];

/** Whether the user has closed the browser's own dialog. */
export function isCancelled(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}
