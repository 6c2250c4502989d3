// Members from sheets, pastes and texts: what enters the record, what comes back, and why.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { modules } from "./modules.mjs";
import { plan } from "./planned.mjs";

const { ANOTHER, receipt, leftOut, sayReason, sayRefusal, sayNote, fromText, readFile, writeWorkbook, template, memberRows, TEMPLATE_COLUMNS } = await modules(
  "exchange/plan.ts", "exchange/receipt.ts", "exchange/words.ts", "exchange/csv.ts", "exchange/files.ts", "exchange/workbook.ts", "exchange/template.ts", "exchange/members.ts", "exchange/columns.ts",
);

const sample = (name) => JSON.parse(readFileSync(new URL(`../samples/${name}.json`, import.meta.url), "utf8"));
const SAMPLES = ["subdistrict-clean", "subdistrict-faulty", "community-clean", "community-faulty"];
const table = (...rows) => ({ name: "", daysFrom: 1900, notes: [], rows: rows.map((cells, index) => ({ line: index + 1, cells })) });
const blob = (content) => new Blob([content]);

/** What applying a plan makes of a record. */
function applied(document, { lists }) {
  return { ...document, ...Object.fromEntries(lists.map(({ pointer, value }) => [pointer.slice(1), value])) };
}

function planned(document, given, answers) {
  const result = plan(document, given, answers);
  assert.ok(result.ok, JSON.stringify(result));
  return result.plan;
}

/** The members of a record, as far as the template has columns for them, without ids, which an import gives anew: by what they name. */
function byName(document) {
  const unit = new Map(document.organizations.map(({ id, name }) => [id, name]));
  const term = new Map((document.terms ?? []).map(({ id, ordinal }) => [id, ordinal]));
  const names = (ids) => ids?.map((id) => unit.get(id) ?? id);
  const person = new Map(document.people.map((one) => [one.id, {
    name: one.name, partyMember: one.partyMember, posts: one.posts?.map(({ organization, post, from, to }) => ({ organization: unit.get(organization), post, from, to })),
  }]));
  return document.appointments.map(({ id, exit, person: who, term: which, links, entry, ...rest }) => ({
    ...rest, person: person.get(who), term: term.get(which), links: names(links),
    entry: entry?.map(({ id: _, by, agreedWith, with: filed, to, objections, ...step }) => ({ ...step, objections: objections?.length === 0 ? [] : undefined, by: names(by), agreedWith: names(agreedWith), with: unit.get(filed), to: unit.get(to) })),
  }));
}

const plain = (value) => JSON.parse(JSON.stringify(value));

for (const name of SAMPLES) {
  test(`the template filled with the members of ${name} comes back without a loss`, async () => {
    const document = sample(name);
    const [members, notes] = template("zh-CN", memberRows(document));
    assert.equal(notes.name, "填写说明");
    const read = await readFile(await writeWorkbook([members, notes], "成员"));
    assert.ok(read.ok, JSON.stringify(read));
    assert.equal(read.tables[0].name, "成员");
    const empty = { schema: document.schema, committee: document.committee, terms: document.terms };
    // Who sat twice is asked for: it is the same person.
    let answers = new Map();
    let result = planned(empty, read.tables[0]);
    while (result.rows.some(({ outcome }) => outcome.is === "asked")) {
      answers = new Map([...answers, ...result.rows.flatMap(({ row, outcome }) => (outcome.is === "asked" ? [[row.line, outcome.suggested]] : []))]);
      result = planned(empty, read.tables[0], answers);
    }
    assert.deepEqual(result.rows.flatMap(({ row, outcome }) => (outcome.is === "taken" ? [] : [[row.line, outcome]])), []);
    assert.deepEqual(plain(byName(applied(empty, result))), plain(byName(document)));
    const unit = (one) => ({ name: one.name, kind: one.kind, sector: one.sector, inArea: one.inArea });
    const held = new Set(document.people.flatMap(({ posts }) => posts.slice(0, 1).map(({ organization }) => organization)));
    const now = new Map(applied(empty, result).organizations.map((one) => [one.name, one]));
    for (const one of document.organizations.filter(({ id }) => held.has(id))) {
      assert.deepEqual(plain(unit(now.get(one.name))), plain(unit(one)));
    }
  });
}

test("the template has drop-downs, and asks for text so that days stay as typed", async () => {
  const bytes = new Uint8Array(await (await writeWorkbook(template("zh-CN"), "成员")).arrayBuffer());
  const { readXlsx } = await import("../../www/node_modules/hucre/dist/xlsx.mjs");
  const book = await readXlsx(bytes, { readStyles: true });
  const [members] = book.sheets;
  const seat = TEMPLATE_COLUMNS.findIndex(({ key }) => key === "seat");
  const letter = String.fromCharCode(65 + seat);
  const validation = members.dataValidations.find(({ range }) => range === `${letter}2:${letter}1001`);
  assert.deepEqual(validation.values, ["书记", "副书记", "委员"]);
  assert.ok(members.dataValidations.length >= 10);
  assert.equal(members.rows[0].length, TEMPLATE_COLUMNS.length);
  assert.equal(members.rows.length, 1);
});

const HEADINGS = ["姓名", "席位", "单位名称", "职务", "任现职起", "中共党员", "任期首日", "身份证号", "联系电话", "备注"];

test("good rows enter, bad rows come back with every reason, and private columns nowhere", async () => {
  const document = sample("subdistrict-clean");
  const rows = [
    HEADINGS,
    ["周一鸣", "委员", "澄山县第二医院", "党支部书记", "2024.05", "是", "2026年3月1日", "11010519491231002X", "13800138000", ""],
    ["吴双", "主委", "新单位", "老板", "2026-02-30", "大概", "3/1/2026", "", "", ""],
    ["", "委员", "", "", "", "", "", "", "", "无名"],
    ["郑三 13912345678", "委员", "", "", "", "", "", "", "", ""],
    ["冯四", "副书记", "岫云 小学", "校长", 45292, "否", 46082, "", "", "电话 0941-7123456"],
    ["周一鸣", "委员", "澄山县第二医院", "党支部书记", "2024.05", "是", "2026年3月1日", "", "", ""],
  ];
  const result = planned(document, table(...rows));
  assert.deepEqual(result.rows.map(({ outcome }) => outcome.is), ["taken", "failed", "failed", "failed", "taken", "failed"]);
  const reasons = result.rows.map(({ outcome }) => (outcome.reasons ?? []).map(({ code, column }) => `${code} ${column ?? ""}`.trim()).sort());
  assert.deepEqual(reasons[1], ["day-form from", "day-impossible postFrom", "no-choice post", "no-choice seat", "no-flag partyMember"]);
  assert.deepEqual(reasons[2], ["missing name"]);
  assert.deepEqual(reasons[3], ["private name"]);
  assert.deepEqual(reasons[5], ["same-row"]);
  assert.equal(result.rows[5].outcome.reasons[0].other, "2");
  // A month is taken, and said.
  assert.deepEqual(result.rows[0].notes.map(({ code, other }) => [code, other]), [["month-taken", "2024-05-01"]]);

  const now = applied(document, result);
  const added = now.people.slice(document.people.length);
  assert.deepEqual(plain(added), [
    { id: "p17", name: "周一鸣", partyMember: true, posts: [{ id: "x1", organization: "hospital", post: "party-head", from: "2024-05-01" }] },
    { id: "p18", name: "冯四", partyMember: false, posts: [{ id: "x1", organization: "school", post: "head", from: "2024-01-01" }] },
  ]);
  assert.deepEqual(plain(now.appointments.slice(document.appointments.length)), [
    { id: "a17", person: "p17", seat: "member", from: "2026-03-01" },
    { id: "a18", person: "p18", seat: "deputy", from: "2026-03-01" },
  ]);
  assert.equal(now.organizations, document.organizations);

  for (const locale of ["zh-CN", "en"]) {
    const back = receipt(result, locale, "not-taken");
    assert.equal(back.rows.length, 4);
    assert.ok(!back.headings.some((heading) => /身份证|电话/.test(heading)));
    assert.ok(back.rows.every((row) => row.length === back.headings.length && row[back.headings.length - 2] !== ""));
    const all = JSON.stringify([now, receipt(result, locale, "all"), leftOut(result, locale)]);
    for (const secret of ["11010519491231002X", "13800138000", "13912345678", "7123456"]) {
      assert.ok(!all.includes(secret), secret);
    }
    assert.equal(leftOut(result, locale).length, 3);
    // Put right, the receipt can be imported as it is.
    const fixed = [back.headings, ["吴双", "委员", "新单位", "负责人", "2026-02-28", "是", "2026-03-01", ...back.rows[0].slice(7)]];
    const again = planned(now, table(...fixed));
    assert.deepEqual(again.rows.map(({ outcome }) => outcome.is), ["taken"]);
    assert.deepEqual(again.newUnits, ["新单位"]);
    // And so can the receipt of the receipt, which has no column twice.
    const twice = receipt(planned(now, table(back.headings, ...back.rows)), locale, "not-taken");
    assert.deepEqual(twice.headings, back.headings);
  }
});

test("the receipt as a sheet and as CSV can be put right and imported", async () => {
  const result = planned({}, table(["姓名", "席位", "任期首日"], ["张三", "=cmd", "2026-3-1"], ["李四", "委员", "2026-3-1"]));
  const back = receipt(result, "zh-CN", "not-taken");
  assert.equal(back.rows.length, 1);
  const read = await readFile(await writeWorkbook([{ name: "未导入", columns: back.headings.map((heading) => ({ heading, width: 12 })), rows: back.rows }], "未导入"));
  assert.deepEqual(read.tables[0].rows[1].cells.slice(0, 3), ["张三", "=cmd", "2026-3-1"]);
  assert.deepEqual(read.tables[0].notes, []);
});

test("nobody is taken for somebody else without being asked", () => {
  const document = sample("subdistrict-clean");
  const rows = table(["姓名", "席位", "单位名称", "职务", "任期首日"], ["沈若兰", "委员", "澄山县第二医院", "党支部书记", "2026-05-01"], ["沈若兰", "委员", "新单位", "负责人", "2026-06-01"]);
  const asked = planned(document, rows);
  assert.deepEqual(asked.rows.map(({ outcome }) => outcome.is), ["asked", "asked"]);
  assert.deepEqual(asked.rows[0].outcome.candidates, [{ id: "p9", name: "沈若兰", units: ["澄山县第二医院"], isSameUnit: true }]);
  assert.equal(asked.rows[0].outcome.suggested, "p9");
  assert.equal(asked.rows[1].outcome.suggested, ANOTHER);
  assert.deepEqual(asked.lists, []);
  assert.deepEqual(asked.newUnits, []);

  const answered = planned(document, rows, new Map([[2, "p9"], [3, ANOTHER]]));
  const now = applied(document, answered);
  assert.deepEqual(now.appointments.slice(-2).map(({ person }) => person), ["p9", "p17"]);
  // The post is there already.
  assert.deepEqual(now.people.find(({ id }) => id === "p9"), document.people.find(({ id }) => id === "p9"));
  assert.deepEqual(answered.newUnits, ["新单位"]);
  // The same again is no new member.
  const again = planned(now, rows, new Map([[2, "p9"], [3, "p17"]]));
  assert.deepEqual(again.rows.map(({ outcome }) => outcome.reasons[0].code), ["already-there", "already-there"]);
  assert.deepEqual(again.lists, []);
});

test("what the record says of an organization is kept, what it does not say is added", () => {
  const document = { organizations: [{ id: "o1", name: "甲单位", sector: "agency" }], people: [], appointments: [] };
  const result = planned(document, table(["姓名", "席位", "单位名称", "单位类别", "单位性质"], ["张三", "委员", "甲 单 位", "驻区单位", "事业单位"], ["李四", "委员", "乙单位", "", "国企"], ["王五", "委员", "乙单位", "", "机关"]));
  assert.deepEqual(result.rows.map(({ outcome, notes }) => [outcome.is, notes.map(({ code }) => code)]), [["taken", ["unit-kept"]], ["taken", []], ["failed", []]]);
  assert.equal(result.rows[2].outcome.reasons[0].code, "unit-differs");
  assert.deepEqual(applied(document, result).organizations, [{ id: "o1", name: "甲单位", sector: "agency", kind: "unit" }, { id: "o2", name: "乙单位", kind: "unit", sector: "state-owned-enterprise" }]);
  assert.deepEqual(document.organizations, [{ id: "o1", name: "甲单位", sector: "agency" }]);
});

test("organization and post in one column are told apart by the record and by titles", () => {
  const document = { organizations: [{ id: "o1", name: "青槐社区党委", kind: "community-party-organization" }] };
  const rows = table(["姓名", "席位", "工作单位及职务"], ["张三", "委员", "青槐社区党委书记"], ["李四", "委员", "岫云小学党支部书记、校长"], ["王五", "委员", "自由职业"]);
  const result = planned(document, rows);
  const now = applied(document, result);
  assert.deepEqual(now.people.map(({ posts }) => posts.map(({ organization, post }) => [organization, post])), [[["o1", "secretary"]], [["o2", "party-head"], ["o2", "head"]]]);
  assert.deepEqual(result.newUnits, ["岫云小学"]);
  assert.equal(result.rows[2].outcome.reasons[0].code, "unit-and-post");
});

test("a notice's days may stand in one column", () => {
  const rows = table(["姓名", "席位", "公示时间", "有无异议"], ["张三", "委员", "2026年3月1日至3月7日", "无"], ["李四", "委员", "2026-03-28 ~ 2026-04-03", "有"], ["王五", "委员", "2026.3.1—7日", ""], ["赵六", "委员", "2026-03-07至2026-03-01", ""]);
  const result = planned({}, rows);
  const steps = applied({}, result).appointments.map(({ entry }) => entry);
  assert.deepEqual(steps, [
    [{ id: "s1", step: "public-notice", on: "2026-03-01", through: "2026-03-07", objections: [] }],
    [{ id: "s1", step: "public-notice", on: "2026-03-28", through: "2026-04-03" }],
    [{ id: "s1", step: "public-notice", on: "2026-03-01", through: "2026-03-07" }],
  ]);
  assert.equal(result.rows[3].outcome.reasons[0].code, "order");
  assert.equal(result.rows[1].notes[0].code, "objections-open");
});

test("rows pasted from a sheet are read, with cells of several lines", () => {
  const text = '姓名\t席位\t单位名称\r\n张三\t委员\t"第一行\n第二行"\r\n李四\t副书记\t某单位\r\n';
  const result = planned({}, fromText(text));
  assert.deepEqual(result.rows.map(({ outcome }) => outcome.is), ["taken", "taken"]);
  assert.deepEqual(result.newUnits, ["第一行 第二行", "某单位"]);
});

test("files that are no workbooks, and workbooks that cannot be read, are told apart", async () => {
  const workbook = await writeWorkbook(template("zh-CN"), "成员");
  const code = async (content) => (await readFile(blob(content))).why?.code;
  assert.equal(await code(""), "empty-file");
  assert.equal(await code(new Uint8Array(21 << 20)), "too-big");
  assert.equal(await code(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])), "old-format");
  assert.equal(await code(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 255])), "no-workbook");
  assert.equal(await code(workbook.slice(0, workbook.size >> 1)), "damaged");
  assert.equal(await code(new Uint8Array([0x50, 0x4b, 3, 4, ...new Array(100).fill(7)])), "no-workbook");
  for (const locale of ["zh-CN", "en"]) {
    for (const why of [{ code: "encrypted" }, { code: "damaged" }, { code: "no-headings", found: ["货号"] }, { code: "twice", column: "seat", headings: ["a", "b"] }]) {
      assert.ok(sayRefusal(why, locale).length > 10);
    }
  }
});

test("a workbook with a password is told, in the container that Excel uses", async () => {
  const { writeXlsx } = await import("../../www/node_modules/hucre/dist/xlsx.mjs");
  const bytes = await writeXlsx({ sheets: [{ name: "a", rows: [["姓名"]] }], encryption: { password: "1", spinCount: 1000 } });
  assert.deepEqual(await readFile(blob(bytes)), { ok: false, why: { code: "encrypted" } });
});

test("CSV is read in UTF-8 and in GB 18030", async () => {
  const gb = new Uint8Array([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xcf, 0xaf, 0xce, 0xbb, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0xce, 0xaf, 0xd4, 0xb1]);
  for (const content of [gb, "\ufeff姓名,席位\r\n张三,委员\r\n"]) {
    const read = await readFile(blob(content));
    assert.deepEqual(planned({}, read.tables[0]).rows.map(({ name, outcome }) => [name, outcome.is]), [["张三", "taken"]]);
  }
});

test("merged cells, hidden rows, formulas and other sheets are read as the sheet shows them, and said", async () => {
  const { writeXlsx } = await import("../../www/node_modules/hucre/dist/xlsx.mjs");
  const bytes = await writeXlsx({
    sheets: [
      { name: "封面", rows: [["某街道"]] },
      { name: "隐藏", rows: [["姓名", "席位"], ["秘密", "委员"]], hidden: true },
      {
        name: "名单",
        rows: [["成员名册", null, null, null], ["姓名", "席位", "单位名称", "任期首日"], ["张三", "委员", "甲单位", new Date(Date.UTC(2026, 2, 1))], ["李四", "委员", null, null], ["王五", "委员", "乙单位", null]],
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 3 }, { startRow: 2, startCol: 2, endRow: 3, endCol: 2 }],
        rowDefs: new Map([[4, { hidden: true }]]),
        cells: new Map([["3,3", { type: "formula", formula: "D3+1", formulaResult: 46083 }]]),
      },
    ],
  });
  const read = await readFile(blob(bytes));
  assert.equal(read.tables[0].name, "名单");
  assert.deepEqual(read.tables[0].notes, [{ code: "hidden-rows", lines: [5] }, { code: "merged-cells", count: 2 }, { code: "formulas", count: 1 }]);
  const result = planned({}, read.tables[0]);
  assert.deepEqual(result.rows.map(({ name }) => name), ["张三", "李四"]);
  assert.deepEqual(applied({}, result).appointments.map(({ from }) => from), ["2026-03-01", "2026-03-02"]);
  assert.deepEqual(result.newUnits, ["甲单位"]);
  read.tables[0].notes.forEach((note) => assert.ok(sayNote(note, "zh-CN")));
});

test("ten thousand rows are planned in a moment; more are refused", () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => [`成员${index}`, "委员", `单位${index % 500}`, "负责人", "2024-01-01", "是", "2026-03-01"]);
  const start = process.cpuUsage();
  const result = planned({}, table(HEADINGS.slice(0, 7), ...rows));
  assert.ok(result.rows.every(({ outcome }) => outcome.is === "taken"));
  assert.equal(result.newUnits.length, 500);
  // Of processor time, which other work on the machine does not lengthen.
  const { user, system } = process.cpuUsage(start);
  assert.ok(user + system < 8_000_000, `${(user + system) / 1000} ms`);
  assert.deepEqual(plan({}, table(HEADINGS.slice(0, 7), ...rows, rows[0])), { ok: false, why: { code: "too-many-rows", found: 10_001 } });
});

test("every reason has words in both languages, that name the column", () => {
  const result = planned({}, table(HEADINGS, ["吴双", "主委", "新单位", "老板", "2026-02-30", "大概", "2026.03", "", "", ""]));
  for (const reason of result.rows[0].outcome.reasons) {
    assert.ok(TEMPLATE_COLUMNS.some(({ key, zh, en }) => key === reason.column && sayReason(reason, "zh-CN").includes(zh) && sayReason(reason, "en").includes(en)), sayReason(reason, "zh-CN"));
  }
});

test("a record whose list is none is left alone", () => {
  assert.deepEqual(plan({ people: "?" }, table(["姓名", "席位"], ["张三", "委员"])).why, { code: "list-unreadable", list: "people" });
});
