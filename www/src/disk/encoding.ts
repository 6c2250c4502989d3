export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

export interface Decoded {
  text: string;
  encoding: Encoding;
}

/**
 * The text of a JSON file, in whichever encoding an office's editor wrote it; nothing where these are no text. What is
 * neither marked nor UTF-8 is a guess, and a guess must at least look like JSON.
 */
export function decode(bytes: Uint8Array): Decoded | undefined {
  const marked = ENCODINGS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) {
    return attempt(bytes, marked.encoding, isText);
  }
  // The first two characters of JSON are ASCII, so that a zero beside one tells UTF-16.
  const [first, second] = bytes;
  if (first === 0 || second === 0) {
    return attempt(bytes, first === 0 ? "utf-16be" : "utf-16le", looksLikeJson);
  }
  return attempt(bytes, "utf-8", isText) ?? attempt(bytes, "gb18030", looksLikeJson);
}

const ENCODINGS: { mark: number[]; encoding: Encoding }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { mark: [0xff, 0xfe], encoding: "utf-16le" },
  { mark: [0xfe, 0xff], encoding: "utf-16be" },
];

function attempt(bytes: Uint8Array, encoding: Encoding, fits: (text: string) => boolean): Decoded | undefined {
  try {
    // A byte order mark is dropped on the way.
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return fits(text) ? { text, encoding } : undefined;
  } catch (_otherEncoding) {
    return undefined;
  }
}

function isText(text: string): boolean {
  return !text.includes("\0");
}

function looksLikeJson(text: string): boolean {
  return isText(text) && /^\s*[{[]/.test(text);
}
