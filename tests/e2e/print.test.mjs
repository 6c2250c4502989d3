// What goes on paper, and what goes to Excel.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { pages } from "../browser/pdf.mjs";
import { eachOnItsPage, field, control, go, here, openSample, planted, text } from "./page.mjs";

const { readXlsx } = await import("../../www/node_modules/hucre/dist/xlsx.mjs");

eachOnItsPage();

const printed = async () => pages(await here.page.pdf({ preferCSSPageSize: true, printBackground: true }));
const open = async (what) => {
  await go(`/print/${what}`);
  await here.page.waitForSelector(what === "roster" ? ".sheet.wide" : ".sheet .counts");
};
const exported = async () => {
  const [download] = await Promise.all([here.page.waitForEvent("download"), here.page.click("#export-sheet")]);
  return { name: download.suggestedFilename(), book: await readXlsx(readFileSync(await download.path())) };
};

test("the report fills A4 pages with every finding, its clause and what it was judged by", async () => {
  const { page } = here;
  await openSample("subdistrict-faulty");
  await open("report");
  const all = await printed();
  assert.ok(all.length >= 4 && all.length <= 12, `${all.length} pages`);
  const whole = all.join("\n").replace(/\s/g, "");
  for (const part of ["岫云街道“大工委”核对报告", "评估日2026-06-30", "gannan-2020", "2020-10-02", "辅助工具"]) {
    assert.ok(whole.includes(part), part);
  }
  assert.match(whole, /sha256:[0-9a-f]{64}/);
  assert.equal(await page.locator(".sheet .group.errors tbody tr").count(), Number(await page.locator(".sheet .counts td").first().textContent()));
  const listed = async (...groups) => (await Promise.all(groups.map((group) => page.locator(`.sheet .group.${group} tbody tr`).count()))).reduce((sum, count) => sum + count);
  const { findings, coherence } = planted("subdistrict-faulty");
  assert.equal(await listed("errors", "warnings"), findings.length);
  assert.equal(await listed("coherence"), coherence.length);
  // The heads of tables stand on every page again, and nothing of the page around it does.
  for (const [index, one] of all.entries()) {
    assert.ok(one.replace(/\s/g, "").includes("条款规定结论说明"), `page ${index + 1}: ${one.slice(0, 200)}`);
    assert.ok(one.includes(`${index + 1} / ${all.length}`));
    assert.ok(!one.includes("导入委员"));
  }
});

test("the roster is for filing: who sits, from where, and the days of each step", async () => {
  await openSample("subdistrict-clean");
  await open("roster");
  const [first, ...more] = await printed();
  assert.deepEqual(more, []);
  const plain = first.replace(/\s/g, "");
  for (const part of ["岫云街道“大工委”委员名册", "序号姓名席位单位及职务任职起止推荐研究决定公示备案颁发聘书抄送单位", "沈若兰副书记澄山县第二医院党组织负责人2024-12-18", "2024-12-022024-12-06", "填表人"]) {
    assert.ok(plain.includes(part), part);
  }
  // Who has left is not on it.
  assert.ok(!plain.includes("葛长顺"));
});

test("on paper a dark page is white", async () => {
  const { page } = here;
  await openSample("subdistrict-clean");
  await page.click('[title="深色或浅色"]');
  await open("roster");
  const colours = await page.evaluate(() => [getComputedStyle(document.querySelector(".sheet")).backgroundColor, getComputedStyle(document.querySelector(".sheet")).color]);
  assert.deepEqual(colours, ["rgb(255, 255, 255)", "rgb(22, 24, 28)"]);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
  assert.equal(await page.isVisible(".side"), false);
  assert.equal(await page.isVisible("#print"), false);
});

test("roster and findings go to Excel, in both languages, and no text becomes a formula", async () => {
  const { page } = here;
  await openSample("subdistrict-faulty");
  await go("/people/8");
  await control("/people/8/name").fill("=HYPERLINK(\"http://x\")");
  await open("roster");
  const roster = await exported();
  assert.match(roster.name, /^岫云街道“大工委”委员名册 2026-06-30\.xlsx$|^岫云街道.大工委.委员名册 2026-06-30\.xlsx$/);
  const [sheet] = roster.book.sheets;
  assert.deepEqual(sheet.rows[0].slice(0, 6), ["序号", "姓名", "席位", "单位及职务", "任职起", "任职止"]);
  assert.ok(sheet.rows.some((row) => row[1] === '=HYPERLINK("http://x")'));
  assert.deepEqual([...(sheet.cells ?? [])].filter(([, cell]) => cell.formula !== undefined), []);

  await page.click("#locale-en");
  await open("report");
  const report = await exported();
  const [findings] = report.book.sheets;
  assert.deepEqual(findings.rows[0], ["Verdict", "Clause", "Norm", "Modality", "Message", "What was seen", "Where", "Due"]);
  const errors = Number(await page.locator(".sheet .counts td").first().textContent());
  assert.equal(findings.rows.filter(([verdict]) => verdict === "Must be put right").length, errors);
  assert.deepEqual([...(findings.cells ?? [])].filter(([, cell]) => cell.formula !== undefined), []);
});

test("a record that cannot be read has no report, and says so", async () => {
  await openSample("subdistrict-clean");
  await go("/meetings/5");
  await control("/meetings/5/on").fill("2026-0");
  await field("/meetings/5/on").locator(".messages.errors").waitFor();
  await go("/print/report");
  await here.page.waitForSelector(".print-page [role=alert]");
  assert.match(await text(".print-page [role=alert]"), /不能出报告/);
});
