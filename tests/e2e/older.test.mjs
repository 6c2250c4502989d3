// Browsers that refuse WebAssembly: Chromium before 97 by the page's own policy, others by what an office forbids. The page
// judges all the same, by the package's plain JavaScript.
import assert from "node:assert/strict";
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
