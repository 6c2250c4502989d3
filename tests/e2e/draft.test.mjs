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
  await control("/committee/name").fill("丙街道");
  await page.waitForTimeout(100);
  assert.equal(await control("/committee/name").inputValue(), "甲街道");
  await other.close();
});
