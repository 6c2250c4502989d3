import type { Cell } from "./table";
import { bare, textOf } from "./table";

/** What must not enter a record. */
export type PrivateKind = "identity-number" | "telephone";

const HEADINGS: [RegExp, PrivateKind][] = [
  [/身份证|证件号|公民身份|居民身份|idcard|identity|idn(o|umber)|passport|护照/, "identity-number"],
  [/电话|手机|联系方式|联系号码|座机|微信|phone|mobile|telephone|(^|[^a-z])tel($|[^a-z])|cell(number|no)/, "telephone"],
];

/** What a column of this heading would hold. */
export function privateHeading(heading: string): PrivateKind | undefined {
  const text = bare(heading);
  return HEADINGS.find(([pattern]) => pattern.test(text))?.[1];
}

/** What a cell holds that must not enter a record, whatever its heading says. */
export function privateContent(cell: Cell): PrivateKind | undefined {
  if (typeof cell === "number") {
    // Excel keeps only 15 digits of an identity number that was typed as a number.
    return Number.isInteger(cell) && cell >= 1.1e17 && cell < 9e17 ? "identity-number" : /^1[3-9]\d{9}$/.test(String(cell)) ? "telephone" : undefined;
  }
  const text = textOf(cell);
  if (!/\d.*\d/s.test(text)) {
    return undefined;
  }
  if (/^\d\.\d+e\+17$/i.test(text)) {
    return "identity-number";
  }
  // People write numbers in groups; joined, two that stand side by side become one: so both are looked at.
  const runs = [text, text.replace(/(\d)[ \-.](?=\d)/g, "$1")].flatMap((one) => one.match(/\d+[Xx]?/g) ?? []);
  if (runs.some((run) => isIdentityNumber(run) || isMistyped(run))) {
    return "identity-number";
  }
  const landline = /(^|[^\d-])\(?0\d{2,3}\)?[- ]?\d{7,8}(?!\d)|(^|\D)[48]00-?\d{3}-?\d{4}(?!\d)/;
  return runs.some((run) => /^(0086|86)?1[3-9]\d{9}$/.test(run)) || landline.test(text) ? "telephone" : undefined;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Whether 18 signs are an identity number by the check digit of GB 11643. */
export function isIdentityNumber(text: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return /^[1-9]\d{16}[\dXx]$/.test(text) && "10X98765432"[sum % 11] === text[17]?.toUpperCase();
}

/** A slip in one digit makes an identity number no less private: where the birthday stands there is one. */
function isMistyped(text: string): boolean {
  return /^[1-8]\d{5}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/.test(text);
}
