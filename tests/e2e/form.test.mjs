// The form: what is typed, what is said of it and where, and what can be taken back.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { control, eachOnItsPage, field, go, here, openFile, openSample, record, sample, text } from "./page.mjs";

eachOnItsPage();

const save = async () => {
  const [download] = await Promise.all([here.page.waitForEvent("download"), here.page.click(".save")]);
  return JSON.parse(readFileSync(await download.path(), "utf8"));
};
const pick = async (pointer, name) => {
  await field(pointer).locator(".el-select__wrapper").click();
  await here.page.locator(".el-select-dropdown__item:visible", { hasText: name }).first().click();
};
const tick = (pointer, name) => field(pointer).locator("label", { hasText: new RegExp(`^\\s*${name}\\s*$`) }).click();
const isFocused = (pointer) => here.page.waitForFunction((id) => document.activeElement?.id === id, pointer);

describe("a field", () => {
  test("keeps what was typed as it was typed, and says what is wrong beside it", async () => {
    await openSample("subdistrict-clean");
    await go("/meetings/5");
    await control("/meetings/5/on").fill("2026-0");
    const errors = field("/meetings/5/on").locator(".messages.errors");
    await errors.waitFor();
    assert.equal(await control("/meetings/5/on").inputValue(), "2026-0");
    assert.equal(await control("/meetings/5/on").getAttribute("aria-invalid"), "true");
    const told = await control("/meetings/5/on").getAttribute("aria-describedby");
    assert.equal(told, "/meetings/5/on-errors");
    assert.equal(await errors.getAttribute("id"), told);
    assert.equal((await save()).meetings[5].on, "2026-0");
    await control("/meetings/5/on").fill("2026.6.11");
    await control("/meetings/5/on").press("Tab");
    assert.equal(await control("/meetings/5/on").inputValue(), "2026-06-11");
    assert.equal(await errors.count(), 0);
    assert.match(await text("#findings"), /待办/);
  });

  test("what is pasted loses what nobody sees, and what is typed wide is as good as narrow", async () => {
    const { page } = here;
    await openFile(record({ trainingClasses: [{ id: "k1" }] }));
    await page.waitForSelector(".overview");
    await go("/committee");
    await control("/committee/name").fill("  岫云街道大工委\u3000");
    await control("/committee/established").fill("２０２６．１．５");
    await page.keyboard.press("Tab");
    assert.equal(await control("/committee/name").inputValue(), "岫云街道大工委");
    assert.equal(await control("/committee/established").inputValue(), "2026-01-05");
    await control("/committee/established").fill("2026/1/5 0:00:00");
    await page.keyboard.press("Tab");
    assert.equal(await control("/committee/established").inputValue(), "2026-01-05", "as a table of Excel's writes it");
    await go("/trainingClasses/0");
    await control("/trainingClasses/0/hours").fill("２４");
    await page.keyboard.press("Tab");
    const saved = await save();
    assert.deepEqual([saved.committee.name, saved.committee.established, saved.trainingClasses[0].hours], ["岫云街道大工委", "2026-01-05", 24]);
  });

  test("a contradiction stands at both of its fields, and leaves both", async () => {
    await openSample("subdistrict-clean");
    await go("/meetings/5");
    await control("/meetings/5/minutes/on").fill("2026-06-01");
    await field("/meetings/5/minutes/on").locator(".errors").first().waitFor();
    assert.ok((await field("/meetings/5/on").locator(".messages.errors").count()) > 0);
    await control("/meetings/5/minutes/on").fill("2026-06-15");
    await field("/meetings/5/on").locator(".messages.errors").waitFor({ state: "detached" });
    assert.equal(await field("/meetings/5/minutes/on").locator(".messages.errors").count(), 0);
  });

  test("whoever is removed is still named where they were referred to", async () => {
    const { page } = here;
    await openSample("subdistrict-clean");
    await go("/people/8");
    await page.click(".entry .danger");
    await go("/appointments/8");
    const errors = field("/appointments/8/person").locator(".messages.errors");
    await errors.waitFor();
    assert.match(await field("/appointments/8/person").innerText(), /已不存在（p9）/);
    await page.keyboard.press("Control+z");
    await errors.waitFor({ state: "detached" });
    assert.match(await field("/appointments/8/person").innerText(), /沈若兰/);
  });

  test("what is removed can be taken back where it was, and nothing else is removed by the same key", async () => {
    const { page } = here;
    await openSample("subdistrict-clean");
    await go("/organizations/3");
    await page.locator(".entry .danger").focus();
    await page.keyboard.press("Enter");
    await page.locator(".removed", { hasText: "已删除单位“青槐社区居委会”" }).waitFor();
    assert.equal(await page.locator(".entry h1").count(), 0, "no other entry stands in its place");
    await page.waitForFunction(() => document.activeElement?.textContent.trim() === "撤销");
    await page.keyboard.press("Enter");
    await isFocused("/organizations/3/name");
    assert.equal(await control("/organizations/3/name").inputValue(), "青槐社区居委会");
    assert.equal(await page.locator(".removed").count(), 0);
  });

  test("on a phone a list comes before its entries, and is gone back to", async () => {
    const { page } = here;
    await page.setViewportSize({ width: 390, height: 844 });
    await openSample("subdistrict-clean");
    await page.click('.side a[href="#/organizations"]');
    await page.locator(".row").nth(2).click();
    await page.waitForSelector('.entry[data-pointer="/organizations/2"]');
    assert.equal(await page.locator(".row:visible").count(), 0);
    await page.click(".back a");
    await page.locator(".row").nth(2).waitFor();
    assert.equal(await page.locator(".entry:visible").count(), 0);
    await page.locator(".row").nth(1).click();
    await page.locator(".entry .back button").click();
    await isFocused("/organizations/12/name");
  });

  test("ending a seat asks for the cause and the last day together", async () => {
    const { page } = here;
    await openSample("subdistrict-clean");
    await go("/appointments/8");
    await page.click(".exit button");
    await isFocused("/appointments/8/exit/cause");
    assert.equal(await control("/appointments/8/to").count(), 1);
    assert.equal(await page.locator('.exit [id="/appointments/8/to"]').count(), 1);
    await page.locator(".exit header button").click();
    await page.waitForFunction(() => document.activeElement?.textContent.includes("办理离任"));
    assert.equal(await control("/appointments/8/to").count(), 1);
    assert.equal("exit" in (await save()).appointments[8], false);
  });

  test("warnings stand apart and never block", async () => {
    await openSample("subdistrict-clean");
    await go("/appointments/8");
    await tick("/appointments/8/volunteer", "否");
    await field("/appointments/8/volunteer").locator(".messages.warnings").waitFor();
    assert.equal(await field("/appointments/8/volunteer").locator(".messages.errors").count(), 0);
    assert.equal((await save()).appointments[8].volunteer, false);
  });
});

describe("taking back", () => {
  test("undo and redo reach over a change of day and language", async () => {
    const { page } = here;
    await openSample("subdistrict-clean");
    await go("/committee");
    await control("/committee/name").fill("甲街道");
    await page.click("#locale-en");
    await page.fill("#on", "2026-07-01");
    await page.dispatchEvent("#on", "change");
    await page.click('[aria-label="Undo"]');
    assert.equal(await control("/committee/name").inputValue(), sample("subdistrict-clean").committee.name);
    await page.click('[aria-label="Redo"]');
    assert.equal(await control("/committee/name").inputValue(), "甲街道");
    await page.click("#locale-zh-CN");
    await page.click('[aria-label="撤销"]');
    assert.deepEqual(await save(), sample("subdistrict-clean"));
  });

  test("what was opened and not touched is saved as it was", async () => {
    for (const name of ["community-faulty", "subdistrict-faulty"]) {
      await openFile(JSON.stringify(sample(name)));
      await here.page.waitForSelector(".overview");
      assert.deepEqual(await save(), sample(name));
    }
  });
});

describe("findings", () => {
  test("the summary takes the focus and leads to the field", async () => {
    const { page } = here;
    await openSample("subdistrict-faulty");
    await page.click("#findings");
    await isFocused("error-summary");
    const link = page.locator(".error-summary .errors li a").first();
    const place = decodeURIComponent((await link.getAttribute("href")).slice(1));
    await link.click();
    await page.waitForFunction((at) => document.activeElement?.closest(`[data-pointer="${at}"]`) || document.activeElement?.dataset.pointer === at, place);
    await page.focus("#error-summary");
    await page.keyboard.press("Escape");
    await isFocused("findings");
  });

  test("the clause says what is required, what was seen and how it is read; closing it gives the focus back", async () => {
    const { page } = here;
    await openSample("subdistrict-clean");
    await go("/appointments/8");
    await tick("/appointments/8/employed", "是");
    const why = field("/appointments/8/employed").locator(".why");
    assert.match(await why.innerText(), /第 23 项/);
    await why.click();
    await isFocused("panel-title");
    assert.match(await text(".clause-panel .reading"), /聘用/);
    assert.match(await text(".clause-panel"), /看到/);
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.activeElement?.classList.contains("why"));
  });

  test("a tab's badge counts what is wrong in it", async () => {
    const { page } = here;
    await openSample("subdistrict-clean");
    const badge = page.locator('.side a[href="#/appointments"] .badge');
    assert.equal(await badge.count(), 0);
    await go("/appointments/8");
    await tick("/appointments/8/employed", "是");
    assert.match(await badge.innerText(), /^1/);
    assert.match(await page.locator(".rows .selected .badge.errors").innerText(), /^1/);
  });

  test("drafts do not nag, and saying that a list is complete closes it", async () => {
    const { page } = here;
    const draft = sample("subdistrict-clean");
    delete draft.completeThrough;
    draft.appointments = draft.appointments.slice(0, 8);
    await openFile(JSON.stringify(draft));
    await page.waitForSelector(".overview");
    await page.fill("#on", "2026-06-30");
    await page.dispatchEvent("#on", "change");
    await go("/appointments");
    assert.equal(await field("/appointments").locator(".messages").count(), 0);
    await page.click(".complete .plain");
    await field("/appointments").locator(".messages.warnings").waitFor();
    assert.match(await field("/appointments").innerText(), /至少/);
  });

  test("what many are to do by one day is one duty, and nobody has to scroll past all of it", async () => {
    const { page } = here;
    await openSample("community-faulty");
    await go("/todo");
    const duty = page.locator(".pending li", { hasText: "书面述职报告" });
    assert.equal(await duty.count(), 1);
    assert.equal(await duty.locator("a").count(), 5);
    await duty.getByText("另有 5 处").click();
    assert.equal(await duty.locator("a").count(), 10);
    assert.equal(await page.locator("#todo-pending .badge").innerText(), "34");
  });

  test("what a duty asks for is entered by one press, with the name and the year, and asked for once", async () => {
    const { page } = here;
    await openSample("community-clean");
    // With nothing wrong, what is to be done is what there is to see.
    await page.click("#findings");
    const duty = page.locator(".pending li", { hasText: "书面述职报告" });
    const asked = duty.locator("p", { hasText: "杨春霞" });
    await asked.locator("button").click();
    await isFocused("/dutyReports/11/on");
    assert.equal(await control("/dutyReports/11/year").inputValue(), "2026");
    assert.equal(await page.locator(".entry h1").innerText(), "杨春霞");
    const more = page.locator(".asked li");
    assert.equal(await more.filter({ hasText: "杨春霞" }).count(), 0);
    const before = await more.count();
    await more.filter({ hasText: "郝志刚" }).locator("button").click();
    await isFocused("/dutyReports/12/on");
    assert.equal(await more.count(), before - 1);
    assert.deepEqual((await save()).dutyReports.slice(11).map(({ person, year }) => [person, year]), [["p1", 2026], ["p2", 2026]]);
    await go("/todo");
    await asked.waitFor();
    assert.equal(await asked.locator("button").count(), 0);
  });

  test("a part that is only begun is not ticked off", async () => {
    const { page } = here;
    await openFile(record({ organizations: [{ id: "o1", kind: "working-committee", name: "党工委" }], people: [{ id: "p1", name: "王某" }], appointments: [{ id: "a1", person: "p1", seat: "secretary", from: "2024-01-01" }] }));
    await page.waitForSelector(".parts");
    const part = (name) => page.locator(".parts li", { has: page.locator(`a[href="#/${name}"]`) });
    assert.match(await part("organizations").innerText(), /✓.*已填写/s);
    assert.match(await part("people").innerText(), /还没有填完.*1 条.*项待办/s);
    assert.doesNotMatch(await part("people").innerText(), /✓/);
  });

  test("the notice of a seat shows how far it has run", async () => {
    const { page } = here;
    await openSample("subdistrict-faulty");
    const seats = sample("subdistrict-faulty").appointments;
    const index = seats.findIndex(({ entry, from }) => !from && entry?.some(({ step }) => step === "public-notice"));
    assert.ok(index >= 0);
    await go(`/appointments/${index}`);
    assert.match(await text(".timeline .run.running"), /公示第 \d+ 天，至少 5 天/);
    assert.ok((await page.locator(".timeline li.asked").count()) > 0);
  });
});

describe("from nothing", () => {
  test("a new record is filled in entry by entry", async () => {
    const { page } = here;
    await page.click("#new-subdistrict-joint-committee");
    await control("/committee/name").fill("春风街道大工委");
    await go("/organizations");
    await page.click(".add");
    await isFocused("/organizations/0/name");
    await page.keyboard.type("春风街道党工委");
    await pick("/organizations/0/kind", "街道党工委");
    await go("/people");
    await page.click(".add");
    await isFocused("/people/0/name");
    await page.keyboard.type("王某");
    await tick("/people/0/partyMember", "是");
    await field("/people/0/posts").getByText("添加任职").click();
    await pick("/people/0/posts/0/organization", "春风街道党工委");
    await pick("/people/0/posts/0/post", "书记");
    await control("/people/0/posts/0/from").fill("2023-06-01");
    await go("/appointments");
    await page.click(".add");
    await pick("/appointments/0/person", "王某");
    await tick("/appointments/0/seat", "书记");
    await control("/appointments/0/from").fill("2024-02-01");
    await go("/meetings");
    await page.click(".add");
    await control("/meetings/0/on").fill("2026-03-12");
    await page.getByText("全体到会").click();
    const saved = await save();
    assert.deepEqual(saved, {
      schema: "gongwei/record/1.0",
      rulebook: "gannan-2020",
      committee: { kind: "subdistrict-joint-committee", name: "春风街道大工委" },
      organizations: [{ id: "o1", name: "春风街道党工委", kind: "working-committee" }],
      people: [{ id: "p1", name: "王某", partyMember: true, posts: [{ id: "x1", organization: "o1", post: "secretary", from: "2023-06-01" }] }],
      appointments: [{ id: "a1", person: "p1", seat: "secretary", from: "2024-02-01" }],
      meetings: [{ id: "m1", on: "2026-03-12", present: ["p1"] }],
    });
    await go("/report");
    await page.click(".summary .tile.met");
    await page.waitForSelector('[data-entry="sjc-secretary-post appointment:a1"]');
  });

  test("whoever is not there yet is entered by name where they are needed, and taken back in one", async () => {
    const { page } = here;
    await openFile(record({ people: [{ id: "p1", name: "王某" }] }));
    await page.waitForSelector(".overview");
    await go("/appointments");
    await page.click(".add");
    await isFocused("/appointments/0/person");
    const options = page.locator(".el-select-dropdown__item:visible");
    // As an input method writes it: all at once.
    await page.keyboard.insertText("张三");
    await options.filter({ hasText: "登记人员“张三”" }).waitFor();
    await page.keyboard.press("Enter");
    await isFocused("/appointments/0/person");
    assert.match(await field("/appointments/0/person").locator(".el-select__wrapper").innerText(), /张三/);
    const saved = await save();
    assert.deepEqual([saved.people[1], saved.appointments[0].person], [{ id: "p2", name: "张三" }, "p2"]);
    await field("/appointments/0/person").getByText("打开").click();
    await page.waitForSelector('.entry[data-pointer="/people/1"]');
    await page.click('[aria-label="撤销"]');
    await page.waitForFunction(() => document.querySelectorAll(".index .row").length === 1);
    await go("/appointments/0");
    await field("/appointments/0/person").waitFor();
    assert.deepEqual((await save()).appointments, [{ id: "a1" }]);
    // Who is there is found first.
    await field("/appointments/0/person").locator(".el-select__wrapper").click();
    await page.keyboard.insertText("王");
    await options.filter({ hasText: "登记人员“王”" }).waitFor();
    await page.keyboard.press("Enter");
    assert.equal((await save()).appointments[0].person, "p1");
  });

  test("a meeting is asked for its day first, and says where its members come from", async () => {
    const { page } = here;
    await openFile(record());
    await page.waitForSelector(".overview");
    await go("/meetings");
    await page.click(".add");
    await isFocused("/meetings/0/on");
    const tops = () => Promise.all(["on", "present", "topics", "notice"].map(async (key) => (await field(`/meetings/0/${key}`).boundingBox()).y));
    const before = await tops();
    assert.deepEqual([...before].sort((one, other) => one - other), before);
    await page.keyboard.type("2026-02-28");
    await page.locator(".presence .none-line", { hasText: "2026-02-28 没有在任委员" }).waitFor();
    assert.equal((await tops())[0], before[0], "the field that is typed into does not move");
    await control("/meetings/0/on").fill("2026-02-29");
    await field("/meetings/0/on").locator(".messages.errors").waitFor();
    await go("/overview");
    assert.equal(await page.locator("#overview-year ~ .year .meeting:not(.none)").count(), 0, "no day of any quarter");
    await page.locator(".overview .note.errors", { hasText: "1 处读不懂" }).getByText("查看全部问题").click();
    await page.locator(".faults a", { hasText: "会议 · 2026-02-29 · 会议日期" }).click();
    await isFocused("/meetings/0/on");
  });

  test("steps are recorded along the procedure that the rules ask for", async () => {
    const { page } = here;
    const draft = sample("subdistrict-clean");
    const [seat] = draft.appointments.splice(8, 1);
    draft.appointments.push({ id: "new", person: seat.person, seat: "member" });
    await openFile(JSON.stringify(draft));
    await page.waitForSelector(".overview");
    const at = `/appointments/${draft.appointments.length - 1}`;
    await go(at);
    for (const step of ["推荐", "研究决定", "公示"]) {
      await page.locator(".timeline li.next .plain", { hasText: step }).click();
    }
    await control(`${at}/entry/2/on`).fill("2026-02-26");
    await control(`${at}/entry/2/through`).fill("2026-03-02");
    const { appointments } = await save();
    assert.deepEqual(appointments.at(-1).entry.map(({ step }) => step), ["nomination", "resolution", "public-notice"]);
    assert.equal(await page.locator(".timeline li.asked").count(), 2);
  });

  test("who is none and what is not known are two things", async () => {
    await openFile(record({ people: [{ id: "p1", name: "王某" }] }));
    await here.page.waitForSelector(".overview");
    await go("/people/0");
    await field("/people/0/posts").getByText("写明没有任职").click();
    assert.deepEqual((await save()).people[0].posts, []);
    await field("/people/0/posts").getByText("改为未填").click();
    assert.equal("posts" in (await save()).people[0], false);
  });
});
