// What the rules do not ask for is there, and in nobody's way.
import assert from "node:assert/strict";
import { test } from "node:test";
import { control, eachOnItsPage, field, go, here, openFile, openSample, record, sample } from "./page.mjs";

eachOnItsPage();

const unfold = () => here.page.locator(".entry .unfold").last();

test("a person's form shows what the rules ask for, and the rest when somebody wants it", async () => {
  const { page } = here;
  await openSample("subdistrict-clean");
  await go("/people/8");
  await field("/people/8/posts").waitFor();
  assert.equal(await control("/people/8/partyMember").count(), 1);
  for (const key of ["born", "education", "kin", "seatsElsewhere"]) {
    assert.equal(await field(`/people/8/${key}`).count(), 0, key);
  }
  assert.match(await unfold().innerText(), /更多项目.*出生时间/s);
  await unfold().focus();
  await page.keyboard.press("Enter");
  assert.equal(await unfold().getAttribute("aria-expanded"), "true");
  await page.keyboard.press("Tab");
  await page.keyboard.type("1999-05");
  assert.equal(await control("/people/8/partySince").inputValue(), "1999-05");
  await control("/people/8/partySince").fill("");
  await control("/people/8/partySince").press("Tab");
  await page.waitForTimeout(300);
  assert.equal(await control("/people/8/partySince").count(), 1, "nothing folds under whoever takes a value away");
});

test("it is open where something is in it, and what leads there opens it again", async () => {
  const { page } = here;
  await openFile(record({ people: [{ id: "p1", name: "王某", born: "去年" }] }));
  await page.waitForSelector(".overview");
  await go("/people/0");
  await field("/people/0/born").locator(".messages.errors").waitFor();
  await unfold().click();
  await field("/people/0/born").waitFor({ state: "detached" });
  await page.click("#findings");
  await page.locator(".error-summary li a").first().click();
  await page.waitForFunction(() => document.activeElement?.id === "/people/0/born");
});

test("lists that the rules do not judge stand below the others, and nothing is said to be missing in them", async () => {
  const { page } = here;
  await openFile(record());
  await page.waitForSelector(".overview");
  const parts = await page.locator(".side ul").evaluateAll((all) => all.map((one) => [...one.querySelectorAll("a")].map((link) => link.getAttribute("href").slice(2))));
  assert.ok(parts[1].includes("problemLists") && parts[2].includes("dutyReports") && !parts[1].includes("dutyReports"));
  await go("/todo");
  await control("/completeThrough/meetings").waitFor();
  assert.equal(await control("/completeThrough/dutyReports").count(), 0);
  await go("/dutyReports");
  await page.click(".add");
  await page.locator('.side ul:nth-of-type(2) a[href="#/dutyReports"]').waitFor();
  await go("/todo");
  await control("/completeThrough/dutyReports").waitFor();
});

test("what takes a choice back stays beside the last word, and nothing moves when one is chosen", async () => {
  const { page } = here;
  await page.setViewportSize({ width: 1366, height: 900 });
  await openFile(record({ assessments: [{ id: "e1", year: 2025 }] }));
  await page.waitForSelector(".overview");
  await go("/assessments/0");
  const pills = field("/assessments/0/grade").locator(".pills");
  await pills.waitFor();
  const places = () => pills.locator("label").evaluateAll((all) => all.map((one) => [one.offsetLeft, one.offsetTop, one.offsetWidth]));
  for (const width of [1366, 1100, 900, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const before = await places();
    assert.equal(before.length, 4);
    assert.equal(await pills.locator(".clear").isVisible(), false);
    await pills.locator("label").nth(1).click();
    await pills.locator(".clear").waitFor();
    assert.deepEqual((await places()).map(([, top]) => top), before.map(([, top]) => top), `at ${width}`);
    const [last, clear] = await Promise.all([pills.locator("label").last().boundingBox(), pills.locator(".clear").boundingBox()]);
    assert.ok(Math.abs(last.y + last.height / 2 - clear.y - clear.height / 2) < 3, `at ${width}`);
    await pills.locator(".clear").click();
  }
});

test("what is below a list that unfolds does not move as it is left, so that no click is lost", async () => {
  const { page } = here;
  await openSample("subdistrict-clean");
  await go("/appointments/10");
  const links = field("/appointments/10/links");
  await links.waitFor();
  const pill = field("/appointments/10/affiliationMoved").locator("label", { hasText: "是" });
  for (const width of [1366, 1240, 1100]) {
    await page.setViewportSize({ width, height: 800 });
    await field("/appointments/10/from").locator("input").focus();
    const before = (await pill.boundingBox()).y;
    await links.locator("input").focus();
    assert.equal((await pill.boundingBox()).y, before, `at ${width}`);
  }
  await page.setViewportSize({ width: 1366, height: 800 });
  await links.locator(".el-select__wrapper").click();
  await page.keyboard.press("Escape");
  await pill.click();
  await field("/appointments/10/affiliationMoved").locator("label.chosen", { hasText: "是" }).waitFor();
});

test("of a thousand members a few are there to be ticked off, all can be found, and half a day changes nothing", async () => {
  const { page } = here;
  const { withMembers } = await import("../bench/members.mjs");
  await openFile(withMembers(JSON.stringify(sample("subdistrict-clean")), 1000));
  await page.waitForSelector(".overview");
  await go("/meetings/4");
  const presence = page.locator(".presence");
  await presence.locator("input[type=checkbox]").first().waitFor();
  const boxes = await presence.locator("input[type=checkbox]").count();
  assert.ok(boxes > 5 && boxes < 60, `${boxes}`);
  const listed = await presence.locator(".everybody ul").evaluate((one) => one.offsetHeight);
  await control("/meetings/4/on").press("End");
  await page.keyboard.press("Backspace");
  assert.equal(await presence.locator(".everybody ul").evaluate((one) => one.offsetHeight), listed);
  await presence.locator(".filter").fill("999");
  const found = presence.locator("label");
  await page.waitForFunction(() => document.querySelectorAll(".presence label").length === 1);
  const before = await presence.locator(".count").innerText();
  await found.click();
  assert.notEqual(await presence.locator(".count").innerText(), before);
  await page.keyboard.press("Control+z");
  assert.equal(await presence.locator(".count").innerText(), before);
});

test("of a thousand links only some are shown at once, and of a thousand seats", async () => {
  const { page } = here;
  const { withMembers } = await import("../bench/members.mjs");
  await openFile(withMembers(JSON.stringify(sample("subdistrict-clean")), 1000));
  await page.waitForSelector(".overview");
  assert.ok((await page.locator('.overview li a[href^="#/appointments/"]').count()) < 100);
  await go("/links");
  await page.waitForSelector(".card li");
  const shown = await page.locator("main li").count();
  assert.ok(shown < 100);
  await page.locator("main > .page > .plain").click();
  assert.ok((await page.locator("main li").count()) > shown);
});
