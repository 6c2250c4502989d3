import type { Table } from "./table";

/** Why nothing of a file can be read. */
export type FileFault =
  | { code: "too-big"; megabytes: number }
  | { code: "empty-file" }
  | { code: "encrypted" }
  | { code: "old-format" }
  | { code: "no-workbook" }
  | { code: "damaged" }
  | { code: "no-sheets" };

/** The sheets of a file, the likeliest to hold members first. */
export type FileReading = { ok: true; tables: [Table, ...Table[]] } | { ok: false; why: FileFault };
