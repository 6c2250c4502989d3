import type { FileHandle } from "./access";
import { decode, type Encoding } from "./encoding";

/** The engine reads no more than this, in bytes. */
export const LARGEST = 16 * 1024 * 1024;

/** Where a record lies on the disk, as far as the page may know. */
export interface Place {
  name: string;
  handle?: FileHandle | undefined;
  /** When the file had last been changed as we read or wrote it. */
  modified?: number | undefined;
}

/** Why a file cannot be taken. */
export type ReadProblem =
  | { kind: "too-big"; bytes: number }
  | { kind: "empty" | "not-text" | "office" | "folder" | "unreadable" }
  /** JSON that is something else: what its `schema` says, or nothing. */
  | { kind: "foreign"; schema: string | undefined };

/** The text of a file, or why there is none. */
export type ReadText = { ok: true; text: string; encoding: Encoding } | { ok: false; problem: ReadProblem };

export type Reading =
  | { ok: true; text: string; encoding: Encoding; place: Place }
  | { ok: false; name: string; problem: ReadProblem };

/** Reads a record's file that the user has chosen. Whether the record is a good one the engine says. */
export async function read(file: File, handle?: FileHandle): Promise<Reading> {
  const found = await readText(file);
  if (!found.ok) {
    return { ...found, name: file.name };
  }
  const problem = whatElse(found.text);
  if (problem) {
    return { ok: false, name: file.name, problem };
  }
  return { ...found, place: { name: file.name, handle, modified: file.lastModified } };
}

/** Reads a file of text, whatever it says. */
export async function readText(file: File): Promise<ReadText> {
  const fail = (problem: ReadProblem): ReadText => ({ ok: false, problem });
  // Twice as much, because UTF-16 has two bytes for each character; more is not even read.
  if (file.size > 2 * LARGEST) {
    return fail({ kind: "too-big", bytes: file.size });
  }
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (_deniedOrGone) {
    // Browsers without a way to tell hand a folder out as a file that cannot be read.
    return fail({ kind: "unreadable" });
  }
  if (isOffice(bytes)) {
    return fail({ kind: "office" });
  }
  const decoded = decode(bytes);
  if (!decoded) {
    return fail({ kind: bytes.length === 0 ? "empty" : "not-text" });
  }
  const { text, encoding } = decoded;
  if (text.trim() === "") {
    return fail({ kind: "empty" });
  }
  const size = encoding === "utf-8" ? bytes.length : new Blob([text]).size;
  return size > LARGEST ? fail({ kind: "too-big", bytes: size }) : { ok: true, text, encoding };
}

/** The first bytes of Office's files, new (a zip archive) and old. */
function isOffice(bytes: Uint8Array): boolean {
  return [[0x50, 0x4b, 0x03, 0x04], [0xd0, 0xcf, 0x11, 0xe0]].some((magic) => magic.every((byte, at) => bytes[at] === byte));
}

/** JSON with nothing of a record in it. What is no JSON at all the engine can place better, with line and column. */
function whatElse(text: string): ReadProblem | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (_syntax) {
    return undefined;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { kind: "foreign", schema: undefined };
  }
  const { schema } = value as { schema?: unknown };
  if (typeof schema === "string") {
    return schema.startsWith("gongwei/record/") ? undefined : { kind: "foreign", schema };
  }
  // A record that has lost its first line can be mended in the form.
  return RECORD_FIELDS.some((field) => field in value) ? undefined : { kind: "foreign", schema: undefined };
}

const RECORD_FIELDS = ["committee", "organizations", "people", "appointments", "meetings", "assessments"];
