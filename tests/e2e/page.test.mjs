// The page as its users meet it, in Chromium, from the server of `cargo xtask start`.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { launch } from "../browser/chromium.mjs";

const url = process.env.GONGWEI_PAGE;
const SAMPLES = ["subdistrict-clean", "subdistrict-faulty", "community-clean", "community-faulty"];

let browser;
let page;
let problems;

before(async () => {
  browser = await launch();
});
after(() => browser?.close());

beforeEach(async () => {
  problems = [];
  page = await browser.newPage({ locale: "zh-CN", viewport: { width: 1366, height: 768 } });
  page.setDefaultTimeout(10_000);
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  await page.goto(url);
  await page.waitForSelector(".welcome");
});
afterEach(async () => {
  await page.close();
  assert.deepEqual(problems, [], "the console is quiet");
});

const count = async (group) => Number(await page.getAttribute(`.tile.${group}`, "data-count"));
const text = (selector) => page.textContent(selector);
const openSample = async (name) => {
  await page.click(`#sample-${name}`);
  await page.waitForSelector(".summary");
};
/** The faults that were planted in a sample, as its maker lists them. */
const planted = (name) => JSON.parse(readFileSync(new URL(`../samples/${name}.findings.json`, import.meta.url), "utf8"));
/** The entries of some groups, by identity. */
const shown = async (...groups) => {
  const entries = page.locator(groups.map((group) => `${group} .entry`).join(", "));
  return (await entries.evaluateAll((all) => all.map((one) => one.dataset.entry))).sort();
};
const openFile = (content, name = "记录.json") =>
  page.setInputFiles("#file", { name, mimeType: "application/json", buffer: Buffer.from(content) });
const record = (more = {}) =>
  JSON.stringify({ schema: "gongwei/record/1.0", committee: { kind: "subdistrict-joint-committee" }, ...more });

describe("the samples", () => {
  for (const name of SAMPLES) {
    const isClean = name.endsWith("clean");
    test(name, async () => {
      await openSample(name);
      assert.equal(await page.inputValue("#on"), "2026-06-30");
      assert.ok((await count("met")) > 0);
      const { findings, coherence } = isClean ? { findings: [], coherence: [] } : planted(name);
      assert.deepEqual(await shown("#errors", "#warnings"), findings.map(({ norm, subject, period }) => [norm, subject, period].filter(Boolean).join(" ")).sort());
      assert.deepEqual(await shown("#coherence"), coherence.map(({ code, path }) => `${code} ${path}`).sort());
      const notes = await page.locator(".note.met").allInnerTexts();
      assert.deepEqual(notes, isClean ? ["没有发现问题。"] : []);
    });
  }

  test("every finding says what, by which clause, how that is read, and where", async () => {
    await openSample("subdistrict-faulty");
    for (const topic of await page.locator("#errors .topic").all()) {
      assert.match(await topic.locator(".clause").innerText(), /^第 \d+/);
      // The reading stands once: above the entries, or in the words of each.
      const readings = await topic.locator(".reading").allInnerTexts();
      for (const entry of await topic.locator(".entry").all()) {
        const message = await entry.locator(".message").textContent();
        assert.notEqual(message.trim(), "");
        assert.equal(readings.length, message.includes("要求：") ? 0 : 1, message);
        assert.match(await entry.locator(".path").first().textContent(), /^\//);
      }
    }
  });

  test("what is met is folded until it is asked for", async () => {
    await openSample("subdistrict-clean");
    assert.equal(await page.locator("#met .topic").count(), 0);
    await page.click(".tile.met");
    await page.waitForSelector("#met .topic");
    assert.equal(await page.locator("#met .entry").count(), await count("met"));
  });
});

describe("the day", () => {
  test("another day, another result", async () => {
    await openSample("subdistrict-clean");
    const counts = () => page.locator(".tile strong").allInnerTexts();
    const before = await counts();
    await page.fill("#on", "2031-06-30");
    await page.dispatchEvent("#on", "change");
    assert.match(await text(".checked"), /2031-06-30/);
    assert.notDeepEqual(await counts(), before);
  });

  test("without a day there is no verdict", async () => {
    await openSample("subdistrict-clean");
    await page.fill("#on", "");
    await page.dispatchEvent("#on", "change");
    assert.match(await text("#result"), /评估日期/);
    assert.equal(await page.locator(".summary").count(), 0);
  });
});

describe("one's own file", () => {
  test("is judged as of today", async () => {
    await openFile(record());
    await page.waitForSelector(".summary");
    const now = await page.evaluate(() => new Date().toLocaleDateString("sv"));
    assert.equal(await page.inputValue("#on"), now);
  });

  test("an empty record is no pass, and says what to do", async () => {
    await openFile(record());
    await page.waitForSelector(".summary");
    assert.equal(await count("met"), 0);
    assert.ok((await count("unknown")) > 0);
    assert.match(await text(".note.unknown"), /还几乎是空的/);
  });

  test("every fault is named with its place", async () => {
    await openFile(record({ people: [{ id: "p1", nmae: "" }], meetings: [{ id: "m1", on: "2026-02-30" }], appointments: [{ id: "a1", person: "p9" }] }));
    await page.waitForSelector(".refused");
    const places = await page.locator(".faults .path").allInnerTexts();
    assert.deepEqual(places.sort(), ["/appointments/0/person", "/meetings/0/on", "/people/0/nmae"]);
    for (const message of await page.locator(".faults .message").allInnerTexts()) {
      assert.notEqual(message, "");
    }
  });

  const hopeless = [
    ["broken JSON", '{"schema": ', /1 处错误/],
    ["something else", "\u0000\u0001", /错误/],
    ["an empty file", " \n", /文件是空的/],
    ["another encoding", Buffer.from([0xb9, 0xa4, 0xce, 0xaf]), /UTF-8/],
  ];
  for (const [name, content, message] of hopeless) {
    test(name, async () => {
      await openFile(content);
      await page.waitForSelector(".refused");
      assert.match(await text(".refused"), message);
      assert.equal(await page.locator(".summary").count(), 0);
    });
  }

  test("50 MB", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "gongwei-")), "大.json");
    writeFileSync(file, Buffer.alloc(50_000_000, "9"));
    await page.setInputFiles("#file", file);
    await page.waitForSelector(".refused");
    assert.match(await text(".refused"), /1 处错误/);
  });

  test("after a broken file a good one is judged", async () => {
    await openFile("{");
    await page.waitForSelector(".refused");
    await openFile(record());
    await page.waitForSelector(".summary");
  });

  test("text from the record is shown as text", async () => {
    const name = "<img src=x onerror=document.title='no'>";
    await openFile(JSON.stringify({ schema: "gongwei/record/1.0", committee: { kind: "subdistrict-joint-committee", name } }));
    await page.waitForSelector(".summary");
    assert.equal(await text(".checked strong"), name);
  });
});

describe("the page", () => {
  test("speaks both languages, about the same findings", async () => {
    await openSample("subdistrict-faulty");
    const paths = () => page.locator(".path").allInnerTexts();
    const before = await paths();
    await page.click("#locale-en");
    assert.equal(await page.getAttribute("html", "lang"), "en");
    assert.match(await text("#errors h2"), /Must be put right/);
    assert.deepEqual(await paths(), before);
    const message = await page.locator("#errors .reading").first().innerText();
    assert.doesNotMatch(message, /[\u4e00-\u9fff]/);
    await page.click("#locale-zh-CN");
    assert.match(await text("#errors h2"), /必须整改/);
  });

  test("works by keyboard alone", async () => {
    await page.focus("#sample-community-faulty");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".summary");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "sample-community-faulty");
    await page.focus("#met summary");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#met .topic");
  });

  for (const [width, height] of [[390, 844], [1366, 768]]) {
    test(`fits ${width} × ${height}`, async () => {
      await page.setViewportSize({ width, height });
      await openSample("subdistrict-faulty");
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    });
  }

  test("asks nobody for anything", async () => {
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await openSample("subdistrict-faulty");
    assert.deepEqual(asked, []);
    const blocked = await page.evaluate(() => fetch("/").then(() => false, () => true));
    assert.equal(blocked, true);
    problems = problems.filter((problem) => !problem.includes("Content Security Policy") && !problem.includes("Content-Security-Policy") && !/Fetch API cannot load/.test(problem));
  });
});
