// By keyboard alone, and without a manual: from an empty record through every part that is asked for, on the way that the
// page itself leads.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { eachOnItsPage, field, go, here, openFile, record } from "./page.mjs";

eachOnItsPage();

const press = (...keys) => keys.reduce((before, key) => before.then(() => here.page.keyboard.press(key)), Promise.resolve());

/** Tabs on until the focus is on what fits; whoever cannot reach it within so many keys is lost. */
async function tabTo(fits, what, most = 90) {
  for (let keys = 0; keys < most; keys++) {
    if (await here.page.evaluate(`(${fits})(document.activeElement)`)) {
      return;
    }
    await press("Tab");
  }
  assert.fail(`no way to ${what}; the focus is on ${await here.page.evaluate(() => document.activeElement.outerHTML.slice(0, 200))}`);
}

const toField = (pointer) => tabTo(`(one) => one.id === ${JSON.stringify(pointer)}`, pointer);
const toText = (text) => tabTo(`(one) => (one.tagName === "BUTTON" || one.tagName === "A") && one.textContent.includes(${JSON.stringify(text)})`, text);
const type = (text) => here.page.keyboard.type(text);

async function write(pointer, text) {
  await toField(pointer);
  await type(text);
}

/** Chooses one of the words that stand side by side. */
async function tick(pointer, value) {
  await tabTo(`(one) => one.name === ${JSON.stringify(pointer)}`, pointer);
  for (let keys = 0; keys < 6 && !(await here.page.evaluate((wanted) => document.activeElement.value === wanted && document.activeElement.checked, value)); keys++) {
    await press((await here.page.evaluate((wanted) => document.activeElement.value === wanted, value)) ? "Space" : "ArrowRight");
  }
  assert.equal(await here.page.evaluate(() => document.activeElement.value), value);
}

/** Chooses from a list that unfolds: so many further down, or by what is typed. */
async function choose(pointer, { down = 0, typed = "" }) {
  await toField(pointer);
  await press("Enter");
  await here.page.locator(".el-select-dropdown__item:visible").first().waitFor();
  await type(typed);
  for (let count = 0; count < down; count++) {
    await press("ArrowDown");
  }
  await here.page.waitForTimeout(100);
  await press("Enter");
}

async function next(text) {
  await toText(text);
  await press("Enter");
  await here.page.waitForFunction((part) => document.querySelector("main h1")?.textContent.includes(part.replace("下一步：", "")), text);
}

for (const [kind, working, deputy] of [["subdistrict-joint-committee", "街道党工委", 1], ["community-joint-committee", "社区党总支", 5]]) {
  test(`a ${kind}`, async () => {
    const { page } = here;
    await tabTo(`(one) => one.id === "new-${kind}"`, "a new record");
    await press("Enter");
    await page.waitForSelector('[id="/committee/name"]');
    await page.waitForFunction(() => document.activeElement.id === "main");
    await write("/committee/name", "春风工委");
    await write("/committee/established", "2024.2.1");
    await next("下一步：单位");

    await toText("添加单位");
    await press("Enter");
    await page.waitForFunction(() => document.activeElement.id === "/organizations/0/name");
    await type(working);
    await choose("/organizations/0/kind", { down: deputy });
    await next("下一步：人员");

    await toText("添加人员");
    await press("Enter");
    await page.waitForFunction(() => document.activeElement.id === "/people/0/name");
    await type("王某");
    await tick("/people/0/partyMember", "true");
    await toText("添加任职");
    await press("Enter");
    await choose("/people/0/posts/0/organization", { typed: working });
    await choose("/people/0/posts/0/post", { down: 1 });
    await write("/people/0/posts/0/from", "20230601");
    await next("下一步：席位");

    await toText("添加席位");
    await press("Enter");
    await choose("/appointments/0/person", { typed: "王某" });
    await tick("/appointments/0/seat", "secretary");
    await write("/appointments/0/from", "2024年2月1日");
    await next("下一步：会议");

    await toText("添加会议");
    await press("Enter");
    await write("/meetings/0/on", "2026-03-12");
    await toText("全体到会").catch(async () => assert.fail("nobody can be ticked off"));
    await press("Enter");

    const [download] = await Promise.all([page.waitForEvent("download"), press("Control+s")]);
    const { committee, organizations, people, appointments, meetings } = JSON.parse(readFileSync(await download.path(), "utf8"));
    assert.deepEqual(committee, { kind, name: "春风工委", established: "2024-02-01" });
    assert.equal(organizations[0].name, working);
    assert.ok(organizations[0].kind);
    assert.deepEqual(people, [{ id: "p1", name: "王某", partyMember: true, posts: [{ id: "x1", organization: "o1", post: "secretary", from: "2023-06-01" }] }]);
    assert.deepEqual(appointments, [{ id: "a1", person: "p1", seat: "secretary", from: "2024-02-01" }]);
    assert.deepEqual(meetings, [{ id: "m1", on: "2026-03-12", present: ["p1"] }]);
  });
}

test("what goes away with what it did leaves the focus at its place", async () => {
  const { page } = here;
  await openFile(record({ organizations: [{ id: "o1", kind: "unit", inArea: true }], meetings: [{ id: "m1", on: "2026-03-12" }] }));
  await page.waitForSelector(".overview");
  const pressIn = async (pointer, selector) => {
    const button = field(pointer).locator(selector);
    await button.focus();
    const pressed = await button.elementHandle();
    await press("Enter");
    await page.waitForFunction(([one, id]) => document.activeElement !== one && document.activeElement?.closest(`[data-pointer="${id}"]`), [pressed, pointer]);
  };
  await go("/meetings/0");
  await field("/meetings/0/convenedBy").waitFor();
  await pressIn("/meetings/0/convenedBy", ".say-none");
  await pressIn("/meetings/0/convenedBy", ".none-said button");
  await pressIn("/meetings/0/topics", ".actions .quiet");
  await pressIn("/meetings/0/topics", ".none-line button");
  await pressIn("/meetings/0/minutes", ":scope > .plain");
  await pressIn("/completeThrough/meetings", "button.plain");
  await go("/organizations/0");
  await field("/organizations/0/inArea").waitFor();
  await pressIn("/organizations/0/inArea", ".clear");
  assert.equal(await page.evaluate(() => document.activeElement.type), "radio");
});
