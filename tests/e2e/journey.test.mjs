// Whole journeys: every finding of a faulty record is put right in the form, and a notice runs over the end of a month.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Entering } from "./entering.mjs";
import { control, eachOnItsPage, field, go, here, openSample, planted, sample } from "./page.mjs";

eachOnItsPage();

const CLEAN = sample("subdistrict-clean");
const name = (id) => [...CLEAN.people, ...CLEAN.organizations].find((one) => one.id === id).name;
const at = async (pointer) => {
  const [, list, index] = pointer.split("/");
  const route = `/${list}/${index}`;
  if (!(await here.page.evaluate((to) => location.hash === `#${to}`, route))) {
    await go(route);
    await here.page.waitForSelector(`.entry[data-pointer="${route}"]`);
  }
};
const write = async (pointer, text) => {
  await at(pointer);
  await control(pointer).fill(text);
};
/** Ticks one of the words that stand side by side. */
const tick = async (pointer, word) => {
  await at(pointer);
  await field(pointer).locator("label", { hasText: new RegExp(`^\\s*${word}\\s*$`) }).click();
};
/** Picks an entry of a list that unfolds. */
const pick = async (pointer, text) => {
  await at(pointer);
  await field(pointer).locator(".el-select__wrapper").click();
  await here.page.keyboard.type(text);
  await here.page.locator(".el-select-dropdown__item:visible", { hasText: text }).first().click();
  await here.page.keyboard.press("Escape");
};
const press = async (pointer, text) => {
  await at(pointer);
  await field(pointer).getByText(text, { exact: false }).first().click();
};

test("every finding of the faulty sample is put right through the form", async () => {
  const { page } = here;
  await openSample("subdistrict-faulty");
  const total = async () => page.evaluate(() => [...document.querySelectorAll("#findings .sign")].map((one) => one.textContent).join(" "));
  assert.match(await total(), /✕ \d+ ! \d+/);

  // The seats and the steps by which they came.
  await tick("/appointments/3/seat", "委员");
  await pick("/appointments/4/links", "青槐社区居委会");
  await tick("/appointments/14/employed", "否");
  await tick("/appointments/13/volunteer", "是");
  await write("/people/9/posts/1/from", "2023-08-25");
  await write("/people/9/posts/0/to", "2023-08-24");
  await press("/appointments/8/entry/0/by", "澄山县第二医院");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Escape");
  await pick("/appointments/8/entry/0/by", "岫云街道党工委");
  await write("/appointments/11/entry/2/through", "2024-12-09");
  await write("/appointments/10/entry/3/on", "2024-12-10");
  await write("/appointments/13/entry/5/on", "2024-12-18");
  await tick("/appointments/12/entry/2/objections/0/outcome", "不成立");
  await write("/appointments/12/entry/2/objections/0/decidedOn", "2024-12-09");
  await write("/appointments/11/exit/steps/0/on", "2026-03-24");
  await write("/appointments/9/entry/1/votes/present", "8");

  // The meetings.
  await pick("/meetings/0/topics/1/proposedBy", name("p12"));
  await pick("/meetings/0/topics/1/proposedBy", name("p13"));
  await tick("/meetings/1/present", name("p1"));
  await pick("/meetings/1/chairedBy", name("p1"));
  await pick("/meetings/1/summedUpBy", name("p1"));
  await tick("/meetings/1/topics/0/consulted", "居民代表");
  await write("/meetings/2/on", "2025-08-28");
  await write("/meetings/2/notice/on", "2025-08-22");
  await write("/meetings/2/minutes/on", "2025-09-01");
  await tick("/meetings/2/topics/0/opinionsSought", "是");
  await at("/meetings/3/present");
  await page.getByText("全体到会").click();
  await press("/meetings/3/topics/0/reports", "添加通报");
  await write("/meetings/3/topics/0/reports/0/on", "2025-12-05");
  await pick("/meetings/4/minutes/sentTo", name("charity"));
  await tick("/meetings/5/present", name("p16"));

  // Lists and assessments.
  await at("/problemLists/0/deadline");
  await field("/problemLists/0/deadline").locator(".none-said button").click();
  await write("/problemLists/0/deadline", "2025-10-31");
  const assessments = sample("subdistrict-faulty").assessments;
  const place = (id) => `/assessments/${assessments.findIndex((one) => one.id === id)}`;
  await tick(`${place("e2")}/feedback/written`, "是");
  const late = assessments.findIndex(({ person, year }) => person === "p14" && year === 2025);
  await write(`/assessments/${late}/on`, "2026-01-15");
  await at(place("e5"));
  await press(`${place("e5")}/authorityFeedback`, "改为未填");
  await pick(`${place("e5")}/authorityFeedback/to`, name("od"));
  await write(`${place("e5")}/authorityFeedback/on`, "2026-01-26");
  await field(`${place("e5")}/accountabilityProposed`).locator(".none-said button").click();
  await write(`${place("e5")}/accountabilityProposed`, "2026-01-26");
  await go("/assessments");
  await page.click(".add");
  const added = `/assessments/${assessments.length}`;
  await write(`${added}/year`, "2025");
  await pick(`${added}/organization`, name("police"));
  await tick(`${added}/grade`, "良好");
  await write(`${added}/on`, "2026-01-16");
  await pick(`${added}/feedback/to`, name("police"));
  await write(`${added}/feedback/on`, "2026-01-22");
  await tick(`${added}/feedback/written`, "是");

  await go("/report");
  await page.waitForSelector(".summary");
  const left = await page.locator("#errors .entry, #warnings .entry, #coherence .entry").evaluateAll((all) => all.map((one) => one.dataset.entry));
  assert.deepEqual(left, []);
  assert.ok(planted("subdistrict-faulty").findings.length > 20);
});

test("every finding of a community's faulty sample is put right through the form", async () => {
  const { page } = here;
  const faulty = sample("community-faulty");
  const named = (id) => [...faulty.people, ...faulty.organizations].find((one) => one.id === id).name;
  const place = (list, id) => `/${list}/${faulty[list].findIndex((one) => one.id === id)}`;
  /** What was said to be none is said anew. */
  const given = async (pointer, to, on) => {
    await press(pointer, "改为未填");
    await pick(`${pointer}/to`, named(to));
    await write(`${pointer}/on`, on);
  };
  const missing = async (seat) => {
    await at(`${seat}/entry`);
    await page.locator(`.timeline[data-pointer="${seat}/entry"] li.asked .plain`).first().click();
  };
  await openSample("community-faulty");

  // The seats and the steps by which they came and went.
  await tick("/appointments/2/seat", "委员");
  await tick("/appointments/4/affiliationMoved", "否");
  await pick("/appointments/4/entry/0/agreedWith", named("school"));
  await tick("/appointments/5/employed", "否");
  await write("/appointments/5/entry/2/through", "2024-09-27");
  await tick("/appointments/7/volunteer", "是");
  await missing("/appointments/7");
  await write("/appointments/7/entry/2/on", "2024-09-23");
  await write("/appointments/7/entry/2/through", "2024-09-27");
  await page.locator('[data-pointer="/appointments/7/entry/2/objections"] > .actions > button').nth(1).click();
  await tick("/people/8/partyMember", "是");
  await tick("/appointments/8/entry/2/objections/0/outcome", "不成立");
  await missing("/appointments/11");
  await write("/appointments/11/entry/1/on", "2026-04-09");
  await pick("/appointments/11/entry/1/by", named("wc"));
  await write("/appointments/6/exit/steps/1/on", "2026-03-04");
  // Nobody is removed before the second resolution.
  await write("/appointments/9/to", "");

  // What is written once a year.
  await write("/dutyReports/5/on", "2025-12-26");
  await tick("/dutyReports/9/written", "是");
  await given("/performanceReports/4/passedOn", "school", "2026-01-16");
  await tick(`${place("assessments", "e3")}/feedback/written`, "是");
  await given(`${place("assessments", "e12")}/feedback`, "market", "2026-01-20");
  await tick(`${place("assessments", "e12")}/feedback/written`, "是");
  await given(`${place("assessments", "e7")}/authorityFeedback`, "od", "2026-01-23");
  await write(`${place("assessments", "e15")}/on`, "2026-01-13");
  await write(`${place("assessments", "e15")}/feedback/on`, "2026-01-20");
  const entering = new Entering(faulty);
  await entering.entry("performanceReports", faulty.performanceReports.length, { person: "p11", year: 2025, on: "2026-01-09", passedOn: null });
  await entering.entry("assessments", faulty.assessments.length, { person: "p11", year: 2025, grade: "good", on: "2026-01-12" });
  await write("/trainingClasses/1/theoryHours", "10");

  // What contradicted itself.
  await write("/trainingClasses/3/hours", "16");
  await write("/trainingClasses/3/theoryHours", "6");
  await write("/meetings/2/minutes/on", "2025-07-11");

  await go("/report");
  await page.waitForSelector(".summary");
  const left = await page.locator("#errors .entry, #warnings .entry, #coherence .entry").evaluateAll((all) => all.map((one) => one.dataset.entry));
  assert.deepEqual(left, []);
  assert.ok(planted("community-faulty").findings.length > 20);
});

test("a notice over the end of a month counts both its ends", async () => {
  const { page } = here;
  await openSample("subdistrict-faulty");
  const notice = "/appointments/15/entry/2";
  await write(`${notice}/on`, "2026-06-29");
  await write(`${notice}/through`, "2026-07-02");
  await field(`${notice}/through`).locator(".messages.errors").waitFor();
  await write(`${notice}/through`, "2026-07-03");
  await field(`${notice}/through`).locator(".messages.errors").waitFor({ state: "detached" });
  assert.match(await page.locator(".run.running").innerText(), /公示第 2 天，至少 5 天，还有 3 天截止/);
});
