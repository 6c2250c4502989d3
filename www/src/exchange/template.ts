import { namesOf, ORGANIZATION_KINDS, POSTS, SEATS, SECTORS } from "./choices";
import { TEMPLATE_COLUMNS, type Column } from "./columns";
import { widthOf, type Sheet } from "./sheet";
import type { Cell } from "./table";
import type { Locale } from "./words";

/** Rows that the template's drop-downs reach. */
const ROWS = 1000;

const REQUIRED = ["name", "seat"];

/** The template: a sheet to fill in, and one that says how. Rows of members that the record has may be filled in already. */
export function template(locale: Locale, rows: Cell[][] = []): Sheet[] {
  const index = locale === "en" ? 1 : 0;
  const members: Sheet = {
    // In both languages the headings are Chinese: the template goes to those who fill it in.
    name: "成员",
    columns: TEMPLATE_COLUMNS.map(({ key, zh }) => ({ heading: zh, width: widthOf([zh, ...rows.map((row) => row[TEMPLATE_COLUMNS.findIndex((column) => column.key === key)] ?? null)], 30), isRequired: REQUIRED.includes(key) })),
    rows,
    choices: TEMPLATE_COLUMNS.flatMap((column, place) => {
      const values = choicesOf(column);
      return values ? [{ column: place, values, help: `${column.zh}：${column.help[0]}` }] : [];
    }),
    isLandscape: true,
    filledRows: Math.max(ROWS, rows.length),
  };
  const notes: Sheet = {
    name: "填写说明",
    columns: [
      { heading: index === 1 ? "Column" : "列", width: 24 },
      { heading: index === 1 ? "Meaning" : "英文名", width: 24 },
      { heading: index === 1 ? "How to fill it in" : "怎样填写", width: 70 },
      { heading: index === 1 ? "Words that may be chosen" : "可以选择的内容", width: 60 },
    ],
    rows: [
      ...GENERAL.map((text): Cell[] => ["", "", text[index] ?? "", ""]),
      ...TEMPLATE_COLUMNS.map((column): Cell[] => [column.zh, column.en, column.help[index] ?? "", (column.kind === "post" ? namesOf(POSTS) : choicesOf(column))?.join("、") ?? ""]),
    ],
  };
  return [members, notes];
}

const GENERAL: [string, string][] = [
  ["一行一名委员；只有“姓名”“席位”必填，不清楚的留空，不要编。", "A row for each member. Only name and seat are required; leave empty what is not known."],
  ["不要加身份证号、电话号码：这样的列不会读入。", "Add no identity-card or telephone numbers: such columns are not read."],
  ["可以删去用不到的列，可以调换列的顺序，不要改标题。", "Columns may be left out or moved; keep the headings."],
  ["离任的原因和程序导入后在页面登记。", "How a seat ended is entered on the page afterwards."],
];

function choicesOf({ kind }: Column): string[] | undefined {
  switch (kind) {
    case "seat":
      return namesOf(SEATS);
    case "organization-kind":
      return namesOf(ORGANIZATION_KINDS);
    case "sector":
      return namesOf(SECTORS);
    case "flag":
      return ["是", "否"];
    case "none-or-some":
      return ["无", "有"];
    default:
      return undefined;
  }
}
