// What goes on paper, and what goes to Excel. On paper in English: what a PDF says can be read out of it only where there was
// a font for it, and not every machine has one for Chinese.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { pages } from "../browser/pdf.mjs";
import { eachOnItsPage, control, field, go, here, openSample, planted, text } from "./page.mjs";

const { readXlsx } = await import("../../www/node_modules/hucre/dist/xlsx.mjs");

eachOnItsPage();

const printed = async () => pages(await here.page.pdf({ preferCSSPageSize: true, printBackground: true }));
const open = async (what) => {
  await go(`/print/${what}`);
  await here.page.waitForSelector(what === "roster" ? ".sheet.wide" : ".sheet .counts");
};
const openInEnglish = async (what) => {
  await here.page.click("#locale-en");
  await open(what);
};
const exported = async () => {
  const [download] = await Promise.all([here.page.waitForEvent("download"), here.page.click("#export-sheet")]);
  return { name: download.suggestedFilename(), book: await readXlsx(readFileSync(await download.path())) };
};

test("the report fills A4 pages with every finding, its clause and what it was judged by", async () => {
  const { page } = here;
  await openSample("subdistrict-faulty");
  await openInEnglish("report");
  const all = await printed();
  assert.ok(all.length >= 4 && all.length <= 14, `${all.length} pages`);
  const whole = all.join("\n").replace(/\s/g, "");
  for (const part of ["Reporton", "Asof2026-06-30", "gannan-2020", "2020-10-02", "Madebyanaid", "Mustbeputright"]) {
    assert.ok(whole.includes(part), part);
  }
  assert.match(whole, /sha256:[0-9a-f]{64}/);
  const listed = async (...groups) => (await Promise.all(groups.map((group) => page.locator(`.sheet .group.${group} tbody tr`).count()))).reduce((sum, count) => sum + count);
  const { findings, coherence } = planted("subdistrict-faulty");
  assert.equal(await listed("errors", "warnings"), findings.length);
  assert.equal(await listed("coherence"), coherence.length);
  // The heads of tables stand on every page again, and nothing of the page around it does.
  for (const [index, one] of all.entries()) {
    assert.ok(one.replace(/\s/g, "").includes("ClauseNormMessage"), `page ${index + 1}: ${one.slice(0, 200)}`);
    assert.ok(one.includes(`${index + 1} / ${all.length}`));
    assert.ok(!one.includes("Import members"));
  }
});

test("the roster is for filing: who sits, from where, and the days of each step", async () => {
  const { page } = here;
  await openSample("subdistrict-clean");
  await open("roster");
  const heads = await page.locator(".roster thead th").allTextContents();
  assert.deepEqual(heads, ["序号", "姓名", "席位", "单位及职务", "任职起止", "推荐", "研究决定", "公示", "备案", "颁发聘书", "抄送单位"]);
  const names = await page.locator(".roster tbody th").allTextContents();
  assert.equal(names.length, 15);
  // Who has left is not on it.
  assert.ok(!names.includes("葛长顺"));
  const row = page.locator(".roster tbody tr", { hasText: "沈若兰" });
  assert.deepEqual((await row.locator("td").allInnerTexts()).map((cell) => cell.replace(/\n/g, " ")), [
    "3", "副书记", "澄山县第二医院党组织负责人", "2024-12-18 2029-12-17", "2024-11-25", "2024-11-28", "2024-12-02 2024-12-06", "2024-12-10", "2024-12-18", "2024-12-18",
  ]);

  await openInEnglish("roster");
  const all = await printed();
  // One page or, by wider letters, two: then the heads stand on both.
  assert.ok(all.length <= 2, `${all.length} pages`);
  const plain = all.join("\n").replace(/\s/g, "");
  assert.equal(plain.split("Organizationandpost").length - 1, all.length);
  for (const part of ["Rosterof", "No.NameSeatOrganizationandpostInofficeNomination", "2024-12-022024-12-06", "Preparedby"]) {
    assert.ok(plain.includes(part), part);
  }
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
