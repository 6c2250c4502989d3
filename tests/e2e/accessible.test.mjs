// What axe finds of WCAG 2.2 AA on every view, in light and in dark, on a desk and on a phone: nothing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { control, eachOnItsPage, field, go, here, openSample } from "./page.mjs";

const axe = readFileSync(new URL("../browser/node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const VIEWS = ["/overview", "/committee", "/organizations/0", "/people/0", "/terms/0", "/appointments/15", "/meetings/0", "/problemLists/0", "/assessments/0", "/links", "/attestations/0", "/todo", "/report", "/rulebook", "/import", "/print/report", "/print/roster", "/people", "/dutyReports", "/start"];

eachOnItsPage();

/** What axe complains of, in a line each. */
async function complaints() {
  const { page } = here;
  await page.waitForTimeout(250);
  if (!(await page.evaluate(() => "axe" in window))) {
    await page.evaluate(axe);
  }
  const { violations } = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), TAGS);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, any }) => `${id} ${target.join(" ")} ${any[0]?.message ?? ""}`));
}

const LOOKS = [
  ["at a desk", 1366, false, "zh-CN"],
  ["on a phone in the dark", 390, true, "zh-CN"],
  ["at a desk in the dark, in English", 1366, true, "en"],
  ["on a phone, in English", 390, false, "en"],
];

for (const [name, width, isDark, locale] of LOOKS) {
  test(`every view, ${name}`, async () => {
    const { page } = here;
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: isDark ? "dark" : "light" });
    const found = {};
    const look = async (view) => {
      const all = await complaints();
      if (all.length > 0) {
        found[view] = all.slice(0, 5);
      }
    };
    await page.click(`#locale-${locale}`);
    await look("start");
    await page.click("#new-community-joint-committee");
    await page.waitForSelector(".card");
    for (const view of ["/committee", "/overview", "/todo", "/people"]) {
      await go(view);
      await look(`empty ${view}`);
    }
    await go("/start");
    await openSample("subdistrict-faulty");
    for (const view of VIEWS) {
      await go(view);
      await look(view);
    }
    await go("/appointments/14");
    await page.click("#findings");
    await look("error summary");
    await page.click(".error-summary .plain");
    await look("clause");
    await page.keyboard.press("Escape");
    await field("/appointments/14/from").locator(".pick").click();
    await look("calendar");
    await page.keyboard.press("Escape");
    await go("/committee");
    await control("/committee/name").fill("甲");
    await page.waitForSelector(".draft-ask");
    await look("question about drafts");
    await page.click(".tab.current .close");
    await page.waitForSelector(".el-message-box");
    await look("question before closing");
    assert.deepEqual(found, {});
  });
}
