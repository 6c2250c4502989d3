import type { Cell } from "./table";

/** A sheet to be written. */
export interface Sheet {
  name: string;
  columns: SheetColumn[];
  rows: Cell[][];
  /** The words that a column offers to choose from. */
  choices?: { column: number; values: string[]; help: string }[];
  /** What to say at a heading. */
  notes?: string[];
  isLandscape?: boolean;
  /** How many rows can be filled in, where more than there are. */
  filledRows?: number;
}

export interface SheetColumn {
  heading: string;
  width: number;
  isRequired?: boolean;
}

/** A column as wide as its heading and what stands in it ask for; a Chinese sign takes two places. */
export function widthOf(texts: Cell[], most = 40): number {
  const width = (cell: Cell): number => [...String(cell ?? "")].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0xff ? 2 : 1), 0);
  return Math.min(most, Math.max(8, ...texts.map(width)) + 2);
}
