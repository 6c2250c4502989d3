// The page as an app, in Chromium: it opens with the server gone, nothing leaves it while it is used, and a newer version
// takes over when the user says so, without what was typed being lost.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "../browser/chromium.mjs";

const DIST = fileURLToPath(new URL("../../www/dist", import.meta.url));
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".png": "image/png", ".webmanifest": "application/manifest+json" };

let browser;
let folder;
let server;
let url;
let asked;
let context;
/** What the server says that scripts may do; nothing where the page's own policy is all. */
let policy;

before(async () => {
  browser = await launch();
});
after(() => browser?.close());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "gongwei-"));
  cpSync(DIST, folder, { recursive: true });
  asked = [];
  policy = undefined;
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = join(folder, pathname === "/" ? "index.html" : pathname);
    asked.push(pathname);
    try {
      const body = readFileSync(file);
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", ...(policy && { "content-security-policy": policy }) }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  url = `http://127.0.0.1:${server.address().port}/`;
  context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1366, height: 768 } });
});
afterEach(async () => {
  await context.close();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

/** A tab with the page, whose files are kept by then. */
async function open() {
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(url);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  return page;
}

/** No server any more, and no network. */
async function cutOff() {
  await new Promise((closed) => {
    server.close(closed);
    server.closeAllConnections();
  });
  await context.setOffline(true);
}

/** What another build would give: a page with another title, and a worker that lists it. */
function build(title) {
  const page = join(folder, "index.html");
  writeFileSync(page, readFileSync(page, "utf8").replace(/<head>/, `<head><meta name="build" content="${title}">`));
  const worker = join(folder, "worker.js");
  writeFileSync(worker, readFileSync(worker, "utf8").replace(/"revision":"[^"]+"/, `"revision":"${title}"`));
}
const buildOf = (page) => page.evaluate(() => document.querySelector("meta[name=build]")?.content ?? "first");

test("it can be installed", async () => {
  const page = await open();
  const cdp = await context.newCDPSession(page);
  const { errors, data } = await cdp.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  assert.equal(JSON.parse(data).short_name, "工委");
  const { installabilityErrors } = await cdp.send("Page.getInstallabilityErrors");
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
});

test("loaded again with the server gone, it judges", async () => {
  const page = await open();
  await cutOff();
  await page.reload();
  await page.click("#sample-subdistrict-faulty");
  await page.waitForSelector(".overview");
  await page.click('.side a[href="#/report"]');
  await page.waitForSelector(".summary");
  assert.ok((await page.locator("#errors .entry").count()) >= 5);
});

/** What is kept, by name and size. */
const kept = (page) =>
  page.evaluate(async () => {
    const [name] = await caches.keys();
    const cache = await caches.open(name);
    const sizes = await Promise.all((await cache.keys()).map(async ({ url }) => [new URL(url).pathname, (await (await cache.match(url)).arrayBuffer()).byteLength]));
    return Object.fromEntries(sizes);
  });
/** The file with the plain JavaScript. */
const plainFile = () => `/${JSON.parse(/"plain":(\[.*?\])/.exec(readFileSync(join(folder, "worker.js"), "utf8"))[1])[0]}`;

test("the plain JavaScript is neither fetched nor kept where there is WebAssembly", async () => {
  const page = await open();
  const files = await kept(page);
  assert.deepEqual([files[plainFile()], asked.includes(plainFile())], [undefined, false]);
  assert.ok(Object.keys(files).includes("/index.html"));
});

test("where WebAssembly is refused, the plain JavaScript is kept too, in this version and the next", async () => {
  policy = "script-src 'self'";
  const page = await open();
  assert.ok((await kept(page))[plainFile()] > 500_000);
  build("second");
  await page.reload();
  await page.waitForSelector(".newer");
  await page.click(".newer .primary");
  await page.waitForFunction(() => document.querySelector("meta[name=build]"));
  await page.waitForSelector(".welcome");
  await cutOff();
  await page.reload();
  await page.click("#sample-subdistrict-faulty");
  await page.waitForSelector(".overview");
  assert.equal(await page.evaluate(() => WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)).then(() => "runs", () => "refused")), "refused");
  await page.click('.side a[href="#/report"]');
  await page.waitForSelector("#errors .entry");
});

test("no request leaves it while it is used", async () => {
  const page = await open();
  asked.length = 0;
  const elsewhere = [];
  context.on("request", (request) => !request.url().startsWith(url) && elsewhere.push(request.url()));
  await page.click("#sample-subdistrict-clean");
  await page.waitForSelector(".overview");
  for (const route of await page.locator(".side a").evaluateAll((all) => all.map((one) => one.getAttribute("href")))) {
    await page.evaluate((to) => (location.hash = to), route);
    await page.waitForTimeout(50);
  }
  await page.click("#locale-en");
  assert.deepEqual([asked, elsewhere.filter((one) => !one.startsWith("data:"))], [[], []]);
  // And what somebody made it ask would be refused.
  assert.equal(await page.evaluate(() => fetch("/").then(() => "let through", () => "refused")), "refused");
  assert.deepEqual(asked, []);
});

test("a newer version waits until the user says so", async () => {
  const page = await open();
  build("second");
  await page.reload();
  await page.waitForSelector(".newer");
  assert.equal(await buildOf(page), "first");
  await page.click(".newer .primary");
  await page.waitForFunction(() => document.querySelector("meta[name=build]"));
  assert.equal(await buildOf(page), "second");
  await page.waitForSelector(".welcome");
  assert.equal(await page.locator(".newer").count(), 0);
});

test("what is in no draft and no file keeps the older version", async () => {
  const page = await open();
  build("second");
  await page.reload();
  await page.click("#sample-subdistrict-clean");
  await page.waitForSelector(".overview");
  await page.evaluate(() => (location.hash = "/committee"));
  await page.locator('[id="/committee/name"]').fill("春风");
  await page.click(".newer .primary");
  await page.waitForFunction(() => /没有重新加载/.test(document.querySelector(".newer")?.textContent ?? ""));
  assert.equal(await buildOf(page), "first");
  assert.equal(await page.locator('[id="/committee/name"]').inputValue(), "春风");
});

test("what is in a draft is there again in the newer version", async () => {
  const page = await open();
  build("second");
  await page.reload();
  await page.click("#sample-subdistrict-clean");
  await page.waitForSelector(".overview");
  await page.evaluate(() => (location.hash = "/committee"));
  await page.locator('[id="/committee/name"]').fill("春风");
  await page.click(".draft-ask .primary");
  await page.locator('[id="/committee/name"]').fill("春风街道");
  await page.click(".newer .primary");
  await page.waitForFunction(() => document.querySelector("meta[name=build]"));
  await page.waitForSelector(".side");
  assert.equal(await buildOf(page), "second");
  assert.equal(await page.locator('[id="/committee/name"]').inputValue(), "春风街道");
});

test("a tab that did not ask is not loaded again, and is told", async () => {
  const page = await open();
  const other = await open();
  build("second");
  await page.reload();
  await page.waitForSelector(".newer");
  await page.click(".newer .primary");
  await page.waitForFunction(() => document.querySelector("meta[name=build]"));
  await other.waitForSelector(".newer");
  assert.equal(await buildOf(other), "first");
  await other.click(".newer .primary");
  await other.waitForFunction(() => document.querySelector("meta[name=build]"));
});
