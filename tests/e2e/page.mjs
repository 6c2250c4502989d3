// One page of the form, as its users meet it, in Chromium, from the server of `cargo xtask start`.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, afterEach, before, beforeEach } from "node:test";
import { launch } from "../browser/chromium.mjs";

export const SAMPLES = ["subdistrict-clean", "subdistrict-faulty", "community-clean", "community-faulty"];

/** What the tests of a file share: a browser, a page of their own for each, and a console that stays quiet. */
export const here = { context: undefined, page: undefined, problems: [] };

export function eachOnItsPage({ width = 1366, height = 768 } = {}) {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser?.close());
  beforeEach(async () => {
    here.problems = [];
    here.context = await browser.newContext({ locale: "zh-CN", viewport: { width, height } });
    here.page = await here.context.newPage();
    const { page, problems } = here;
    page.setDefaultTimeout(10_000);
    page.on("pageerror", (error) => problems.push(error.stack ?? error.message));
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && problems.push(message.text()));
    // No one can answer the browser's own dialogue here: files come as downloads, as in browsers without it.
    await here.context.addInitScript(() => {
      delete window.showSaveFilePicker;
      delete window.showOpenFilePicker;
    });
    await page.goto(process.env.GONGWEI_PAGE);
    await page.waitForSelector(".welcome");
  });
  afterEach(async () => {
    await here.context.close();
    assert.deepEqual(here.problems, [], "the console is quiet");
  });
}

export const go = (route) => here.page.evaluate((to) => (location.hash = to), route);

export async function openSample(name) {
  await here.page.click(`#sample-${name}`);
  await here.page.waitForSelector(".overview");
}

export async function openReport() {
  await here.page.click('.side a[href="#/report"]');
  await here.page.waitForSelector(".summary");
}

export async function choose(files) {
  const { page } = here;
  await go("/start");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.click("#open")]);
  await chooser.setFiles(files);
}

export const openFile = (content, name = "记录.json") => choose({ name, mimeType: "application/json", buffer: Buffer.from(content) });

export const record = (more = {}) =>
  JSON.stringify({ schema: "gongwei/record/1.0", committee: { kind: "subdistrict-joint-committee" }, ...more });

export const sample = (name) => JSON.parse(readFileSync(new URL(`../samples/${name}.json`, import.meta.url), "utf8"));

/** The faults that were planted in a sample, as its maker lists them. */
export const planted = (name) => JSON.parse(readFileSync(new URL(`../samples/${name}.findings.json`, import.meta.url), "utf8"));

export const text = (selector) => here.page.textContent(selector);

/** A field, by its place in the record. */
export const field = (pointer) => here.page.locator(`[data-pointer="${pointer}"]`).first();

/** The very control of a field. */
export const control = (pointer) => here.page.locator(`[id="${pointer}"]`);
