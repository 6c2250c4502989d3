// By which rules a record is checked: those that are built in and their layers, and those of files; what a choice changes, who says so, and that the
// record keeps it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { eachOnItsPage, go, here, openFile, openSample, record, sample, text } from "./page.mjs";

eachOnItsPage();

const GANNAN = "甘南州街道“大工委”、社区“大党委”规则（2020年）";
const file = (name) => new URL(`../${name}`, import.meta.url).pathname;
const province = "rulebooks/a-province-and-its-nation";

/** A community without a fault but for its workers, of whom only the province's layer says how many there are. */
function community() {
  const clean = sample("community-clean");
  clean.committee.figures = [{ id: "f1", on: "2026-06-01", residents: 10000, workers: 17 }];
  return JSON.stringify(clean);
}

async function choose(id) {
  await go("/rulebook");
  await here.page.check(`.choice input[value="${id}"]`);
}

const chosen = () => here.page.locator(".choice input:checked").getAttribute("value");
const onDay = (day) => here.page.fill("#on", day).then(() => here.page.locator("#on").press("Tab"));
const differences = () => here.page.locator(".differences tbody tr").allTextContents();

async function save() {
  const [download] = await Promise.all([here.page.waitForEvent("download"), here.page.click(".save")]);
  return JSON.parse(readFileSync(await download.path(), "utf8"));
}

describe("a layer that is built in", () => {
  test("changes a finding, is named by it, and is kept with the record", async () => {
    const { page } = here;
    await openFile(community());
    await page.waitForSelector(".overview");
    await onDay("2026-06-30");
    assert.doesNotMatch(await text("#findings"), /✕/);

    await choose("gansu-2023");
    assert.deepEqual((await differences()).map((line) => line.includes("社区工作者人数") && line.includes("没有判断") && line.includes("必须整改")), [true]);
    assert.match(await text("#findings"), /✕ 1/);
    assert.match(await text(".layer[data-layer=gansu-2023]"), /新增 1 条\s*社区工作者人数\s*2023-01-01 起/);
    assert.match(await text('.norms [data-norm="community-workers"]'), /《甘肃省社区工作者配备标准》第 1 项/);
    assert.match(await text('.norms [data-norm="cjc-size"]'), /^第 31、?/);
    assert.match(await text('[data-note="verified-until"]'), /2023-01-01|2023年1月1日/);

    await page.click("#findings");
    await page.click(".error-summary .plain");
    assert.equal(await page.getAttribute(".clause-panel .set-by", "data-layer"), "gansu-2023");
    assert.match(await text(".clause-panel .set-by"), /甘肃省社区工作者配备标准（2023年）.*2023-01-01 起/);
    assert.match(await text(".clause-panel .reading"), /每万名居民/);
    assert.equal(await text(".clause-panel .document"), "甘肃省社区工作者配备标准");

    await page.click(".draft-ask .primary");
    await page.waitForFunction(() => document.querySelector(".drafted")?.textContent.includes("草稿已存"));
    await page.reload();
    await page.waitForSelector(".side");
    await page.waitForSelector(".choice");
    assert.equal(await chosen(), "gansu-2023");
    assert.match(await text("#findings"), /✕ 1/);

    const saved = await save();
    assert.equal(saved.rulebook, "gansu-2023");
    await openFile(JSON.stringify(saved), "另一份.json");
    await page.waitForSelector(".overview");
    assert.match(await text(".overview header"), /甘肃省社区工作者配备标准（2023年）/);
    assert.match(await text("#findings"), /✕ 1/);
  });

  test("is undone and redone", async () => {
    const { page } = here;
    await openFile(community());
    await page.waitForSelector(".overview");
    await choose("gansu-2023");
    await page.keyboard.press("Control+z");
    await page.waitForFunction(() => document.querySelector(".choice input:checked")?.value === "gannan-2020");
    assert.doesNotMatch(await text("#findings"), /✕/);
    await page.keyboard.press("Control+y");
    await page.waitForFunction(() => document.querySelector(".choice input:checked")?.value === "gansu-2023");
    assert.match(await text("#findings"), /✕ 1/);
  });

  test("takes over what it leaves to the rules above: titles, clauses, kinds and procedures", async () => {
    const { page } = here;
    await openSample("community-faulty");
    await go("/report");
    await page.waitForSelector(".summary");
    const topics = () => page.evaluate(() => [...document.querySelectorAll(".topic")].map((one) => [one.dataset.topic, one.querySelector("h3").textContent, one.querySelector(".clause")?.textContent].join(" ")));
    const before = await topics();
    assert.ok(before.length > 10);
    await choose("national-terms-2018");
    await go("/report");
    await page.waitForSelector(".summary");
    const after = await topics();
    assert.deepEqual(before.filter((line) => !after.includes(line)), []);
    assert.ok(after.some((line) => line.startsWith("cjc-term-length 每届任期 《关于党的基层组织任期的意见》第 1、2 项")), after.join("\n"));
    await go("/committee");
    assert.equal(await page.locator('[data-pointer="/committee/kind"] input:checked').getAttribute("value"), "community-joint-committee");
    const seat = sample("community-faulty").appointments.findIndex(({ entry }) => entry?.length > 0);
    await go(`/appointments/${seat}`);
    assert.ok((await page.locator(".timeline li").count()) >= 4);
  });

  test("says what is assumed in it, in the language of the page", async () => {
    const { page } = here;
    await go("/rulebook");
    await page.waitForSelector(".choice");
    const about = (id) => text(`#about-${id}`);
    assert.match(await about("gansu-2023"), new RegExp(`叠加在《${GANNAN}》之上.*暂按2023年1月1日计`));
    assert.match(await about("national-terms-2018"), /只作建议/);
    assert.doesNotMatch(await about("gannan-2020"), /叠加/);
    await page.click("#locale-en");
    assert.match(await about("gansu-2023"), /a layer over “Rules of joint committees.*1 January 2023 is assumed/);
    assert.match(await text(".choice .one:nth-of-type(2) strong"), /^Staffing of communities in Gansu/);
  });

  test("is on the printed report, with the rules that it stands upon", async () => {
    const { page } = here;
    await openFile(community());
    await page.waitForSelector(".overview");
    await choose("gansu-2023");
    await go("/print/report");
    const sheet = await text(".sheet");
    assert.match(sheet, /叠加在gannan-2020/);
    assert.match(sheet, /1甘肃省社区工作者配备标准/);
  });

  test("each of two records has its own", async () => {
    const { page } = here;
    await openFile(community());
    await page.waitForSelector(".overview");
    await choose("gansu-2023");
    await go("/start");
    await openSample("subdistrict-clean");
    await go("/rulebook");
    assert.equal(await chosen(), "gannan-2020");
    assert.equal(await page.locator(".side .badge.errors").count(), 0);
    await page.click(".tabs .tab:first-child .name");
    await page.waitForSelector(".overview");
    assert.match(await text("#findings"), /✕ 1/);
    assert.equal(await page.locator(".side .badge.errors").count(), 1, "what stands beside a record is of that record");
    await page.click("#findings");
    assert.match(await text(".error-summary"), /社区工作者人数/);
    await page.click(".error-summary .plain");
    await page.click(".tabs .tab:nth-child(2) .name");
    await page.waitForSelector(".error-summary");
    assert.doesNotMatch(await text(".panel"), /社区工作者人数/);
    await page.click(".tabs .tab:first-child .name");
    await page.waitForSelector(".overview");
    await go("/rulebook");
    assert.equal(await chosen(), "gansu-2023");
  });
});

describe("rulebooks from files", () => {
  const load = (...names) => here.page.setInputFiles("#rulebook-file", names.map((name) => file(`${province}/${name}.json`)));

  test("one upon the other, chosen at once in any order; a finding says which of them set it", async () => {
    const { page } = here;
    await go("/rulebook");
    await load("rulebook", "extends/nation");
    await page.waitForFunction(() => document.querySelector(".choice input:checked")?.value === "province");
    assert.match(await text("#about-province"), /叠加在《示例：上层规则》之上/);
    assert.match(await text(".layer[data-layer=province]"), /新增 1 条.*改动 3 条.*废止 1 条/s);
    assert.match(await text('.norms [data-norm="quorum"]'), /三分之二.*第 5 项/s);
    const council = JSON.parse(readFileSync(file(`${province}/base/council.json`), "utf8"));
    council.meetings[0].present = ["p1"];
    council.meetings[1].present = ["p1", "p2"];
    await openFile(JSON.stringify(council));
    await page.waitForSelector(".overview");
    await onDay("2026-06-30");
    for (const [meeting, layer, reading] of [[0, "nation", /半数|一半|二分之一/], [1, "province", /三分之二/]]) {
      await go(`/meetings/${meeting}`);
      await page.locator(".entry .why", { hasText: layer === "nation" ? /^第 5 项/ : /《示例：本省文件》第 3 项/ }).first().click();
      assert.equal(await page.getAttribute(".clause-panel .set-by", "data-layer"), layer);
      assert.match(await text(".clause-panel .reading"), reading);
    }
  });

  test("once drafts are kept, they are kept beside them, and are there for the next tab and after a reload", async () => {
    const { page, context } = here;
    await openFile(readFileSync(file(`${province}/base/council.json`), "utf8"));
    await page.waitForSelector(".overview");
    await go("/rulebook");
    await load("extends/nation", "rulebook");
    await page.waitForFunction(() => document.querySelector(".choice input:checked")?.value === "province");
    assert.match(await text("#about-province"), /关闭本页前有效/);
    await page.click(".draft-ask .primary");
    await page.waitForFunction(() => document.querySelector("#about-province")?.textContent.includes("存在本机"));
    await page.waitForFunction(() => document.querySelector(".drafted")?.textContent.includes("草稿已存"));
    await page.reload();
    await page.waitForSelector(".choice");
    assert.equal(await chosen(), "province");
    assert.equal(await page.locator("#no-rulebook").count(), 0);

    // Another tab, open before the rules were read, has them when it opens the draft.
    const other = await context.newPage();
    await other.goto(process.env.GONGWEI_PAGE);
    await other.waitForSelector(".drafts .name");
    await page.click(".tabs .close");
    await other.click(".drafts .name");
    await other.waitForSelector(".overview");
    assert.match(await other.textContent(".overview header"), /本省/);
    assert.equal(await other.locator("#no-rulebook").count(), 0);
  });

  test("one that the disk has no room for is used, and the page says that it is not kept", async () => {
    const { page } = here;
    await openSample("community-clean");
    await choose("national-terms-2018");
    await page.click(".draft-ask .primary");
    await page.waitForFunction(() => document.querySelector(".drafted")?.textContent.includes("草稿已存"));
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (value) {
        if (this.name === "rules") {
          throw new DOMException("no room", "QuotaExceededError");
        }
        return put.call(this, value);
      };
    });
    await load("extends/nation");
    await page.waitForSelector("#about-nation");
    await page.waitForSelector(".notice.warnings");
    assert.match(await text(".notice.warnings"), /打开的规则没有存在本机.*空间已满/s);
  });

  test("one that nothing is checked by and nothing stands upon is taken away, also from what is kept", async () => {
    const { page } = here;
    await openSample("community-clean");
    await choose("national-terms-2018");
    await page.click(".draft-ask .primary");
    await page.waitForFunction(() => document.querySelector(".drafted")?.textContent.includes("草稿已存"));
    await page.click(".tabs .close");
    await go("/rulebook");
    await load("extends/nation", "rulebook");
    await page.waitForFunction(() => document.querySelector(".choice input:checked")?.value === "province");
    const removes = () => page.locator(".choice .one button").evaluateAll((all) => all.map((one) => one.closest(".one").querySelector("input").value));
    assert.deepEqual(await removes(), []);
    await page.check('.choice input[value="gannan-2020"]');
    assert.deepEqual(await removes(), ["province"], "province stands upon nation");
    await page.click(".choice .one button");
    assert.deepEqual(await removes(), ["nation"]);
    assert.equal(await page.evaluate(() => document.activeElement.id), "rulebook-file");
    await page.reload();
    await page.waitForSelector(".choice");
    assert.deepEqual(await removes(), ["nation"]);
    assert.equal(await page.locator(".choice .one").count(), 4);
  });

  test("one whose rules above are missing is refused, and says which", async () => {
    const { page } = here;
    await go("/rulebook");
    await load("rulebook");
    await page.waitForSelector(".refused");
    assert.match(await text(".refused"), /rulebook\.json.*nation/s);
    assert.equal(await chosen(), "gannan-2020");
    assert.equal(await page.locator(".choice .one").count(), 3);
  });

  test("the calendar that they count working days by comes from a file too, and what it changes is said", async () => {
    const { page } = here;
    const beijing = (name) => file(`rulebooks/beijing-property-2020/${name}.json`);
    await go("/rulebook");
    assert.equal(await page.locator(".calendar").count(), 0, "the rules that are built in count none");
    await page.setInputFiles("#rulebook-file", beijing("rulebook"));
    await page.waitForFunction(() => document.querySelector(".choice input:checked")?.value === "beijing-property-2020");
    assert.match(await text(".calendar"), /没有节假日日历/);
    await openFile(readFileSync(beijing("base/committee"), "utf8"));
    await page.waitForSelector(".overview");
    await onDay("2026-06-30");
    await go("/todo");
    await page.locator('[data-topic="display"] a', { hasText: "节假日日历" }).click();
    await page.waitForSelector(".choice");
    assert.equal(await page.evaluate(() => document.activeElement.id), "rulebook-file", "what is missing leads to where it is handed in");

    const calendar = JSON.parse(readFileSync(beijing("calendar"), "utf8"));
    const give = (content) => page.setInputFiles("#rulebook-file", { name: "日历.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(content)) });
    await give({ ...calendar, holidays: ["2025-04-01"] });
    await page.waitForSelector(".refused");
    assert.match(await text(".refused"), /日历\.json.*2025-04-01.*\/holidays\/0/s);
    assert.match(await text(".calendar"), /没有节假日日历/);
    await give(calendar);
    await page.waitForSelector(".differences tr");
    assert.deepEqual((await differences()).map((line) => line.includes("待补充") && line.includes("符合")), [true]);
    assert.match(await text(".calendar"), /2025-03-01 至 2025-03-31/);
    await go("/todo");
    await page.waitForSelector("#todo-unknown");
    assert.equal(await page.locator("[data-topic=display] a", { hasText: "节假日日历" }).count(), 0);

    // With two holidays more, the notice was too short.
    await go("/rulebook");
    await give({ ...calendar, holidays: ["2025-03-10", "2025-03-11", "2025-03-12"] });
    await page.waitForSelector(".differences tr");
    assert.deepEqual((await differences()).map((line) => line.includes("符合") && line.includes("必须整改")), [true]);
    await page.click(".draft-ask .primary");
    await page.waitForFunction(() => document.querySelector(".drafted")?.textContent.includes("草稿已存"));
    await page.reload();
    await page.waitForSelector(".choice");
    assert.match(await text(".calendar"), /2025-03-01 至 2025-03-31/);
    assert.match(await text("#findings"), /✕ 1/);
    await page.click(".calendar button");
    await page.waitForFunction(() => document.querySelector(".calendar")?.textContent.includes("没有节假日日历"));
    await page.waitForFunction(() => !document.querySelector("#findings").textContent.includes("✕"));
    await page.reload();
    await page.waitForSelector(".calendar");
    assert.match(await text(".calendar"), /没有节假日日历/);
  });

  test("one that is read anew judges all that stands upon it, and all records", async () => {
    const { page } = here;
    await go("/rulebook");
    await load("extends/nation", "rulebook");
    await page.waitForFunction(() => document.querySelector(".choice input:checked")?.value === "province");
    const council = JSON.parse(readFileSync(file(`${province}/base/council.json`), "utf8"));
    council.meetings[0].present = ["p1"];
    await openFile(JSON.stringify(council), "一.json");
    await page.waitForSelector(".overview");
    await onDay("2026-06-30");
    const before = await text("#findings");
    assert.match(before, /✕/);
    await openFile(JSON.stringify(council), "二.json");
    await page.waitForSelector(".overview");
    await onDay("2026-06-30");
    assert.equal(await text("#findings"), before);
    // The quorum of the nation, by which the first meeting was judged, becomes advice.
    const nation = JSON.parse(readFileSync(file(`${province}/extends/nation.json`), "utf8"));
    nation.norms.find(({ id }) => id === "quorum").modality = "should";
    await go("/rulebook");
    await page.setInputFiles("#rulebook-file", { name: "nation.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(nation)) });
    await page.waitForFunction(() => document.querySelector(".choice input:checked")?.value === "nation");
    await page.click(".tabs .tab:first-child .name");
    await page.waitForSelector(".overview");
    const count = (said) => Number(/✕ (\d+)/.exec(said)?.[1] ?? 0);
    assert.equal(count(await text("#findings")), count(before) - 1);
    await go("/rulebook");
    assert.equal(await chosen(), "province");
  });

  test("a record that names one that the page does not have says by which it is checked", async () => {
    const { page } = here;
    await openFile(record({ rulebook: "heping-2026" }));
    await page.waitForSelector(".overview");
    assert.match(await text("#no-rulebook"), /heping-2026.*甘南州/);
    await choose("national-terms-2018");
    await page.waitForFunction(() => document.querySelector("#no-rulebook") === null);
  });
});
