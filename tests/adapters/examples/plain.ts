// Plain HTML: a session follows the controls.
import { init, open } from "gongwei";
import { ofSession, showErrors, toPointer } from "gongwei/adapters";
import { options, record } from "./record.js";

void start();

async function start(): Promise<void> {
  await init();
  const form = document.createElement("form");
  form.noValidate = true;
  form.innerHTML = `<div id="summary"></div>
    <label>会议日期 <input name="meetings.0.on" value="${record.meetings[0]?.on}"></label>
    <label>纪要日期 <input name="meetings.0.minutes.on" value="${record.meetings[0]?.minutes.on}"></label>
    <label>完成时限 <input name="problemLists.0.deadline"></label>
    <button>提交</button>`;
  document.body.append(form);
  const summary = form.querySelector<HTMLElement>("#summary");
  const opened = open(record, options);
  if (!summary || !opened.ok) {
    return;
  }
  const { session } = opened;
  const judge = ofSession(session);
  form.addEventListener("input", ({ target }) => {
    const { name, value } = target as HTMLInputElement;
    session.set(toPointer(name), value);
    showErrors(form, summary, judge);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    showErrors(form, summary, judge, true);
  });
}
