/** Names that Windows keeps for itself, with whatever extension. */
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

/** File systems allow 255 bytes; a character of Chinese takes three, and the browser may add " (1)". */
const LONGEST = 60;

/** A name for the record's file, from the committee's name: what no system's files may be called is left out. */
export function fileName(committee: string | undefined, otherwise: string): string {
  const plain = (committee ?? "")
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[\\/:*?"<>|]/g, " ")
    .replace(/\s+/g, " ");
  const short = [...plain].slice(0, LONGEST).join("").replace(/^[. ]+|[. ]+$/g, "");
  return `${short === "" || RESERVED.test(short) ? otherwise : short}.json`;
}
