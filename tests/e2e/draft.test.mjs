// Drafts on this computer: kept only once the user has agreed, found again after a reload, and never overwritten by another tab.
import assert from "node:assert/strict";
import { test } from "node:test";
import { control, eachOnItsPage, go, here, openSample, text } from "./page.mjs";

eachOnItsPage();

const edit = async (name) => {
  await go("/committee");
  await control("/committee/name").fill(name);
};
const agree = async () => {
  await here.page.click(".draft-ask .primary");
  await here.page.waitForFunction(() => document.querySelector(".drafted")?.textContent.includes("草稿已存"));
};
const stored = () => here.page.evaluate(async () => [(await indexedDB.databases()).length, localStorage.length, sessionStorage.length]);

test("nothing is kept before the user has agreed, nor when not now", async () => {
  const { page } = here;
  await openSample("subdistrict-clean");
  assert.equal(await page.locator(".draft-ask").count(), 0);
  await edit("甲街道");
  assert.match(await text(".draft-ask"), /这台电脑/);
  await page.click(".draft-ask .button:not(.primary)");
  await edit("乙街道");
  assert.deepEqual(await stored(), [0, 0, 0]);
});

test("a record is there again after a reload, where it was", async () => {
  const { page } = here;
  await openSample("subdistrict-clean");
  await edit("甲街道");
  await agree();
  await edit("乙街道");
  await page.waitForTimeout(100);
  await page.reload();
  await page.waitForSelector(".side");
  assert.equal(await control("/committee/name").inputValue(), "乙街道");
});

test("what is closed can be gone on with, and everything can be cleared", async () => {
  const { page } = here;
  await openSample("subdistrict-clean");
  await edit("甲街道");
  await agree();
  await page.click(".tab .close");
  await page.waitForSelector(".welcome");
  await page.click(".drafts .name");
  await page.waitForSelector(".overview");
  assert.equal(await text(".overview .title"), "甲街道");
  await go("/start");
  await page.click(".drafts .clear");
  await page.click(".el-message-box .el-button--primary");
  await page.waitForFunction(() => document.querySelector(".drafts") === null);
  assert.equal((await stored())[0], 0);
});

test("two tabs do not overwrite each other", async () => {
  const { page } = here;
  await openSample("subdistrict-clean");
  await edit("甲街道");
  await agree();
  const other = await here.context.newPage();
  await other.goto(process.env.GONGWEI_PAGE);
  await other.waitForSelector(".drafts .name");
  await other.click(".drafts .name");
  await other.waitForSelector(".elsewhere");
  await other.getByText("在这里接着改").click();
  await other.waitForSelector(".overview");
  await page.waitForSelector(".draft-lost");
  assert.equal(await control("/committee/name").isDisabled(), true);
  assert.equal(await control("/committee/name").inputValue(), "甲街道");
  await other.close();
});

test("drafts are named and deleted, by keyboard too", async () => {
  const { page } = here;
  await openSample("subdistrict-clean");
  await edit("甲街道");
  await agree();
  await page.click(".tab .close");
  await page.waitForSelector(".drafts .name");
  const rename = page.locator(".drafts .quiet").first();
  await rename.press("Enter");
  await page.keyboard.type("试填");
  await page.keyboard.press("Escape");
  assert.equal(await text(".drafts .name"), "甲街道");
  await page.keyboard.press("Enter");
  await page.keyboard.type("试填");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector(".drafts .name")?.textContent === "试填");
  assert.equal(await rename.evaluate((button) => button === document.activeElement), true);
  await page.click(".drafts .quiet >> nth=1");
  await page.click(".el-message-box .el-button--primary");
  await page.waitForFunction(() => document.querySelector(".drafts .name") === null);
});

test("a draft that is open here is looked at, not opened twice", async () => {
  const { page } = here;
  await openSample("subdistrict-clean");
  await edit("甲街道");
  await agree();
  await go("/start");
  await page.click(".drafts .name");
  await page.waitForSelector(".overview");
  assert.equal(await page.locator(".tab").count(), 1);
});

test("a copied tab looks at what the first one writes, and can take it over and give it back", async () => {
  const { page } = here;
  await openSample("subdistrict-clean");
  await edit("甲街道");
  await agree();
  await edit("乙街道");
  // A tab that this one opens begins with what this one remembers, as one that is duplicated does.
  const [other] = await Promise.all([page.waitForEvent("popup"), page.evaluate(() => void window.open(location.href.split("#")[0]))]);
  other.setDefaultTimeout(10_000);
  await other.waitForSelector(".draft-lost");
  const name = (tab) => tab.locator('[id="/committee/name"]');
  await other.evaluate(() => (location.hash = "/committee"));
  assert.equal(await name(other).inputValue(), "乙街道");
  assert.equal(await name(other).isDisabled(), true);
  await other.click(".draft-lost .primary");
  await other.waitForSelector(".draft-lost", { state: "detached" });
  await name(other).fill("丁街道");
  await page.waitForSelector(".draft-lost");
  await page.click(".draft-lost .primary");
  await page.waitForSelector(".draft-lost", { state: "detached" });
  assert.equal(await name(page).inputValue(), "丁街道");
  assert.equal(await page.locator(".tab").count(), 1);
  await other.waitForSelector(".draft-lost");
  await other.close();
});

test("where another tab writes, everything can be read and nothing changed", async () => {
  const { page } = here;
  await openSample("subdistrict-faulty");
  await edit("甲街道");
  await agree();
  const [other] = await Promise.all([page.waitForEvent("popup"), page.evaluate(() => void window.open(location.href.split("#")[0]))]);
  other.setDefaultTimeout(10_000);
  await other.waitForSelector(".draft-lost");
  const usable = async (route, shown) => {
    await other.evaluate((to) => (location.hash = to), route);
    await other.waitForSelector(shown);
    // What leads to a clause, narrows a list or shows more of one changes nothing.
    return other
      .locator("main :is(input, textarea, select, button):enabled:not(.notice *, .why, .filter, .unfold)")
      .evaluateAll((all) => all.map((one) => one.outerHTML.slice(0, 120)));
  };
  const views = { "/committee": ".card", "/organizations/0": ".entry", "/people/8": ".entry", "/appointments/14": ".timeline", "/meetings/1": ".presence", "/assessments/0": ".entry", "/links": ".card" };
  for (const [route, shown] of Object.entries(views)) {
    assert.deepEqual(await usable(route, shown), [], route);
    const selects = other.locator(".el-select__wrapper");
    assert.equal(await other.locator(".el-select__wrapper.is-disabled").count(), await selects.count(), route);
  }
  await other.click("#findings");
  await other.click(".error-summary ol a");
  await other.waitForFunction(() => document.activeElement?.closest("main [data-pointer]"));
  await other.click("main .why");
  await other.waitForSelector(".clause-panel");
  // The tab that may write has everything that can be changed.
  await go("/appointments/14");
  assert.ok((await page.locator(".entry :is(input, button):enabled:not(.why, .unfold)").count()) > 20);
  await other.click(".draft-lost .primary");
  await other.waitForSelector(".draft-lost", { state: "detached" });
  assert.ok((await usable("/appointments/14", ".timeline")).length > 20);
  await page.waitForSelector(".draft-lost");
  assert.equal(await page.locator(".entry :is(input, button):enabled:not(.why, .unfold)").count(), 0);
});

test("what was said no to can be agreed to later, and what is cleared is not asked about again", async () => {
  const { page } = here;
  await openSample("subdistrict-clean");
  await edit("甲街道");
  await page.click(".draft-ask .button:not(.primary)");
  await go("/start");
  await page.click(".no-drafts .button");
  await page.waitForSelector(".drafts .name");
  await page.click(".drafts .clear");
  await page.click(".el-message-box .el-button--primary");
  await page.waitForSelector(".no-drafts");
  await edit("乙街道");
  await page.waitForTimeout(100);
  assert.equal(await page.locator(".draft-ask, .draft-lost").count(), 0, "it can still be changed");
  assert.equal(await control("/committee/name").inputValue(), "乙街道");
});

test("a full disk quota is said, and the page is not left unasked", async () => {
  const { page } = here;
  const cdp = await page.context().newCDPSession(page);
  // What the installed page itself takes is no draft.
  await page.evaluate(() => navigator.serviceWorker.ready);
  const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage);
  await cdp.send("Storage.overrideQuotaForOrigin", { origin: new URL(process.env.GONGWEI_PAGE).origin, quotaSize: usage + 500_000 });
  await openSample("subdistrict-clean");
  await edit("甲街道");
  await agree();
  await edit("甲".repeat(400_000));
  await page.waitForSelector(".draft-failed");
  assert.match(await text(".draft-failed"), /空间已满.*保存到文件/s);
  let asked = 0;
  page.once("dialog", (dialog) => (asked++, dialog.accept()));
  await page.reload();
  assert.equal(asked, 1);
  await page.waitForSelector(".side");
  assert.equal(await control("/committee/name").inputValue(), "甲街道", "the draft before is still there");
});
