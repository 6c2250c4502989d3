// Errors at the controls of a plain form, and in its summary.
import assert from "node:assert/strict";
import { before, beforeEach, test } from "node:test";
import { JSDOM } from "jsdom";
import { adapters, gongwei, options, record } from "./gongwei.mjs";

const clean = () => ({ ...record(), appointments: [record().appointments[0]], meetings: [] });
let form;
let summary;
let session;

before(() => gongwei.init());

beforeEach(() => {
  const { window } = new JSDOM(`<div id="summary"></div><form>
    <input id="from" name="appointments.0.from" aria-describedby="hint"><input id="to" name="appointments.0.to">
    <select name="appointments.0.seat"></select></form>`);
  form = window.document.querySelector("form");
  summary = window.document.querySelector("#summary");
  session = gongwei.open(clean(), options).session;
});

const show = (focus) => adapters.showErrors(form, summary, adapters.ofSession(session), focus);
const at = (id) => form.querySelector(`#${id}`);

test("an error makes its control invalid and says why; mended, the control is as it was", () => {
  show();
  assert.deepEqual([at("from").validationMessage, at("from").getAttribute("aria-invalid")], ["", "false"]);
  session.set("/appointments/0/from", "2026-0");
  assert.equal(show(), false);
  assert.equal(show(), false);
  assert.equal(at("from").getAttribute("aria-invalid"), "true");
  assert.equal(at("from").getAttribute("aria-describedby"), "hint from-error");
  assert.match(at("from").validationMessage, /2026-0/);
  assert.equal(form.querySelectorAll("#from-error").length, 1);
  assert.equal(form.querySelector("#from-error").textContent, at("from").validationMessage);
  assert.ok(!form.checkValidity() && at("to").checkValidity());
  session.undo();
  show();
  assert.deepEqual([at("from").validationMessage, at("from").getAttribute("aria-invalid")], ["", "false"]);
  assert.equal(at("from").getAttribute("aria-describedby"), "hint");
  assert.ok(form.checkValidity() && form.querySelector("#from-error").hidden);
});

test("an error of two sides is at both controls, and goes from both", () => {
  session.set("/appointments/0/to", "2023-12-31");
  show();
  assert.ok(at("from").validationMessage && at("from").validationMessage === at("to").validationMessage);
  session.set("/appointments/0/from", "2023-01-01");
  show();
  assert.equal(at("from").validationMessage + at("to").validationMessage, "");
});

test("the summary takes the focus when asked to, links to controls, and tells what has none", () => {
  session.set("/appointments/0/from", "2026-0");
  session.set("/people", 7);
  show();
  assert.notEqual(form.ownerDocument.activeElement, summary);
  show(true);
  assert.equal(form.ownerDocument.activeElement, summary);
  assert.equal(summary.getAttribute("role"), "alert");
  summary.querySelector("a[href='#from']").click();
  assert.equal(form.ownerDocument.activeElement, at("from"));
  assert.ok([...summary.querySelectorAll("li")].some((line) => !line.querySelector("a")));
  session.dispose();
  show();
  assert.match(summary.textContent, /closed/);
});
