// Days, private numbers and headings, in all the forms that come from sheets.
import assert from "node:assert/strict";
import { test } from "node:test";
import { modules } from "./modules.mjs";
import { plan } from "./planned.mjs";

const { readDay, daySerial, privateContent, privateHeading, isIdentityNumber, findHeadings, readOrdinal, choosePost, fromText, toCsv } = await modules(
  "exchange/days.ts", "exchange/private.ts", "exchange/headings.ts", "exchange/choices.ts", "exchange/csv.ts",
);

const table = (...rows) => ({ name: "", daysFrom: 1900, notes: [], rows: rows.map((cells, index) => ({ line: index + 1, cells })) });

test("days are read in every form in use", () => {
  const forms = ["2026-3-1", "2026/3/1", "2026.3.1", "2026-03-01", "2026年3月1日", "2026 年 3 月 1 日", "２０２６年３月１日", "20260301", "2026-03-01 00:00:00", "2026-03-01T08:30", "二〇二六年三月一日", "46082", 46082, 46082.75, 20260301];
  for (const form of forms) {
    assert.deepEqual(readDay(form, 1900), { is: "day", day: "2026-03-01" }, String(form));
  }
  assert.deepEqual(readDay(44620, 1904), { is: "day", day: "2026-03-01" });
  assert.deepEqual(readDay("二〇二五年十二月三十一日", 1900), { is: "day", day: "2025-12-31" });
});

test("Excel's numbers keep its 29 February 1900", () => {
  assert.equal(daySerial(1, 1900), "1900-01-01");
  assert.equal(daySerial(59, 1900), "1900-02-28");
  assert.equal(daySerial(60, 1900), undefined);
  assert.equal(daySerial(61, 1900), "1900-03-01");
  assert.equal(daySerial(0, 1904), "1904-01-01");
  assert.equal(daySerial(-1, 1900), undefined);
  assert.equal(daySerial(NaN, 1900), undefined);
});

test("what is no single day is told and not guessed", () => {
  const why = (cell) => readDay(cell, 1900).why;
  assert.deepEqual(readDay("2026.03", 1900), { is: "month", year: 2026, month: 3 });
  assert.deepEqual(readDay("2026年3月", 1900), { is: "month", year: 2026, month: 3 });
  assert.deepEqual(readDay(2026.03, 1900), { is: "month", year: 2026, month: 3 });
  assert.deepEqual(readDay(2026.12, 1900), { is: "month", year: 2026, month: 12 });
  // Of the number 2026.1 nobody knows whether 2026.10 was typed.
  assert.equal(why(2026.1), "ambiguous");
  assert.equal(why("2026年"), "no-day");
  assert.equal(why(2026), "no-day");
  assert.equal(why("2026-02-29"), "impossible");
  assert.equal(why("2026-13-01"), "impossible");
  assert.equal(why("3/1/2026"), "form");
  assert.equal(why("明天"), "form");
  assert.equal(why("26-3-1"), "form");
  assert.equal(why(7), "form");
});

test("identity-card and telephone numbers are known by what they are", () => {
  assert.ok(isIdentityNumber("11010519491231002X"));
  assert.ok(isIdentityNumber("11010519491231002x"));
  assert.ok(!isIdentityNumber("110105194912310021"));
  for (const text of ["11010519491231002X", "身份证：11010519491231002x", "110105 19491231 002X", "１１０１０５１９４９１２３１００２Ｘ", 110105194912310020, "1.10105E+17", "110105194912310021"]) {
    assert.equal(privateContent(text), "identity-number", String(text));
  }
  for (const text of ["13800138000", 13800138000, "138 0013 8000", "+86 138-0013-8000", "张三（13800138000）", "0941-7123456", "(010) 62345678", "09417123456", "400-123-4567", "13800138000 2026-3-1"]) {
    assert.equal(privateContent(text), "telephone", String(text));
  }
  for (const text of ["2026-03-01", "20260301", 20260301, 46082, "2024-02-01 2026-03-01", "990101001000", "岫云街道", "2026-03-01 00:00:00", "第一届", "123456789012345678", "", null, true, "2026-03-01 至 2026-03-07"]) {
    assert.equal(privateContent(text), undefined, String(text));
  }
  for (const heading of ["身份证号", "身份证号码", "公民身份号码", "证 件 号", "ID card", "联系电话", "手机号码", "联系方式", "Tel", "Mobile phone"]) {
    assert.ok(privateHeading(heading), heading);
  }
  for (const heading of ["姓名", "席位", "推荐单位", "Title", "Hotel", "分片联系", "联系社区"]) {
    assert.equal(privateHeading(heading), undefined, heading);
  }
});

test("headings are found below titles, by synonyms, spaces and full-width signs", () => {
  const found = findHeadings(table(["岫云街道“大工委”成员名册", "岫云街道“大工委”成员名册"], [null, null], ["序号", "姓　名＊", " 大工委职务 ", "工作单位", "是否党员（必填）", "备注"], [1, "张三", "委员", "某单位", "是", ""]));
  assert.ok(found.ok);
  assert.deepEqual(found.headings.map(({ use }) => use.key ?? use.is), ["beside", "name", "seat", "unit", "partyMember", "unknown"]);
  assert.deepEqual(found.rows.map(({ line }) => line), [4]);
});

test("headings in two rows are read together", () => {
  const found = findHeadings(table(["姓名", "席位", "聘期", "聘期", "公示", "公示"], ["姓名", "席位", "起", "止", "起始日期", "截止日期"], ["张三", "委员", "2026-3-1", "", "", ""]));
  assert.ok(found.ok);
  assert.deepEqual(found.headings.map(({ use }) => use.key), ["name", "seat", "from", "to", "noticeOn", "noticeThrough"]);
});

test("tables without the headings are refused with what was seen", () => {
  assert.deepEqual(findHeadings(table()), { ok: false, why: { code: "no-rows" } });
  assert.deepEqual(findHeadings(table(["货号", "数量"], ["a", 1])), { ok: false, why: { code: "no-headings", found: ["货号", "数量"] } });
  assert.deepEqual(findHeadings(table(["席位", "单位名称"], ["委员", "某单位"])).why.code, "no-name-column");
  assert.deepEqual(findHeadings(table(["姓名", "席位"])).why.code, "nothing-below");
  const twice = findHeadings(table(["姓名", "席位", "大工委职务"], ["张三", "委员", "委员"]));
  assert.deepEqual(twice.why, { code: "twice", column: "seat", headings: ["席位", "大工委职务"] });
  // What may be a number of somebody's is not repeated.
  assert.ok(!JSON.stringify(findHeadings(table(["x", "13800138000", "11010519491231002X"], ["y"]))).includes("1380"));
});

test("a column is left out by its heading or by what it holds", () => {
  const found = findHeadings(table(["姓名", "席位", "联系电话", "备注", "编号"], ["张三", "委员", "", "", 1], ["李四", "委员", "", "手机 13800138000", 2]));
  assert.deepEqual(found.headings.map(({ use }) => use), [
    { is: "read", key: "name" }, { is: "read", key: "seat" }, { is: "private", kind: "telephone", by: "heading" }, { is: "private", kind: "telephone", by: "content" }, { is: "beside" },
  ]);
});

test("titles are posts, as the organization's kind has them", () => {
  assert.equal(choosePost("党支部书记", "unit"), "party-head");
  assert.equal(choosePost("书记", "unit"), "party-head");
  assert.equal(choosePost("书记", "working-committee"), "secretary");
  assert.equal(choosePost("党委书记", "community-party-organization"), "secretary");
  assert.equal(choosePost("院长", "unit"), "head");
  assert.equal(choosePost("副院长", "unit"), undefined);
  assert.equal(readOrdinal("第二十一届"), 21);
  assert.equal(readOrdinal("1"), 1);
  assert.equal(readOrdinal("现任"), undefined);
});

test("CSV keeps what it is given, and formulas are texts", () => {
  const rows = [["姓名", "备注"], ["张三", "=1+1"], ["李四", "他说“好”, \"行\"\n第二行"], ["王五", "-5"], ["赵六", "@sum"], ["+8", "'引号"]];
  const text = toCsv(rows);
  for (const line of text.slice(1).split("\r\n")) {
    assert.ok(!/(^|,)"?[=+\-@]/.test(line), line);
  }
  assert.deepEqual(fromText(text).rows.map(({ cells }) => cells), rows);
});

test("rows that only count or sign are no members", () => {
  const planned = plan({}, table(["序号", "姓名", "席位"], [1, "张三", "委员"], ["合计", null, "1"], ["填表人：李四", "", ""]));
  assert.deepEqual(planned.plan.rows.map(({ name }) => name), ["张三"]);
});
