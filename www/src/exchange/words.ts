import { COLUMN, type ColumnKey } from "./columns";
import type { HeadingFault } from "./headings";
import type { PrivateKind } from "./private";
import type { Reason, ReasonCode } from "./reasons";
import type { TableNote } from "./table";
import type { FileFault } from "./reading";

export type Locale = "zh-CN" | "en";
type Refusal = HeadingFault | FileFault | { code: "too-many-rows"; found: number } | { code: "list-unreadable"; list: string };
type Said<T extends { code: string }> = { [C in T["code"]]: (what: Extract<T, { code: C }>) => string };

interface Words {
  reasons: Record<ReasonCode, (heading: string, reason: Reason) => string>;
  refusals: Said<Refusal>;
  notes: Said<TableNote>;
  private: Record<PrivateKind, string>;
  leftOut(heading: string, kind: string): string;
  masked: string;
  receipt: { line: string; outcome: string; reason: string; taken: string; asked: string; failed: string };
  join: string;
}

const lines = (all: number[]): string => (all.length <= 12 ? all.join("、") : `${all.slice(0, 12).join("、")}…`);
const some = (found: string[]): string => found.slice(0, 8).map((text) => `“${text.slice(0, 12)}”`).join("、");

const zh: Words = {
  reasons: {
    missing: (heading) => `“${heading}”必填，这一行没有填`,
    "too-long": (heading, { found, other }) => `“${heading}”最多 ${other} 个字，这里是“${found}”，请缩短`,
    private: (heading) => `“${heading}”里有身份证号或电话号码，不能录入，请删去号码`,
    "error-cell": (heading, { found }) => `“${heading}”是错误值 ${found}，请在表格里改正`,
    "no-choice": (heading, { found, other }) => `“${heading}”里的“${found}”不认识，可以写：${other}`,
    "no-flag": (heading, { found }) => `“${heading}”要写“是”或“否”，这里是“${found}”`,
    "no-count": (heading, { found }) => `“${heading}”要写人数，这里是“${found}”`,
    "no-term": (heading, { found }) => `“${heading}”要写第几届，如 1 或 第一届，这里是“${found}”`,
    "one-name": (heading, { found }) => `“${heading}”只能写一个单位，这里是“${found}”`,
    "day-form": (heading, { found }) => `“${heading}”要写年-月-日，如 2026-03-01，这里是“${found}”`,
    "day-impossible": (heading, { found }) => `“${heading}”里的“${found}”没有这一天，请核对`,
    "day-incomplete": (heading, { found }) => `“${heading}”要写到日，如 2026-03-01，这里只有“${found}”`,
    "day-ambiguous": (heading, { found }) => `“${heading}”里的“${found}”分不清是 1 月还是 10 月，请写成 2026-10-01 的样子`,
    order: (heading, { found, other }) => `“${heading}”${found} 早于开始的 ${other}，请核对`,
    "post-without-unit": (heading) => `填了职务或任职时间，但没有填“${heading}”，请补上`,
    "unit-and-post": (heading, { found }) => `“${heading}”里的“${found}”分不出单位和职务，请改用“单位名称”和“职务”两列`,
    "none-but-more": (heading) => `“${heading}”写了“无”，同一步的其他列却有内容，请核对`,
    "same-row": (_, { other }) => `与第 ${other} 行重复`,
    "already-there": (_, { found }) => `记录里已有此人的这一席位${found ? `（${found} 起）` : ""}`,
    "unit-differs": (heading, { found }) => `“${found}”的“${heading}”与前面的行不一致，请改成一样`,
    "unit-ambiguous": (_, { found, other }) => `记录里有 ${other} 个单位都叫“${found}”，请先在记录里区分`,
    "term-unknown": (_, { found }) => `记录里没有第 ${found} 届，请先在“届次”里登记`,
    unanswered: () => "记录里有同名的人，没有确认是否同一人",
    "month-taken": (heading, { found, other }) => `“${heading}”只写了“${found}”，按 ${other} 录入，请核对`,
    "unit-kept": (heading, { found }) => `“${found}”的“${heading}”与记录不一致，保留记录里的`,
    "person-kept": (heading, { found }) => `${found}的“${heading}”与记录不一致，保留记录里的`,
    "objections-open": (heading) => `“${heading}”写了“有”，请在页面逐条登记异议`,
  },
  refusals: {
    "no-rows": () => "表格是空的。请填好模板后再导入。",
    "no-headings": ({ found }) => `没有找到标题行。标题行要有“姓名”“席位”等列名${found.length > 0 ? `，这里看到的是 ${some(found)}` : ""}。请下载模板，照模板的标题填写。`,
    "no-name-column": ({ found }) => `没有“姓名”列，看到的列名是 ${some(found)}。请把姓名一列的标题改为“姓名”。`,
    twice: ({ column, headings }) => `“${headings[0]}”和“${headings[1]}”两列都是“${COLUMN.get(column)?.zh ?? column}”，分不清用哪一列。请删去或改名一列。`,
    "nothing-below": () => "只有标题行，下面没有内容。请填写成员后再导入。",
    "too-many-rows": ({ found }) => `有 ${found} 行，一次最多导入 10000 行。请分几次导入。`,
    "list-unreadable": ({ list }) => `记录里的 ${list} 读不懂，不能往里添加。请先改正记录。`,
    "too-big": ({ megabytes }) => `文件有 ${megabytes} MB，超过 20 MB，没有读取。请只留下成员一张表。`,
    "empty-file": () => "文件是空的。",
    encrypted: () => "文件有打开密码，读不了。请在 Excel 或 WPS 里取消密码，另存后再导入。",
    "old-format": () => "这是旧版的 .xls（或 WPS 的 .et）文件。请在 Excel 或 WPS 里另存为 .xlsx 后再导入。",
    "no-workbook": () => "这不是 Excel 文件（.xlsx）。请选择 .xlsx 文件，或从表格里复制后粘贴。",
    damaged: () => "文件已损坏，读不了。请用 Excel 或 WPS 打开并另存一份再导入。",
    "no-sheets": () => "文件里没有可读的工作表。",
  },
  notes: {
    "hidden-rows": ({ lines: all }) => `隐藏的 ${all.length} 行没有导入（第 ${lines(all)} 行）。要导入请先取消隐藏。`,
    "merged-cells": ({ count }) => `有 ${count} 处合并单元格，合并的每一格都按左上角的内容读取。`,
    formulas: ({ count }) => `有 ${count} 个公式，按表格里显示的结果读取。`,
  },
  private: { "identity-number": "身份证号", telephone: "电话号码" },
  leftOut: (heading, kind) => `“${heading}”一列是${kind}，没有读入：记录里不存身份证号和电话号码。`,
  masked: "（已略去）",
  receipt: { line: "行号", outcome: "结果", reason: "原因", taken: "已导入", asked: "待确认", failed: "未导入" },
  join: "；",
};

const en: Words = {
  reasons: {
    missing: (heading) => `“${heading}” is required and empty here`,
    "too-long": (heading, { found, other }) => `“${heading}” takes at most ${other} characters; here it is “${found}”: shorten it`,
    private: (heading) => `“${heading}” has an identity-card or telephone number, which cannot be entered: delete the number`,
    "error-cell": (heading, { found }) => `“${heading}” is the error ${found}: put it right in the sheet`,
    "no-choice": (heading, { found, other }) => `“${heading}” has “${found}”, which is not known; it may be: ${other}`,
    "no-flag": (heading, { found }) => `“${heading}” takes 是 (yes) or 否 (no); here it is “${found}”`,
    "no-count": (heading, { found }) => `“${heading}” takes a number; here it is “${found}”`,
    "no-term": (heading, { found }) => `“${heading}” takes the number of the term, such as 1; here it is “${found}”`,
    "one-name": (heading, { found }) => `“${heading}” takes one organization; here it is “${found}”`,
    "day-form": (heading, { found }) => `“${heading}” takes a day such as 2026-03-01; here it is “${found}”`,
    "day-impossible": (heading, { found }) => `“${heading}” has “${found}”, which is no day: check it`,
    "day-incomplete": (heading, { found }) => `“${heading}” needs the day as well, such as 2026-03-01; here it is only “${found}”`,
    "day-ambiguous": (heading, { found }) => `“${heading}” has “${found}”, which may be January or October: write it like 2026-10-01`,
    order: (heading, { found, other }) => `“${heading}” ${found} is before the start, ${other}: check it`,
    "post-without-unit": (heading) => `a post or its days are given, but no “${heading}”: add it`,
    "unit-and-post": (heading, { found }) => `“${heading}” has “${found}”, which cannot be divided into organization and post: use the columns 单位名称 and 职务`,
    "none-but-more": (heading) => `“${heading}” says 无 (none), but other columns of that step are filled: check it`,
    "same-row": (_, { other }) => `the same as row ${other}`,
    "already-there": (_, { found }) => `the record has this person in this seat already${found ? ` (from ${found})` : ""}`,
    "unit-differs": (heading, { found }) => `“${heading}” of “${found}” differs from that of rows above: make them the same`,
    "unit-ambiguous": (_, { found, other }) => `the record has ${other} organizations called “${found}”: tell them apart in the record first`,
    "term-unknown": (_, { found }) => `the record has no term ${found}: enter it under Terms first`,
    unanswered: () => "the record has somebody of that name, and nobody said whether it is the same person",
    "month-taken": (heading, { found, other }) => `“${heading}” says only “${found}” and was taken as ${other}: check it`,
    "unit-kept": (heading, { found }) => `“${heading}” of “${found}” differs from the record’s, which is kept`,
    "person-kept": (heading, { found }) => `“${heading}” of ${found} differs from the record’s, which is kept`,
    "objections-open": (heading) => `“${heading}” says that there were some: enter them on the page`,
  },
  refusals: {
    "no-rows": () => "The table is empty. Fill in the template and import it again.",
    "no-headings": ({ found }) => `No row of headings was found. It needs headings such as 姓名 and 席位${found.length > 0 ? `; here there are ${some(found)}` : ""}. Download the template and use its headings.`,
    "no-name-column": ({ found }) => `There is no column 姓名 (name); the headings are ${some(found)}. Call the column of names 姓名.`,
    twice: ({ column, headings }) => `The columns “${headings[0]}” and “${headings[1]}” both mean “${COLUMN.get(column)?.en ?? column}”. Delete or rename one of them.`,
    "nothing-below": () => "There are headings and nothing below them. Fill in members and import it again.",
    "too-many-rows": ({ found }) => `There are ${found} rows; 10,000 can be imported at once. Import them in parts.`,
    "list-unreadable": ({ list }) => `The record’s ${list} cannot be read, so nothing can be added. Put the record right first.`,
    "too-big": ({ megabytes }) => `The file has ${megabytes} MB, more than 20 MB, and was not read. Keep only the sheet of members.`,
    "empty-file": () => "The file is empty.",
    encrypted: () => "The file is protected by a password and cannot be read. Take the password off in Excel or WPS, save it and import it again.",
    "old-format": () => "This is an old .xls (or a WPS .et) file. Save it as .xlsx in Excel or WPS and import that.",
    "no-workbook": () => "This is no Excel file (.xlsx). Choose an .xlsx file, or copy the rows and paste them.",
    damaged: () => "The file is damaged and cannot be read. Open it in Excel or WPS, save a copy and import that.",
    "no-sheets": () => "The file has no sheet that can be read.",
  },
  notes: {
    "hidden-rows": ({ lines: all }) => `${all.length} hidden rows were not imported (${lines(all)}). Show them first if they are to be.`,
    "merged-cells": ({ count }) => `${count} merged areas: each of their cells is read as the one at the top left.`,
    formulas: ({ count }) => `${count} formulas are read as the results that the sheet shows.`,
  },
  private: { "identity-number": "identity-card numbers", telephone: "telephone numbers" },
  leftOut: (heading, kind) => `The column “${heading}” has ${kind} and was left out: a record holds no identity-card and no telephone numbers.`,
  masked: "(left out)",
  receipt: { line: "Row", outcome: "Outcome", reason: "Reason", taken: "imported", asked: "to be confirmed", failed: "not imported" },
  join: "; ",
};

const WORDS: Record<Locale, Words> = { "zh-CN": zh, en };

export function words(locale: Locale): Words {
  return WORDS[locale];
}

export function headingOf(column: ColumnKey, locale: Locale): string {
  const found = COLUMN.get(column);
  return found ? (locale === "en" ? found.en : found.zh) : column;
}

export function sayReason(reason: Reason, locale: Locale): string {
  return words(locale).reasons[reason.code](reason.column ? headingOf(reason.column, locale) : "", reason);
}

/** Why nothing of a table or file can be imported. */
export function sayRefusal(refusal: Refusal, locale: Locale): string {
  return (words(locale).refusals[refusal.code] as (what: Refusal) => string)(refusal);
}

export function sayNote(note: TableNote, locale: Locale): string {
  return (words(locale).notes[note.code] as (what: TableNote) => string)(note);
}
