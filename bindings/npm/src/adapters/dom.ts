import type { Issue, Placed } from "./issue.js";
import { toPointer } from "./pointer.js";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * Shows issues at the controls of a form, each by its name (`appointments.0.from`): as their validity, with `aria-invalid`
 * and a text that `aria-describedby` names. What was shown before and is mended goes. Returns the issues that have no
 * control in the form, those about lists and the whole record first: they belong into the summary.
 */
export function showAt(form: HTMLFormElement, { form: rest, fields }: Placed): Issue[] {
  const left = new Map(fields);
  for (const control of controls(form)) {
    const path = toPointer(control.name);
    const shown = (fields.get(path) || []).map(({ message }) => message).join("\n");
    left.delete(path);
    control.setCustomValidity(shown);
    describe(control, shown);
  }
  return [...new Set([...rest, ...[...left.values()].reduce((all, some) => [...all, ...some], [])])];
}

function controls(form: HTMLFormElement): Control[] {
  const named = Array.from(form.elements) as Control[];
  return named.filter((control) => control.name && "setCustomValidity" in control);
}

function describe(control: Control, text: string): void {
  const id = `${control.id || control.name}-issue`;
  const document = control.ownerDocument;
  const others = (control.getAttribute("aria-describedby") || "").split(/\s+/).filter((other) => other && other !== id);
  let note = document.getElementById(id);
  if (text === "") {
    note?.remove();
    control.removeAttribute("aria-invalid");
    set(control, "aria-describedby", others.join(" "));
    return;
  }
  if (!note) {
    note = document.createElement("span");
    note.id = id;
    note.className = "gongwei-issue";
    control.after(note);
  }
  note.textContent = text;
  control.setAttribute("aria-invalid", "true");
  set(control, "aria-describedby", [...others, id].join(" "));
}

function set(element: Element, name: string, value: string): void {
  if (value) {
    element.setAttribute(name, value);
  } else {
    element.removeAttribute(name);
  }
}

/**
 * Fills a summary of errors and gives it the focus: one line for each issue, a link to its control where the form has
 * one. Without issues it is emptied and hidden.
 */
export function summarize(summary: HTMLElement, form: HTMLFormElement, issues: Issue[]): void {
  const document = summary.ownerDocument;
  summary.hidden = issues.length === 0;
  summary.textContent = "";
  if (summary.hidden) {
    return;
  }
  const list = document.createElement("ul");
  for (const issue of issues) {
    const line = document.createElement("li");
    line.append(link(form, issue) || issue.message);
    list.append(line);
  }
  summary.append(list);
  summary.setAttribute("role", "alert");
  summary.tabIndex = -1;
  summary.focus();
}

function link(form: HTMLFormElement, { path, message }: Issue): HTMLElement | undefined {
  const control = controls(form).find(({ name }) => toPointer(name) === path);
  if (!control) {
    return undefined;
  }
  const made = form.ownerDocument.createElement("a");
  made.textContent = message;
  made.href = `#${control.id}`;
  made.addEventListener("click", (event) => {
    event.preventDefault();
    control.focus();
  });
  return made;
}
