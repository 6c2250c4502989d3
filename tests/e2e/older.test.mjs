// Browsers that refuse WebAssembly: Chromium before 97 by the page's own policy, others by what an office forbids. The page
// judges all the same, by the package's plain JavaScript.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { launch } from "../browser/chromium.mjs";

const SERVED = process.env.GONGWEI_PAGE;
const FILE = new URL("../../www/dist/gongwei.html", import.meta.url).href;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Judges the faulty sample and gives what is found. */
async function found(prepare, url) {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1366, height: 768 }, serviceWorkers: "block" });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await prepare(page);
  await page.goto(url);
  await page.click("#sample-subdistrict-faulty");
  await page.waitForSelector(".overview");
  await page.click('.side a[href="#/report"]');
  await page.waitForSelector(".summary");
  const refused = await page.evaluate(() => typeof WebAssembly === "undefined" || WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)).then(() => false, () => true));
  const entries = await page.locator("#errors .entry").evaluateAll((all) => all.map((one) => one.dataset.entry));
  await context.close();
  return { refused, entries: entries.sort() };
}

test("by the page's policy, as Chromium 85 reads it", async () => {
  const withWasm = await found(() => undefined, SERVED);
  const without = await found(
    (page) =>
      page.route(SERVED, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": "script-src 'self'" } });
      }),
    SERVED,
  );
  assert.deepEqual([withWasm.refused, without.refused], [false, true]);
  assert.ok(without.entries.length >= 5);
  assert.deepEqual(without.entries, withWasm.entries);
});

test("where there is none at all, in the one HTML file", async () => {
  const { refused, entries } = await found((page) => page.addInitScript(() => delete globalThis.WebAssembly), FILE);
  assert.deepEqual([refused, entries.length >= 5], [true, true]);
});

/** Takes from a page what came after Chromium 85, as far as a page can tell. */
function asIn85() {
  for (const name of ["CompressionStream", "DecompressionStream", "structuredClone", "showOpenFilePicker", "showSaveFilePicker", "scheduler"]) {
    delete globalThis[name];
  }
  const late = {
    Array: ["at", "findLast", "findLastIndex", "toSorted", "toReversed", "toSpliced", "with"],
    Uint8Array: ["toBase64", "toHex"],
    String: ["at", "isWellFormed", "toWellFormed"],
    Set: ["union", "intersection", "difference", "isSubsetOf", "symmetricDifference"],
    Element: ["replaceChildren", "checkVisibility"],
    Blob: ["bytes"],
  };
  for (const [type, methods] of Object.entries(late)) {
    methods.forEach((method) => delete globalThis[type].prototype[method]);
  }
  const typed = Object.getPrototypeOf(Uint8Array.prototype);
  ["at", "findLast", "findLastIndex", "toSorted", "toReversed", "with"].forEach((method) => delete typed[method]);
  const iterators = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
  ["map", "filter", "take", "drop", "flatMap", "reduce", "toArray", "forEach", "some", "every", "find"].forEach((method) => delete iterators[method]);
  delete Object.hasOwn;
  delete Object.groupBy;
  delete Map.groupBy;
  delete Promise.withResolvers;
  delete Array.fromAsync;
  delete crypto.randomUUID;
}

test("with nothing that came after Chromium 85, members come in from Excel and go out to it", async () => {
  const { readXlsx, writeXlsx } = await import("../../www/node_modules/hucre/dist/xlsx.mjs");
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1366, height: 768 }, serviceWorkers: "block" });
  const page = await context.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(error.stack));
  page.setDefaultTimeout(20_000);
  await page.addInitScript(asIn85);
  await page.goto(SERVED);
  await page.click("#sample-subdistrict-faulty");
  await page.waitForSelector(".overview");
  assert.equal(await page.evaluate(() => [typeof CompressionStream, typeof [].at].join()), "undefined,undefined");
  const downloaded = async (selector) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.click(selector)]);
    return (await readXlsx(readFileSync(await download.path()))).sheets;
  };
  await page.evaluate(() => (location.hash = "/import"));
  const rows = [["姓名", "席位", "单位名称"], ["周一鸣", "委员", "新单位"], ["吴双", "主委", "新单位"]];
  const file = { name: "名单.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(await writeXlsx({ sheets: [{ name: "名单", rows }] })) };
  await page.setInputFiles("#import-file", file);
  await page.waitForSelector(".card.failed");
  const [receipt] = await downloaded("#receipt-xlsx");
  assert.deepEqual(receipt.rows.map((row) => row[0]), ["姓名", "吴双"]);
  await page.click("#import-run");
  await page.waitForFunction(() => document.querySelector(".found")?.textContent.includes("已导入 1 行"));
  const [filled] = await downloaded("#template-filled");
  assert.ok(filled.rows.some((row) => row.includes("周一鸣")));
  for (const route of ["/appointments/0", "/meetings/0", "/report", "/rulebook", "/todo", "/print/report", "/print/roster"]) {
    await page.evaluate((to) => (location.hash = to), route);
    await page.waitForSelector("main h1:visible");
  }
  await context.close();
  assert.deepEqual(problems, []);
});
