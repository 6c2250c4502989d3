// The README's examples.
import { readFileSync } from "node:fs";

const text = readFileSync(new URL("../README.md", import.meta.url), "utf8");

/** The examples in these languages. */
export function examples(...languages) {
  return [...text.matchAll(/^```(\w+)\n(.*?)^```/gms)].filter(([, language]) => languages.includes(language)).map(([, , code]) => code);
}

/** The rulebook of its own that it shows. */
export const ownRules = () => JSON.parse(examples("json")[0]);
