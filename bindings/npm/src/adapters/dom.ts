import { byPath, issues, textOf, type Issue, type Judge } from "./issue.js";
import { toPointer } from "./pointer.js";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * Shows the errors of a plain form: each at the control whose `name` is its prop (`people.0.name`), and all of them in
 * `summary`, with links to the controls. Call it after each edit; `focus` the summary on submit. Tells whether there
 * are none.
 */
export function showErrors(form: HTMLFormElement, summary: HTMLElement, judge: Judge, focus = false): boolean {
  const controls = new Map<string, Control>();
  form.querySelectorAll<Control>("input[name], select[name], textarea[name]").forEach((control) => {
    controls.set(toPointer(control.name), control);
  });
  const document = form.ownerDocument;
  const all = issues(judge());
  const sorted = byPath(all, (path) => controls.has(path));
  controls.forEach((control, path) => mark(control, (sorted.fields.get(path) || []).map(textOf)));
  const list = document.createElement("ul");
  sorted.form.forEach((issue) => list.appendChild(entry(document, issue)));
  controls.forEach((control, path) => {
    (sorted.fields.get(path) || []).forEach((issue) => list.appendChild(entry(document, issue, control)));
  });
  summary.hidden = all.length === 0;
  summary.tabIndex = -1;
  summary.setAttribute("role", "alert");
  summary.textContent = "";
  summary.appendChild(list);
  if (focus && all.length > 0) {
    summary.focus();
  }
  return all.length === 0;
}

/** Writes the messages at a control, where a screen reader finds them; none clears them. */
function mark(control: Control, messages: string[]): void {
  control.id = control.id || control.name;
  const id = `${control.id}-error`;
  const document = control.ownerDocument;
  let note = document.getElementById(id);
  if (!note) {
    note = document.createElement("p");
    note.id = id;
    control.insertAdjacentElement("afterend", note);
  }
  const text = messages.join("\n");
  note.textContent = text;
  note.hidden = text === "";
  control.setCustomValidity(text);
  control.setAttribute("aria-invalid", String(text !== ""));
  const others = (control.getAttribute("aria-describedby") || "").split(/\s+/).filter((one) => one !== "" && one !== id);
  const described = text === "" ? others : [...others, id];
  if (described.length > 0) {
    control.setAttribute("aria-describedby", described.join(" "));
  } else {
    control.removeAttribute("aria-describedby");
  }
}

function entry(document: Document, issue: Issue, control?: Control): HTMLElement {
  const item = document.createElement("li");
  if (!control) {
    item.textContent = textOf(issue);
    return item;
  }
  const link = document.createElement("a");
  link.href = `#${control.id}`;
  link.textContent = textOf(issue);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    control.focus();
  });
  item.appendChild(link);
  return item;
}
