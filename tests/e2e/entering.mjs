// Whole entries typed, ticked and picked in the form, whatever their fields: what a user does with the fields that are there.
import { readFileSync } from "node:fs";
import { control, field, go, here } from "./page.mjs";

/** What the page was built with. */
const { $defs } = JSON.parse(readFileSync(new URL("../../www/node_modules/gongwei/dist/record.schema.json", import.meta.url), "utf8"));
/** Choices that unfold, by the key that holds them. */
const UNFOLDING = { kind: "OrganizationKind", post: "PostKind", sector: "Sector", grade: "Grade", claim: "Claim", cause: "Cause" };
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Enters a record's entries; `record` says what ids are called, as the form will call the same entries. */
export class Entering {
  constructor(record) {
    const person = new Map((record.people ?? []).map(({ id, name }) => [id, name]));
    const called = (list, name, has = "") => (record[list] ?? []).map((one) => [one.id, { text: name(one), has }]);
    this.names = new Map([
      ...called("organizations", ({ name }) => name),
      ...called("people", ({ name }) => name),
      ...called("terms", ({ ordinal }) => `第 ${ordinal} 届`),
      // A seat is called as whoever holds it, and has a day beside it.
      ...called("appointments", ({ person: id }) => person.get(id), /\d{4}-\d\d-\d\d/),
      ...called("meetings", ({ on }) => on),
    ]);
  }

  /** Adds an entry to a list of the record, and fills it in but for some of its fields. */
  async entry(list, index, entry, without = []) {
    await go(`/${list}`);
    await here.page.click(".index .add");
    await here.page.waitForSelector(`.entry[data-pointer="/${list}/${index}"]`);
    await this.fields(`/${list}/${index}`, entry, without);
  }

  async fields(pointer, entry, without = []) {
    // A notice names topics, so these come first.
    const keys = Object.keys(entry).sort((one, other) => (one === "notice" ? 1 : 0) - (other === "notice" ? 1 : 0));
    const topics = new Map((entry.topics ?? []).filter(isObject).map(({ id, title }) => [id, { text: title, has: "" }]));
    topics.forEach((name, id) => this.names.set(id, name));
    for (const key of keys.filter((key) => key !== "id" && !without.includes(key))) {
      await this.field(`${pointer}/${key}`, key, entry[key]);
    }
    topics.forEach((_, id) => this.names.delete(id));
  }

  async field(pointer, key, value) {
    const at = field(pointer);
    await this.unfold(at);
    if (key === "entry" || key === "steps") {
      await this.steps(pointer, value);
    } else if (value === null) {
      await here.page.locator(`[data-pointer="${pointer}"] > .heading > .say-none, [data-pointer="${pointer}"] > .plain`).click();
    } else if (Array.isArray(value) && (value.length === 0 || isObject(value[0]))) {
      await this.list(pointer, value);
    } else if (isObject(value)) {
      await this.fields(pointer, value);
    } else if ((await at.locator(".pills").count()) > 0) {
      for (const one of [value].flat()) {
        await at.locator("label", { has: here.page.locator(`input[value="${one}"]`) }).click();
      }
    } else if ((await at.locator(".el-select").count()) > 0) {
      for (const one of [value].flat()) {
        await this.pick(at, key, one);
      }
    } else {
      await control(pointer).fill(String(value));
    }
  }

  /** What the rules do not ask for is folded. */
  async unfold(at) {
    const folded = here.page.locator('main .unfold[aria-expanded="false"]');
    while ((await at.count()) === 0 && (await folded.count()) > 0) {
      await folded.first().click();
    }
  }

  async list(pointer, entries) {
    const [add, none] = [0, 1].map((at) => here.page.locator(`[data-pointer="${pointer}"] > .actions > button`).nth(at));
    if (entries.length === 0) {
      await none.click();
    }
    for (const [index, entry] of entries.entries()) {
      await add.click();
      await this.fields(`${pointer}/${index}`, entry);
    }
  }

  async steps(pointer, steps) {
    const actions = here.page.locator(`.timeline[data-pointer="${pointer}"] > .actions`);
    if (steps.length === 0) {
      await actions.locator("button").click();
    }
    for (const [index, step] of steps.entries()) {
      await actions.locator("select").selectOption(step.step);
      await this.fields(`${pointer}/${index}`, step, ["step"]);
    }
  }

  async pick(at, key, value) {
    const { page } = here;
    const items = page.locator(".el-select-dropdown__item:visible");
    // An organization may have an id that is also the name of a kind.
    const all = $defs[UNFOLDING[key]]?.oneOf.map((one) => one.const);
    const words = all?.includes(value) ? all : undefined;
    await at.locator(".el-select__wrapper").click();
    if (words) {
      await items.nth(words.indexOf(value)).click();
    } else {
      const { text, has } = this.names.get(value) ?? { text: value, has: "" };
      // As a keyboard for Chinese gives it: the whole word at once.
      await page.keyboard.insertText(text);
      await items.filter({ hasText: text }).filter({ hasText: has }).first().click();
    }
    await page.keyboard.press("Escape");
  }
}

/** A record with the places of its entries for their ids, whichever ids they have; a kind is a word, also where an id is called the same. */
export function withoutIds(record) {
  const places = new Map();
  for (const list of ["organizations", "people", "terms", "appointments", "meetings"]) {
    record[list].forEach(({ id }, index) => places.set(id, `${list} ${index}`));
  }
  const plain = (value) =>
    Array.isArray(value)
      ? value.map(plain)
      : isObject(value)
        ? Object.fromEntries(Object.entries(value).filter(([key]) => key !== "id").sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, inner]) => [key, key === "kind" ? inner : plain(inner)]))
        : (places.get(value) ?? value);
  return plain(record);
}
