// What stands on the pages of a PDF.
import { extractText, getDocumentProxy } from "unpdf";

/** The text of each page. Fonts give some signs as radicals that look the same: they are taken for the signs. */
export async function pages(bytes) {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false });
  return text.map((page) => page.normalize("NFKC"));
}
