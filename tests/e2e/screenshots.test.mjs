// Pictures of the main views, to be looked at: at a desk and on a phone, in light and in dark, in both languages. No view is wider than its
// window, however small. The pictures lie in tests/e2e/pictures, which is not kept in the repository.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { eachOnItsPage, go, here, openFile, openSample, sample } from "./page.mjs";

const folder = fileURLToPath(new URL("pictures/", import.meta.url));
const VIEWS = {
  overview: "/overview",
  committee: "/committee",
  organizations: "/organizations/3",
  people: "/people/8",
  terms: "/terms/0",
  seats: "/appointments/15",
  meetings: "/meetings/0",
  links: "/links",
  "problem-lists": "/problemLists/0",
  assessments: "/assessments/0",
  attestations: "/attestations/0",
  "duty-reports": "/dutyReports",
  report: "/report",
  "to-do": "/todo",
  rulebook: "/rulebook",
  import: "/import",
  "print-report": "/print/report",
  "print-roster": "/print/roster",
};

eachOnItsPage();

/** What reaches over the right edge of the window, where nothing that scrolls by itself holds it. */
const over = () =>
  here.page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrolls = (one) => ["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(one).overflowX);
    const held = (one) => {
      for (let parent = one.parentElement; parent && parent.tagName !== "MAIN"; parent = parent.parentElement) {
        if (scrolls(parent)) {
          return true;
        }
      }
      return false;
    };
    const wide = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > width + 1 && !held(one));
    return wide.slice(0, 5).map((one) => `${one.tagName.toLowerCase()}.${one.className} ${Math.round(one.getBoundingClientRect().right)}`);
  });

const LOOKS = [["light", "zh-CN"], ["dark", "zh-CN"], ["light", "en"]];

// The smallest is a desk's page at four times its size, for whoever needs it so large; English takes the most room.
for (const [width, height, looks] of [[1366, 768, LOOKS], [390, 844, LOOKS], [320, 640, LOOKS.slice(2)]]) {
  for (const [colorScheme, locale] of looks) {
    test(`the main views at ${width}×${height}, ${colorScheme}, ${locale}`, async () => {
      const { page } = here;
      mkdirSync(folder, { recursive: true });
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const wide = {};
      const take = async (name) => {
        await page.waitForTimeout(200);
        await page.screenshot({ path: `${folder}${name}-${width}-${colorScheme}-${locale}.png` });
        const found = await over();
        if (found.length > 0) {
          wide[name] = found;
        }
      };
      await page.click(`#locale-${locale}`);
      await take("start");
      await page.click("#new-subdistrict-joint-committee");
      await page.waitForSelector(".card");
      await take("empty-committee");
      await go("/overview");
      await page.waitForSelector(".parts");
      await take("empty-overview");
      await go("/start");
      await openSample("subdistrict-faulty");
      for (const [name, route] of Object.entries(VIEWS)) {
        await go(route);
        await page.waitForSelector("main h1:visible");
        await take(name);
      }
      await go("/appointments/14");
      await page.click("#findings");
      await take("error-summary");
      await page.click(".error-summary .plain");
      await take("clause");
      await page.click(".clause-panel .shut");
      await page.click(".error-summary .shut");
      const community = sample("community-clean");
      community.committee.figures = [{ id: "f1", on: "2026-06-01", residents: 10000, workers: 17 }];
      await openFile(JSON.stringify(community));
      await page.waitForSelector(".overview");
      await go("/rulebook");
      await page.check('.choice input[value="gansu-2023"]');
      await take("layer-choice");
      await page.locator(".layer").scrollIntoViewIfNeeded();
      await take("layer-changes");
      await page.click("#findings");
      await page.click(".error-summary .plain");
      await take("layer-clause");
      assert.deepEqual(wide, {});
    });
  }
}
