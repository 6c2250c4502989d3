// The only module that knows the library for workbooks. hucre is in development (1.0 of 2026), has no dependencies, writes
// drop-downs and asks for no network and no eval; it adds some 70 KB gzipped when it is needed. The better known exceljs
// adds 270 KB and had its last release in 2023.
import { EncryptedFileError } from "hucre";
import { readXlsx, writeXlsx, type Cell as BookCell, type Sheet as BookSheet, type WriteSheet } from "hucre/xlsx";
import { isoOf } from "./days";
import type { FileReading } from "./reading";
import { findHeadings } from "./headings";
import type { Sheet } from "./sheet";
import type { Cell, Row, Table, TableNote } from "./table";

/** A few more than can be imported, so that it can be said that there are too many. */
const ROWS_READ = 20_000;
/** A workbook of 20 MB that unpacks to more than this was made to do harm. */
const UNPACKED_MAX = 400 << 20;

export async function readWorkbook(bytes: Uint8Array): Promise<FileReading> {
  if (unpackedSize(bytes) > UNPACKED_MAX) {
    return { ok: false, why: { code: "damaged" } };
  }
  try {
    const book = await readXlsx(bytes, { maxRows: ROWS_READ });
    const shown = book.sheets.filter(({ hidden, veryHidden }) => !hidden && !veryHidden);
    const daysFrom = book.dateSystem === "1904" ? 1904 : 1900;
    const tables = shown.map((sheet) => table(sheet, daysFrom));
    // The sheet with headings, wherever it lies.
    const rank = (one: Table): number => (one.rows.length === 0 ? 2 : findHeadings(one).ok ? 0 : 1);
    const [first, ...rest] = tables.map((one, index) => ({ one, index, rank: rank(one) })).sort((one, other) => one.rank - other.rank || one.index - other.index);
    return first ? { ok: true, tables: [first.one, ...rest.map(({ one }) => one)] } : { ok: false, why: { code: "no-sheets" } };
  } catch (error) {
    return { ok: false, why: { code: error instanceof EncryptedFileError ? "encrypted" : isWorkbook(bytes) ? "damaged" : "no-workbook" } };
  }
}

function table(sheet: BookSheet, daysFrom: 1900 | 1904): Table {
  const rows: Row[] = [];
  const hidden: number[] = [];
  const formulas = new Set<string>();
  for (const [key, { formula }] of sheet.cells ?? []) {
    if (formula !== undefined) {
      formulas.add(key);
    }
  }
  const merges = (sheet.merges ?? []).filter(({ startRow }) => startRow < sheet.rows.length);
  const grid = sheet.rows.map((cells) => [...cells]);
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const value = grid[startRow]?.[startCol] ?? null;
    for (let row = startRow; row <= Math.min(endRow, grid.length - 1); row++) {
      const cells = grid[row] ?? [];
      for (let column = startCol; column <= Math.min(endCol, Math.max(cells.length, startCol) + MERGED_MAX); column++) {
        cells[column] = value;
      }
    }
  }
  grid.forEach((cells, index) => {
    const isHidden = sheet.rowDefs?.get(index)?.hidden === true;
    const row = { line: index + 1, cells: Array.from(cells, (cell) => value(cell ?? null)) };
    if (!isHidden) {
      rows.push(row);
    } else if (row.cells.some((cell) => cell !== null && cell !== "")) {
      hidden.push(row.line);
    }
  });
  const notes: TableNote[] = [
    ...(hidden.length > 0 ? [{ code: "hidden-rows" as const, lines: hidden }] : []),
    ...(merges.length > 0 ? [{ code: "merged-cells" as const, count: merges.length }] : []),
    ...(formulas.size > 0 ? [{ code: "formulas" as const, count: formulas.size }] : []),
  ];
  return { name: sheet.name, rows, daysFrom, notes };
}

/** Somebody may have merged a whole row; what lies beyond its filled cells holds nothing. */
const MERGED_MAX = 100;

function value(cell: BookCell["value"]): Cell {
  return cell instanceof Date ? (Number.isNaN(cell.getTime()) ? null : isoOf(cell)) : cell;
}

/** What the archive says that it unpacks to. */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size = 0;
  for (let at = 0; at + 46 <= bytes.length; at++) {
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && view.getUint32(at, true) === 0x02014b50) {
      size += view.getUint32(at + 24, true);
      at += 45;
    }
  }
  return size;
}

function isWorkbook(bytes: Uint8Array): boolean {
  const name = [..."xl/workbook.xml"].map((sign) => sign.charCodeAt(0));
  for (let at = bytes.indexOf(0x78); at >= 0; at = bytes.indexOf(0x78, at + 1)) {
    if (name.every((byte, index) => bytes[at + index] === byte)) {
      return true;
    }
  }
  return false;
}

/** Writes a workbook. Every text is a text: none is taken for a formula, not even when its cell is edited. */
export async function writeWorkbook(sheets: Sheet[], title: string): Promise<Blob> {
  const bytes = await writeXlsx({ sheets: sheets.map(written), properties: { title, creator: "gongwei" } });
  return new Blob([new Uint8Array(bytes)], { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" });
}

const THIN = { style: "thin", color: { rgb: "BFBFBF" } } as const;
const BORDER = { top: THIN, right: THIN, bottom: THIN, left: THIN };
const GROUND = { type: "pattern", pattern: "solid" } as const;

function written({ name, columns, rows, choices = [], notes, isLandscape, filledRows = rows.length }: Sheet): WriteSheet {
  const cells = new Map<string, Partial<BookCell>>();
  columns.forEach(({ heading, isRequired }, column) => {
    cells.set(`0,${column}`, {
      value: heading,
      style: {
        font: { bold: true, color: { rgb: isRequired ? "9C1C1C" : "1F2A37" } },
        fill: { ...GROUND, fgColor: { rgb: isRequired ? "FBE9E7" : "E8EEF5" } },
        alignment: { horizontal: "center", vertical: "center", wrapText: true },
        border: BORDER,
      },
      ...(notes?.[column] ? { comment: { text: notes[column], author: "gongwei" } } : {}),
    });
  });
  return {
    name,
    columns: columns.map(({ width }) => ({ width, style: { numFmt: "@", alignment: { vertical: "center", wrapText: true } } })),
    rows: [columns.map(({ heading }) => heading), ...rows],
    cells,
    rowDefs: new Map([[0, { height: 30 }]]),
    freezePane: { rows: 1, columns: 1 },
    dataValidations: choices.map(({ column, values, help }) => ({
      type: "list",
      values,
      range: `${letters(column)}2:${letters(column)}${filledRows + 1}`,
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: "warning",
      errorMessage: help,
    })),
    pageSetup: { paperSize: "a4", orientation: isLandscape ? "landscape" : "portrait", fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: "$1:$1" },
  };
}

/** The letters of a column: A, B, … Z, AA. */
function letters(column: number): string {
  return (column >= 26 ? letters(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));
}
