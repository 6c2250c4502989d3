// Issues at the controls of a plain form, and in a summary.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { JSDOM } from "jsdom";
import { adapters, gongwei, options, twoSeats } from "./judged.mjs";

const { findings, issues, placed, showAt, summarize } = adapters;
let form;
let summary;
let session;

beforeEach(() => {
  const { window } = new JSDOM(`<div id="summary" hidden></div><form>
    <input id="from" name="appointments.0.from" aria-describedby="hint"><input id="to" name="appointments.0.to">
    <select id="seat" name="appointments.0.seat"></select><button>保存</button></form>`);
  form = window.document.querySelector("form");
  summary = window.document.querySelector("#summary");
  session = gongwei.open({ ...twoSeats(), appointments: [twoSeats().appointments[0]] }, options).session;
});

const show = () => showAt(form, placed(issues(findings(session)), { related: true }));
const at = (id) => form.querySelector(`#${id}`);

test("an error makes its control invalid and says why; mended, nothing of it is left", () => {
  const before = form.innerHTML;
  show();
  assert.equal(form.innerHTML, before);
  session.set("/appointments/0/from", "2026-0");
  show();
  show();
  assert.equal(at("from").getAttribute("aria-invalid"), "true");
  assert.equal(at("from").getAttribute("aria-describedby"), "hint from-issue");
  assert.equal(at("from").validationMessage, form.querySelector("#from-issue").textContent);
  assert.equal(form.querySelectorAll(".gongwei-issue").length, 1);
  assert.ok(!form.checkValidity() && at("seat").checkValidity());
  session.undo();
  show();
  assert.equal(form.innerHTML, before);
  assert.ok(form.checkValidity());
});

test("an error of two sides is at both controls, and goes from both", () => {
  session.set("/appointments/0/to", "2025-12-31");
  show();
  assert.ok(at("from").validationMessage && at("from").validationMessage === at("to").validationMessage);
  session.set("/appointments/0/from", "2025-01-01");
  show();
  assert.equal(at("from").validationMessage + at("to").validationMessage, "");
});

test("the summary takes the focus, links to controls, and names what has none", () => {
  session.set("/appointments/0/from", "2026-0");
  session.set("/people", 7);
  const all = issues(findings(session));
  const rest = show();
  assert.ok(rest.length > 0 && rest.length < all.length && rest[0].path === "/people");
  summarize(summary, form, all);
  assert.equal(summary.hidden, false);
  assert.equal(summary.ownerDocument.activeElement, summary);
  assert.equal(summary.querySelectorAll("li").length, all.length);
  const link = summary.querySelector("a[href='#from']");
  link.click();
  assert.equal(summary.ownerDocument.activeElement, at("from"));
  summarize(summary, form, []);
  assert.ok(summary.hidden && summary.textContent === "");
});
