// A form of one field about which the engine has a warning and nothing worse, until it is typed what is no day.
import { check, init } from "gongwei";
import { issues, judged } from "gongwei/adapters";

export const prop = "meetings.0.notice.on";
export const model = {
  schema: "gongwei/record/1.0",
  committee: { kind: "subdistrict-joint-committee", name: "x" },
  people: [{ id: "p1", name: "甲" }],
  meetings: [{ id: "m1", on: "2026-03-12", present: ["p1"], notice: { on: "2026-03-12" } }],
};
export const judge = judged(() => JSON.stringify(model), () => check(model, { rulebook: "gannan-2020", on: "2026-06-30" }));

/** Shows the form that `mount` makes in an element; `isValid` is how its library would let a submit pass. */
export async function show(mount) {
  await init();
  const isValid = mount(document.body.appendChild(document.createElement("main")));
  globalThis.warned = {
    isValid,
    type: (text) => (model.meetings[0].notice.on = text),
    found: () => issues(judge(), { warnings: true }).map(({ severity, path }) => `${severity} ${path}`),
  };
}
