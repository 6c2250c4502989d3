import { fromText } from "./csv";
import type { FileReading } from "./reading";

const MEGABYTE = 1 << 20;
const SIZE_MAX = 20 * MEGABYTE;

/** Reads a file of members: .xlsx, or text as CSV. The library that reads workbooks is loaded only here. */
export async function readFile(file: Blob): Promise<FileReading> {
  if (file.size === 0) {
    return { ok: false, why: { code: "empty-file" } };
  }
  if (file.size > SIZE_MAX) {
    return { ok: false, why: { code: "too-big", megabytes: Math.ceil(file.size / MEGABYTE) } };
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (starts(bytes, [0x50, 0x4b])) {
    const { readWorkbook } = await import("./workbook");
    return readWorkbook(bytes);
  }
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return { ok: false, why: { code: isEncrypted(bytes) ? "encrypted" : "old-format" } };
  }
  const text = decode(bytes);
  return text === undefined ? { ok: false, why: { code: "no-workbook" } } : { ok: true, tables: [fromText(text)] };
}

function starts(bytes: Uint8Array, signs: number[]): boolean {
  return signs.every((sign, index) => bytes[index] === sign);
}

/** A workbook with a password lies in the old container, as a stream of this name. */
function isEncrypted(bytes: Uint8Array): boolean {
  const name = [..."EncryptedPackage"].flatMap((sign) => [sign.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(0x45); at >= 0; at = bytes.indexOf(0x45, at + 1)) {
    if (name.every((byte, index) => bytes[at + index] === byte)) {
      return true;
    }
  }
  return false;
}

/** Excel for Windows saves CSV in GB 18030 unless told otherwise. A text has no NUL. */
function decode(bytes: Uint8Array): string | undefined {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes("\0") ? undefined : text;
    } catch {
      // Not in this one.
    }
  }
  return undefined;
}
