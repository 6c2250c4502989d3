/** Above this a file is not even read; below it the engine says what is wrong. */
const LARGEST = 200;

/** Why a file cannot be read as text, in the page's words. */
export type Problem = "tooBig" | "empty" | "notText" | "unreadable";

export type Source = { name: string; text: string } | { name: string; problem: Problem; megabytes: number };

/** Reads a file that the user has chosen. */
export async function read(file: File): Promise<Source> {
  const { name, size } = file;
  const megabytes = Math.round(size / 1_000_000);
  const fail = (problem: Problem): Source => ({ name, problem, megabytes });
  if (megabytes > LARGEST) {
    return fail("tooBig");
  }
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch (_denied) {
    return fail("unreadable");
  }
  let text: string;
  try {
    // A byte order mark is dropped on the way.
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (_otherEncoding) {
    return fail("notText");
  }
  return text.trim() === "" ? fail("empty") : { name, text };
}
