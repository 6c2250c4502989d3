import type { Cell, Row, Table } from "./table";
import { textOf } from "./table";

/** What a program for sheets would take for a formula. */
const FORMULA = /^[=+\-@\t\r\n]/;

/** Rows as CSV that Excel and WPS open as it is meant: in UTF-8 with its mark, and no text is taken for a formula. */
export function toCsv(rows: Cell[][]): string {
  const field = (cell: Cell): string => {
    const text = cell === null ? "" : typeof cell === "string" && FORMULA.test(cell) ? `'${cell}` : String(cell);
    return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replace(/"/g, '""')}"` : text;
  };
  return `\ufeff${rows.map((row) => row.map(field).join(",")).join("\r\n")}\r\n`;
}

/** Rows that were copied from a sheet, or lie in a text file: fields by tab, or by comma where there is no tab. */
export function fromText(text: string): Table {
  const plain = text.replace(/^\ufeff/, "");
  const separator = plain.includes("\t") ? "\t" : ",";
  const rows = split(plain, separator).map((cells, index): Row => ({ line: index + 1, cells: cells.map(unguarded) }));
  return { name: "", rows, daysFrom: 1900, notes: [] };
}

/** The apostrophe by which `toCsv` guards a text is no part of it. */
function unguarded(field: string): string {
  return field.startsWith("'") && FORMULA.test(field.slice(1)) ? field.slice(1) : field;
}

function split(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let fields: string[] = [];
  let field = "";
  let isQuoted = false;
  const endRow = (): void => {
    fields.push(field);
    rows.push(fields);
    fields = [];
    field = "";
  };
  for (let index = 0; index < text.length; index++) {
    const sign = text.charAt(index);
    if (isQuoted) {
      if (sign === '"' && text.charAt(index + 1) === '"') {
        field += sign;
        index++;
      } else if (sign === '"') {
        isQuoted = false;
      } else {
        field += sign;
      }
    } else if (sign === '"' && field === "") {
      isQuoted = true;
    } else if (sign === separator) {
      fields.push(field);
      field = "";
    } else if (sign === "\n" || sign === "\r") {
      index += sign === "\r" && text.charAt(index + 1) === "\n" ? 1 : 0;
      endRow();
    } else {
      field += sign;
    }
  }
  if (field !== "" || fields.length > 0) {
    endRow();
  }
  return rows;
}

/** Excel and WPS put a table of HTML on the clipboard as well, which knows merged cells. */
export function fromHtml(html: string, parse: (html: string) => Document): Table | undefined {
  const table = parse(html).querySelector("table");
  if (!table) {
    return undefined;
  }
  const grid: Cell[][] = [];
  let merged = 0;
  const lines = [...table.querySelectorAll("tr")];
  lines.forEach((row, index) => {
    const line = (grid[index] ??= []);
    let column = 0;
    for (const cell of row.querySelectorAll("td, th")) {
      while (line[column] !== undefined) {
        column++;
      }
      const [height, width] = [Math.min(span(cell, "rowspan"), lines.length - index), span(cell, "colspan")];
      merged += height * width > 1 ? 1 : 0;
      for (let down = 0; down < height; down++) {
        for (let across = 0; across < width; across++) {
          (grid[index + down] ??= [])[column + across] = textOf(cell.textContent);
        }
      }
      column += width;
    }
  });
  const rows = grid.map((cells, index): Row => ({ line: index + 1, cells: Array.from(cells, (cell) => cell ?? null) }));
  return { name: "", rows, daysFrom: 1900, notes: merged > 0 ? [{ code: "merged-cells", count: merged }] : [] };
}

/** Pasted markup may claim any span; no sheet of members is wider. */
const SPAN_MAX = 200;

function span(cell: Element, name: string): number {
  const value = Number(cell.getAttribute(name) ?? 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, SPAN_MAX) : 1;
}
