// From an empty record to a complete committee without a finding, every field of it entered through the form.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Entering, withoutIds } from "./entering.mjs";
import { control, eachOnItsPage, go, here, sample, text } from "./page.mjs";

eachOnItsPage();

const DAY = "2026-06-30";

async function enter(name) {
  const { page } = here;
  const wanted = sample(name);
  const entering = new Entering(wanted);
  const all = async (list, without = []) => {
    for (const [index, entry] of (wanted[list] ?? []).entries()) {
      await entering.entry(list, index, entry, without);
    }
  };
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.click(`#new-${wanted.committee.kind}`);
  await page.fill("#on", DAY);
  await page.dispatchEvent("#on", "change");
  await all("organizations");
  await go("/committee");
  await page.waitForSelector('[data-pointer="/committee/name"]');
  await entering.fields("/committee", wanted.committee, ["kind"]);
  await all("people");
  await all("terms");
  await all("appointments", ["exit"]);
  await all("meetings");
  // Who leaves does so by a meeting.
  for (const [index, { exit }] of wanted.appointments.entries()) {
    if (exit) {
      await go(`/appointments/${index}`);
      await page.waitForSelector(`.entry[data-pointer="/appointments/${index}"]`);
      await page.click(".exit button");
      await entering.fields(`/appointments/${index}/exit`, exit);
    }
  }
  for (const list of ["problemLists", "assessments", "dutyReports", "performanceReports", "trainingClasses", "attestations"]) {
    await all(list);
  }
  await go("/todo");
  await page.waitForSelector("#todo-unknown");
  for (const [list, day] of Object.entries(wanted.completeThrough)) {
    await control(`/completeThrough/${list}`).fill(day);
  }
  // What was typed last is judged when it is left.
  await page.keyboard.press("Tab");

  assert.equal(await text("#todo-unknown .badge"), "0", "nothing is left to be filled in");
  await go("/report");
  await page.waitForSelector(".summary");
  assert.deepEqual(await page.locator("#errors .entry, #warnings .entry, #coherence .entry, #unknown .entry").evaluateAll((found) => found.map((one) => one.dataset.entry)), []);
  assert.ok(Number(await page.getAttribute(".summary .tile.met", "data-count")) > 100);
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(".save")]);
  const saved = JSON.parse(readFileSync(await download.path(), "utf8"));
  assert.deepEqual(withoutIds(saved), withoutIds(wanted));
}

for (const name of ["community-clean", "subdistrict-clean"]) {
  test(`${name}, from nothing to a clean and complete record`, () => enter(name));
}
