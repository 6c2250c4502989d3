// The one HTML file, opened from the disk with the network off.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "../browser/chromium.mjs";

const FILE = new URL("../../www/dist/gongwei.html", import.meta.url).href;

/** Opens it with the network off; gives the page, what it asked for, and what it complained of. */
async function open() {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1366, height: 768 } });
  await context.setOffline(true);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const asked = [];
  const problems = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("pageerror", (error) => problems.push(error.stack ?? error.message));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && problems.push(message.text()));
  await page.goto(FILE);
  return { context, page, asked, problems };
}

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

test("it judges, and asks nobody for anything", async () => {
  const { context, page, asked, problems } = await open();
  await page.click("#sample-subdistrict-faulty");
  await page.waitForSelector(".overview");
  await page.click('.side a[href="#/report"]');
  await page.waitForSelector(".summary");
  assert.ok((await page.locator("#errors .entry").count()) >= 5);
  // Parts that the page elsewhere loads only when they are needed.
  await page.evaluate(() => (location.hash = "/import"));
  const [template] = await Promise.all([page.waitForEvent("download"), page.click("#template")]);
  assert.match(template.suggestedFilename(), /\.xlsx$/);
  await page.evaluate(() => (location.hash = "/print/report"));
  await page.waitForSelector(".print-page");
  assert.deepEqual(asked.filter((url) => !/^(data|blob):/.test(url)), [FILE]);
  assert.deepEqual(problems, [], "the console is quiet");
  // The policy is in force, and not only the network off.
  await context.setOffline(false);
  assert.equal(await page.evaluate(() => fetch("data:,x").then(() => "let through", () => "refused")), "refused");
  await context.close();
});

test("it keeps a draft, once the user agrees", async () => {
  const { context, page, problems } = await open();
  const name = page.locator('[id="/committee/name"]');
  await page.click("#sample-subdistrict-clean");
  await page.waitForSelector(".overview");
  await page.evaluate(() => (location.hash = "/committee"));
  await name.fill("甲街道");
  await page.click(".draft-ask .primary");
  await page.waitForFunction(() => document.querySelector(".drafted")?.textContent.includes("草稿已存"));
  await name.fill("乙街道");
  await page.reload();
  await page.waitForSelector(".side");
  assert.equal(await name.inputValue(), "乙街道");
  assert.deepEqual(problems, [], "the console is quiet");
  await context.close();
});
