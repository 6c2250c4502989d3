// What the page says of a record, and that it asks nobody for anything.
import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { choose, eachOnItsPage, go, here, openFile, openReport, openSample, planted, record, SAMPLES, text } from "./page.mjs";

eachOnItsPage();

const count = async (group) => Number(await here.page.getAttribute(`.summary .tile.${group}`, "data-count"));
/** The entries of some groups, by identity. */
const shown = async (...groups) => {
  for (const group of groups) {
    const more = here.page.locator(`${group} .topic > .plain`);
    while ((await more.count()) > 0) {
      await more.first().click();
    }
  }
  const entries = here.page.locator(groups.map((group) => `${group} .entry`).join(", "));
  return (await entries.evaluateAll((all) => all.map((one) => one.dataset.entry))).sort();
};

const openOwn = async (content) => {
  await openFile(content);
  await here.page.waitForSelector(".overview");
  await openReport();
};

describe("the samples", () => {
  for (const name of SAMPLES) {
    const isClean = name.endsWith("clean");
    test(name, async () => {
      const { page } = here;
      await openSample(name);
      await openReport();
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
    await openReport();
    for (const topic of await here.page.locator("#errors .topic").all()) {
      assert.match(await topic.locator(".clause").innerText(), /^第 \d+/);
      // The reading stands once: above the entries, or in the words of each.
      const readings = await topic.locator(".reading").allInnerTexts();
      for (const entry of await topic.locator(".entry").all()) {
        const message = await entry.locator(".message").textContent();
        assert.notEqual(message.trim(), "");
        assert.equal(readings.length, message.includes("要求：") ? 0 : 1, message);
        assert.match(await entry.locator(".path").first().getAttribute("data-path"), /^\//);
        assert.notEqual((await entry.locator(".path").first().innerText()).trim(), "");
      }
    }
  });

  test("what is met is folded until it is asked for", async () => {
    const { page } = here;
    await openSample("subdistrict-clean");
    await openReport();
    assert.equal(await page.locator("#met .topic").count(), 0);
    await page.click(".summary .tile.met");
    await page.waitForSelector("#met .topic");
    await shown("#met");
    assert.equal(await page.locator("#met .entry").count(), await count("met"));
  });
});

describe("the day", () => {
  test("another day, another result", async () => {
    const { page } = here;
    await openSample("subdistrict-clean");
    await openReport();
    const counts = () => page.locator(".summary .tile strong").allInnerTexts();
    const before = await counts();
    await page.fill("#on", "2031-06-30");
    await page.dispatchEvent("#on", "change");
    assert.match(await text(".checked"), /2031-06-30/);
    assert.notDeepEqual(await counts(), before);
  });

  test("without a day there is no verdict", async () => {
    const { page } = here;
    await openSample("subdistrict-clean");
    await openReport();
    await page.fill("#on", "");
    await page.dispatchEvent("#on", "change");
    assert.match(await text("#no-day"), /评估日期/);
    assert.equal(await page.locator(".summary").isVisible(), false);
    await page.fill("#on", "2026-06-30");
    await page.dispatchEvent("#on", "change");
    assert.equal(await page.locator(".summary").isVisible(), true);
  });
});

describe("one's own file", () => {
  test("is judged as of today", async () => {
    await openOwn(record());
    const now = await here.page.evaluate(() => new Date().toLocaleDateString("sv"));
    assert.equal(await here.page.inputValue("#on"), now);
  });

  test("an empty record is no pass, and says what to do", async () => {
    await openOwn(record());
    assert.equal(await count("met"), 0);
    assert.ok((await count("unknown")) > 0);
    assert.match(await text(".note.unknown"), /还几乎是空的/);
    assert.doesNotMatch(await text("#findings"), /没有发现问题/);
  });

  test("every fault is named with its place, and leads to it", async () => {
    const { page } = here;
    await openOwn(record({ people: [{ id: "p1", nmae: "" }], meetings: [{ id: "m1", on: "2026-02-30" }], appointments: [{ id: "a1", person: "p9" }] }));
    const places = await page.locator(".faults .path").allInnerTexts();
    assert.deepEqual(places.sort(), ["人员 · 未命名人员 · nmae", "会议 · 2026-02-30 · 会议日期", "席位 · 已不存在（p9） · 人员"]);
    for (const message of await page.locator(".faults .message").allInnerTexts()) {
      assert.notEqual(message, "");
    }
    await page.locator(".faults .path", { hasText: "会议日期" }).click();
    await page.waitForFunction(() => document.activeElement?.id === "/meetings/0/on");
    assert.equal(await page.inputValue('[id="/meetings/0/on"]'), "2026-02-30");
    assert.equal(await page.getAttribute('[id="/meetings/0/on"]', "aria-invalid"), "true");
    await go("/people/0");
    await page.click(".unknown-fields button");
    await openReport();
    assert.equal(await page.locator(".faults .path").count(), 2);
  });

  const hopeless = [
    ["broken JSON", '{"schema": ', /1 处错误/],
    ["something else", "\u0000\u0001", /不是文本/],
    ["an empty file", " \n", /文件是空的/],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x80]), /不是文本/],
    ["a sheet of Excel", Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]), /Excel/],
    ["a list", "[1, 2]", /不是委员会记录/],
    ["a rulebook", '{"schema": "gongwei/rulebook/1.0"}', /规则集/],
  ];
  for (const [name, content, message] of hopeless) {
    test(name, async () => {
      await openFile(content);
      await here.page.waitForSelector(".refused");
      assert.match(await text(".refused"), message);
      assert.equal(await here.page.locator(".side").count(), 0);
    });
  }

  test("50 MB", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "gongwei-")), "大.json");
    writeFileSync(file, Buffer.alloc(50_000_000, "9"));
    await choose(file);
    await here.page.waitForSelector(".refused");
    assert.match(await text(".refused"), /48 MB，超过 16 MB/);
  });

  test("other encodings are read, and said to be", async () => {
    const content = record({ committee: { kind: "subdistrict-joint-committee", name: "甲街道" } });
    await openFile(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(content, "utf16le")]));
    await here.page.waitForSelector(".overview");
    assert.equal(await text(".overview .title"), "甲街道");
    assert.match(await text(".notice"), /UTF-16/);
  });

  test("what was open stays open when a broken file comes", async () => {
    const { page } = here;
    await openFile(record({ committee: { kind: "subdistrict-joint-committee", name: "甲街道" } }));
    await page.waitForSelector(".overview");
    await openFile("{");
    await page.waitForSelector(".refused");
    await page.click(".tabs .name");
    assert.equal(await text(".overview .title"), "甲街道");
  });

  test("text from the record is shown as text", async () => {
    const name = "<img src=x onerror=document.title='no'>";
    await openOwn(record({ committee: { kind: "subdistrict-joint-committee", name } }));
    assert.equal(await text(".checked strong"), name);
  });
});

describe("the page", () => {
  test("speaks both languages, about the same findings", async () => {
    const { page } = here;
    await openSample("subdistrict-faulty");
    await openReport();
    const paths = () => page.locator(".path").evaluateAll((all) => all.map((one) => one.dataset.path));
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
    const { page } = here;
    await page.focus("#sample-community-faulty");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".overview");
    await page.focus('.side a[href="#/report"]');
    await page.keyboard.press("Enter");
    await page.waitForSelector(".summary");
    await page.focus("#met summary");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#met .topic");
  });

  for (const [width, height] of [[390, 844], [1366, 768]]) {
    test(`fits ${width} × ${height}`, async () => {
      const { page } = here;
      await page.setViewportSize({ width, height });
      await openSample("subdistrict-faulty");
      for (const route of ["/overview", "/committee", "/organizations", "/people/0", "/appointments/8", "/meetings/0", "/assessments/0", "/links", "/todo", "/report", "/rulebook", "/start"]) {
        await go(route);
        await page.waitForTimeout(150);
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, route);
        assert.ok((await page.evaluate(() => { const main = document.querySelector("main"); return main.scrollWidth - main.clientWidth; })) <= 0, `${route} main`);
      }
    });
  }

  test("asks nobody for anything", async () => {
    const { page } = here;
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await openSample("subdistrict-faulty");
    for (const route of ["/people/0", "/appointments/8", "/meetings/0", "/report", "/rulebook", "/todo"]) {
      await go(route);
      await page.waitForTimeout(100);
    }
    assert.deepEqual(asked, []);
    const blocked = await page.evaluate(() => fetch("/").then(() => false, () => true));
    assert.equal(blocked, true);
    here.problems = here.problems.filter((problem) => !problem.includes("Content Security Policy") && !problem.includes("Content-Security-Policy") && !/Fetch API cannot load/.test(problem));
  });
});

test("each page begins at its top, and is found as it was by who goes back", async () => {
  const { page } = here;
  const down = () => page.evaluate(() => document.getElementById("main").scrollTop);
  await page.setViewportSize({ width: 390, height: 700 });
  await page.locator("#sample-subdistrict-faulty").scrollIntoViewIfNeeded();
  await page.evaluate(() => document.getElementById("main").scrollTo(0, 200));
  await openSample("subdistrict-faulty");
  assert.equal(await down(), 0);
  await openReport();
  const link = page.locator("#errors .entry a.path").nth(5);
  await link.scrollIntoViewIfNeeded();
  const before = await down();
  assert.ok(before > 300, `${before}`);
  await link.click();
  await page.waitForSelector("main .list-section, main .card");
  await page.goBack();
  await page.waitForSelector(".summary");
  await page.waitForFunction((before) => document.getElementById("main").scrollTop === before, before);
  await page.click('.side a[href="#/overview"]');
  await page.waitForSelector(".overview");
  assert.equal(await down(), 0);
});
