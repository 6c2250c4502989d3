import { unpack } from "./unpack.js";

/** What newer engines have and the compiler's library does not know yet. */
interface Decoder {
  fromBase64?: (text: string) => Uint8Array;
}

/** What Node has. */
interface Host {
  Buffer?: { from(text: string, encoding: string): Uint8Array };
}

/** The bytes that an entry carries as text. */
export function decode(base64: string): Uint8Array<ArrayBuffer> {
  return unpack(fromBase64(base64));
}

/** By a plain loop where the engine has no decoder of its own, for a mapping function is far slower. */
function fromBase64(base64: string): Uint8Array {
  const decoder = Uint8Array as Decoder;
  if (decoder.fromBase64) {
    return decoder.fromBase64(base64);
  }
  const { Buffer } = globalThis as Host;
  if (Buffer) {
    return Buffer.from(base64, "base64");
  }
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    bytes[at] = text.charCodeAt(at);
  }
  return bytes;
}
