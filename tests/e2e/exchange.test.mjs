// Members from Excel and from the clipboard: as somebody does it who has a sheet that is not quite in order.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { eachOnItsPage, go, here, openFile, openSample, record, sample, text } from "./page.mjs";

const { readXlsx, writeXlsx } = await import("../../www/node_modules/hucre/dist/xlsx.mjs");

eachOnItsPage();

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const SECRETS = ["11010519491231002X", "13800138000", "0941-7123456"];

const choose = (bytes, name = "名单.xlsx") => here.page.setInputFiles("#import-file", { name, mimeType: XLSX, buffer: Buffer.from(bytes) });
const downloaded = async (selector) => {
  const [download] = await Promise.all([here.page.waitForEvent("download"), here.page.click(selector)]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
};
const saved = async () => JSON.parse((await downloaded(".save")).bytes.toString("utf8"));
const openImport = async () => {
  await go("/import");
  await here.page.waitForSelector("#import-file", { state: "attached" });
};
const openNew = async () => {
  await openFile(record(), "新.json");
  await here.page.waitForSelector(".side");
};

const HEADINGS = ["姓　名", "大工委职务", "工作单位", "职务", "任现职时间", "聘任日期", "身份证号", "联系方式", "备注"];
const badRows = () => [
  ["岫云街道大工委增补名单", ...new Array(8).fill(null)],
  HEADINGS,
  ["周一鸣", "委员", "澄山县第二医院", "党支部书记", "2024.05", new Date(Date.UTC(2026, 2, 1)), SECRETS[0], SECRETS[1], ""],
  ["沈若兰", "委员", "澄山县第二医院", "党支部书记", "2022-01-10", "2026-5-1", "", "", `座机 ${SECRETS[2]}`],
  ["吴双", "主委", "新单位", "老板", "2026-02-30", "3/1/2026", "", "", ""],
  ["冯四", "副书记", "新单位二", "负责人", "", 46082, "", "", ""],
];

test("a sheet with bad rows: good rows enter, bad ones come back with the reason, one undo takes all of it back", async () => {
  const { page } = here;
  await openSample("subdistrict-clean");
  const before = await saved();
  await openImport();
  await choose(await writeXlsx({ sheets: [{ name: "名单", rows: badRows(), merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 8 }] }] }));
  await page.waitForSelector(".plan");
  assert.match(await text(".found"), /可以导入 2 行，待确认 1 行，不能导入 1 行/);
  const leftOut = await text(".left-out");
  assert.match(leftOut, /“身份证号”一列是身份证号/);
  assert.match(leftOut, /“联系方式”一列是电话号码/);
  assert.match(leftOut, /“备注”一列是电话号码/);
  const failed = await text(".card.failed");
  assert.match(failed, /第 5 行/);
  for (const reason of [/“主委”不认识，可以写：书记、副书记、委员/, /“老板”不认识/, /“2026-02-30”没有这一天/, /要写年-月-日，如 2026-03-01，这里是“3\/1\/2026”/]) {
    assert.match(failed, reason);
  }
  assert.match(await text(".card.noted"), /只写了“2024.05”，按 2024-05-01 录入/);

  await page.click(".asked fieldset button >> nth=0");
  await page.waitForFunction(() => document.querySelector(".found")?.textContent.includes("可以导入 3 行"));
  await page.click("#import-run");
  await page.waitForFunction(() => document.querySelector(".found")?.textContent.includes("已导入 3 行"));
  const now = await saved();
  assert.deepEqual(now.appointments.slice(-3).map(({ person, seat, from }) => [now.people.find(({ id }) => id === person).name, seat, from]), [
    ["周一鸣", "member", "2026-03-01"], ["沈若兰", "member", "2026-05-01"], ["冯四", "deputy", "2026-03-01"],
  ]);
  assert.equal(now.people.length, before.people.length + 2);
  assert.deepEqual(now.organizations.slice(before.organizations.length).map(({ name }) => name), ["新单位二"]);

  // What came back can be put right and imported; nothing private is in it, nor on the page, nor in the record.
  const receipt = await downloaded("#receipt-xlsx");
  assert.equal(receipt.name, "导入回执.xlsx");
  const [sheet] = (await readXlsx(receipt.bytes)).sheets;
  assert.deepEqual(sheet.rows[0], ["姓 名", "大工委职务", "工作单位", "职务", "任现职时间", "聘任日期", "结果", "原因", "行号"]);
  assert.equal(sheet.rows.length, 2);
  assert.match(sheet.rows[1][7], /“主委”不认识/);
  const csv = (await downloaded("#receipt-csv")).bytes.toString("utf8");
  assert.ok(csv.startsWith("\ufeff姓 名,"));
  const shown = await page.content();
  for (const secret of SECRETS) {
    assert.ok(![JSON.stringify(now), JSON.stringify(sheet.rows), csv, shown].some((one) => one.includes(secret)), secret);
  }

  await page.click('[title^="撤销"]');
  assert.deepEqual(await saved(), before);
  await page.waitForFunction(() => document.querySelector(".found")?.textContent.includes("可以导入 3 行"));
  await page.click('[title^="重做"]');
  assert.deepEqual(await saved(), now);
});

test("the template with the present members goes into an empty record without a loss", async () => {
  const { page } = here;
  await openSample("community-clean");
  await openImport();
  const filled = await downloaded("#template-filled");
  await openNew();
  await openImport();
  // The terms are no part of a list of members: without them their rows are refused, with the reason.
  await choose(filled.bytes);
  await page.waitForSelector(".card.failed");
  assert.match(await text(".card.failed"), /记录里没有第 1 届，请先在“届次”里登记/);
  const [sheet] = (await readXlsx(filled.bytes)).sheets;
  const term = sheet.rows[0].indexOf("届次");
  await choose(await writeXlsx({ sheets: [{ name: sheet.name, rows: sheet.rows.map((row) => row.map((cell, column) => (column === term && cell === "1" ? null : cell))) }] }));
  await page.waitForFunction(() => document.querySelector(".found")?.textContent.includes("不能导入 0 行"));
  while ((await page.locator(".take-suggested").count()) > 0) {
    await page.click(".take-suggested");
  }
  await page.click("#import-run");
  await page.waitForFunction(() => document.querySelector(".found")?.textContent.includes("已导入"));
  const [now, from] = [await saved(), sample("community-clean")];
  const seats = ({ people, appointments }) => appointments.map(({ person, seat, from: first, to, entry }) => [people.find(({ id }) => id === person).name, seat, first, to, entry?.map(({ step, on, through }) => [step, on, through])]);
  assert.deepEqual(seats(now), seats(from));
});

test("rows copied in Excel are pasted as they are, merged cells and all", async () => {
  const { page } = here;
  await openNew();
  await openImport();
  const html = `<html><body><table><tr><td colspan=3>名册</td></tr><tr><td>姓名</td><td>席位</td><td>单位名称</td></tr><tr><td>张三</td><td>委员</td><td rowspan=2>甲单位</td></tr><tr><td>李四</td><td>副书记</td></tr><tr><td>=1+1</td><td>委员</td><td>乙单位<img src="http://127.0.0.1:1/x.png"></td></tr></table></body></html>`;
  await page.locator("#import-paste").evaluate((area, markup) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", markup);
    clipboardData.setData("text/plain", "姓名\t席位");
    area.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, html);
  await page.click("#import-run");
  await page.waitForFunction(() => document.querySelector(".found")?.textContent.includes("已导入 3 行"));
  const now = await saved();
  assert.deepEqual(now.people.map(({ name, posts }) => [name, now.organizations.find(({ id }) => id === posts[0].organization).name]), [["张三", "甲单位"], ["李四", "甲单位"], ["=1+1", "乙单位"]]);
});

test("of a file with several sheets, another can be looked at; hidden ones are none of them", async () => {
  const { page } = here;
  await openNew();
  await openImport();
  const rows = (...names) => [["姓名", "席位"], ...names.map((name) => [name, "委员"])];
  await choose(await writeXlsx({ sheets: [{ name: "封面", rows: [["某街道"]] }, { name: "上届", rows: rows("张三") }, { name: "本届", rows: rows("李四", "王五") }, { name: "底稿", rows: rows("赵六"), hidden: true }] }));
  await page.waitForFunction(() => document.querySelector(".found")?.textContent.includes("可以导入 1 行"));
  assert.deepEqual(await page.locator("#import-sheet option").allTextContents(), ["上届", "本届", "封面"]);
  await page.selectOption("#import-sheet", { label: "封面" });
  assert.match(await text(".refusal"), /没有找到标题行/);
  await page.selectOption("#import-sheet", { label: "本届" });
  await page.waitForFunction(() => document.querySelector(".found")?.textContent.includes("可以导入 2 行"));
  await page.click("#import-run");
  await page.waitForFunction(() => document.querySelector(".found")?.textContent.includes("已导入 2 行"));
  assert.deepEqual((await saved()).people.map(({ name }) => name), ["李四", "王五"]);
});

test("files that hold no members say so, and nothing is lost", async () => {
  const { page } = here;
  await openSample("subdistrict-clean");
  const before = await saved();
  await openImport();
  const told = async (bytes, message, name) => {
    await choose(bytes, name);
    await page.waitForFunction((part) => document.querySelector(".refusal")?.textContent.includes(part), message);
  };
  await told(await writeXlsx({ sheets: [{ name: "a", rows: [["货号", "数量"], ["x", 1]] }] }), "没有找到标题行");
  assert.match(await text(".refusal"), /这里看到的是 “货号”、“数量”.*下载模板/);
  await told(await writeXlsx({ sheets: [{ name: "a", rows: [] }] }), "表格是空的");
  await told(await writeXlsx({ sheets: [{ name: "a", rows: [["姓名", "席位"]] }] }), "只有标题行");
  await told(await writeXlsx({ sheets: [{ name: "a", rows: [["姓名"]] }], encryption: { password: "1", spinCount: 1000 } }), "打开密码");
  await told(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "旧版的 .xls");
  await told(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]), "这不是 Excel 文件");
  await told((await writeXlsx({ sheets: [{ name: "a", rows: [["姓名", "席位"]] }] })).slice(0, 1500), "已损坏");
  const large = join(mkdtempSync(join(tmpdir(), "gongwei-")), "大.xlsx");
  writeFileSync(large, Buffer.alloc(50_000_000, "9"));
  await page.setInputFiles("#import-file", large);
  await page.waitForFunction(() => document.querySelector(".refusal")?.textContent.includes("48 MB，超过 20 MB，没有读取"));
  await told(Buffer.from(JSON.stringify({ schema: "x" })), "没有找到标题行", "记录.csv");
  assert.deepEqual(await saved(), before);
});

/** So many members, each with some steps. */
const many = (count) =>
  ["姓名,席位,单位名称,单位类别,职务,任职起,中共党员,任期首日,推荐日期,公示起始日期,公示截止日期,聘书日期"]
    .concat(Array.from({ length: count }, (_, at) => `王${at},委员,第${at % 100}单位,单位,党组织书记,2020-01-02,是,2024-05-01,2024-03-01,2024-03-10,2024-03-20,2024-05-01`))
    .join("\n");
const outcome = (words, timeout = 120_000) => here.page.waitForFunction((part) => document.querySelector("main")?.textContent.includes(part), words, { timeout });

test("while thousands of rows are imported the page is never blocked for long, and can be stopped without a trace", async () => {
  const { page } = here;
  const rows = 3000;
  await openSample("subdistrict-faulty");
  const before = await saved();
  const findings = await text("#findings");
  await openImport();
  await page.evaluate(() => {
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ entryTypes: ["longtask"] });
  });
  /** How long the longest task was, of all the time that it took. */
  const longest = async (act) => {
    await page.evaluate(() => ((window.tasks = []), (window.began = performance.now())));
    await act();
    return page.evaluate(() => Math.max(0, ...window.tasks) / (performance.now() - window.began));
  };
  const choosing = await longest(async () => {
    await choose(Buffer.from(many(rows)), "名单.csv");
    await outcome(`可以导入 ${rows} 行`);
  });
  assert.ok(choosing < 0.6, `one task took ${Math.round(100 * choosing)} % of going through the rows`);

  await page.click("#import-run");
  await page.click("#import-stop");
  await outcome("导入已停止，记录没有改动");
  assert.equal(await text("#findings"), findings);
  assert.deepEqual(await saved(), before);

  const importing = await longest(async () => {
    await page.click("#import-run");
    await page.waitForSelector("#import-stop");
    // Nobody edits meanwhile.
    assert.equal(await page.locator(".top .icon:disabled").count(), 2);
    await outcome(`已导入 ${rows} 行`);
  });
  assert.ok(importing < 0.2, `one task took ${Math.round(100 * importing)} % of the import`);
  assert.equal((await saved()).people.length, before.people.length + rows);
  await page.click('[title^="撤销"]');
  await outcome(`可以导入 ${rows} 行`);
  assert.equal(await text("#findings"), findings);
  assert.deepEqual(await saved(), before);
});
