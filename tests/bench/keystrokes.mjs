// A keystroke in the form, against the same form without checking, in Chromium: `node tests/bench/keystrokes.mjs`, after
// `cargo xtask page`.
import { launch } from "../browser/chromium.mjs";
import { formPage, forms } from "./forms.mjs";
import { SAMPLES } from "./materials.mjs";
import { withMembers } from "./members.mjs";
import { table } from "./table.mjs";
import { tasksAfter } from "./tasks.mjs";

/** Times that both forms are gone through, in turns. */
const ROUNDS = 9;
const MEMBERS = 1000;
/** Longer than what a key sets off, so that each key has its own tasks. */
const PAUSE = 60;
const TURNS = 30;
const ADDED = 5;

/** Where is typed, and what: each key is an edit. `<` takes a sign back. */
const FIELDS = [
  { name: "a committee's name", pointer: "/committee/name", keys: "abc<<<" },
  { name: "a person's name", pointer: "/people/8/name", keys: "abc<<<" },
  { name: "a post's start", pointer: "/people/8/posts/0/from", keys: "<<2512<<10" },
  { name: "a seat's end", pointer: "/appointments/9/to", keys: "2027-05-03<<<<<<<<<<" },
  { name: "a notice's end", pointer: "/appointments/9/entry/2/through", keys: "<<07<<06" },
  { name: "a meeting's day", pointer: "/meetings/4/on", keys: "<<19<<11" },
  { name: "a year", pointer: "/assessments/0/year", keys: "<4<5" },
];

const browser = await launch();
const folders = await forms();

/** A form with a record open in it. */
async function opened(folder, text) {
  const page = await formPage(browser, folder);
  const took = await tasksAfter(browser, page, "click", async () => {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.click("#open")]);
    await chooser.setFiles({ name: "record.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await page.waitForSelector(".overview");
    await page.waitForTimeout(500);
  });
  return { page, took: sum(took) };
}

/** Milliseconds of each key. */
async function type(page, { pointer, keys }) {
  await page.evaluate((to) => (location.hash = to), route(pointer));
  const control = page.locator(`[id="${pointer}"]`);
  await control.focus();
  await page.keyboard.press("End");
  await page.waitForTimeout(10 * PAUSE);
  const times = await tasksAfter(browser, page, "keydown", async () => {
    for (const key of keys) {
      await page.keyboard.press(key === "<" ? "Backspace" : key);
      await page.waitForTimeout(PAUSE);
    }
  });
  if (times.length !== keys.length) {
    throw new Error(`${keys.length} keys were pressed in ${pointer}, and ${times.length} arrived`);
  }
  return times;
}

/** Milliseconds of a turn of the wheel over the list of people. */
async function scroll(page) {
  await page.evaluate((to) => (location.hash = to), "/people");
  await page.hover(".rows");
  const times = await tasksAfter(browser, page, "scroll", async () => {
    for (let turn = 0; turn < TURNS; turn++) {
      await page.mouse.wheel(0, 400);
      await page.waitForTimeout(PAUSE);
    }
  });
  return sum(times) / TURNS;
}

/** Milliseconds until the form of a new seat is there and all is said of it. */
async function add(page) {
  await page.evaluate((to) => (location.hash = to), "/appointments");
  const added = async (times) => {
    for (let time = 0; time < times; time++) {
      await page.click(".index .add");
      await page.waitForTimeout(10 * PAUSE);
    }
  };
  await added(1);
  return tasksAfter(browser, page, "click", () => added(ADDED));
}

const route = (pointer) => pointer.split("/").slice(0, 3).join("/").replace("/committee/name", "/committee");
const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);
const percentile = (numbers, share) => [...numbers].sort((one, other) => one - other)[Math.ceil(numbers.length * share) - 1];

/** What both forms need for a record, by field. */
async function compare(text, fields, rounds) {
  const found = { checked: { keys: {}, opening: [], scrolling: [], adding: [] }, unchecked: { keys: {}, opening: [], scrolling: [], adding: [] } };
  for (let round = 0; round < rounds; round++) {
    const order = Object.keys(found);
    for (const form of round % 2 === 0 ? order : order.reverse()) {
      const { page, took } = await opened(folders[form], text);
      found[form].opening.push(took);
      for (const field of fields) {
        // The first time the browser compiles what is called.
        await type(page, field);
        (found[form].keys[field.name] ??= []).push(...(await type(page, field)));
      }
      found[form].scrolling.push(await scroll(page));
      found[form].adding.push(...(await add(page)));
      await page.context().close();
    }
  }
  return found;
}

const ms = (time) => time.toFixed(time < 100 ? 1 : 0);
const line = (name, share, one, other) => {
  const [checked, unchecked] = [one, other].map((times) => percentile(times, share));
  return [name, ms(checked), ms(unchecked), (checked / unchecked).toFixed(2)];
};

function tables(title, { checked, unchecked }, goal) {
  const all = ({ keys }) => Object.values(keys).flat();
  return table(
    [title, "with checking, ms", "without, ms", "ratio"],
    [
      line(`all keys, 95th percentile${goal}`, 0.95, all(checked), all(unchecked)),
      line("all keys, median", 0.5, all(checked), all(unchecked)),
      ...Object.keys(checked.keys).map((name) => line(`${name}, 95th percentile`, 0.95, checked.keys[name], unchecked.keys[name])),
      line("opening the record, median", 0.5, checked.opening, unchecked.opening),
      line("a turn of the wheel over the people, median", 0.5, checked.scrolling, unchecked.scrolling),
      line("a seat added, median", 0.5, checked.adding, unchecked.adding),
    ],
  );
}

try {
  const largest = Object.entries(SAMPLES).sort(([, one], [, other]) => other.length - one.length)[0];
  for (const [name, text] of Object.entries(SAMPLES)) {
    console.log(`${tables(`a key in the form, ${name}`, await compare(text, FIELDS, ROUNDS), name === largest[0] ? " (goal: ≤ 1.2)" : "")}\n`);
  }
  const many = withMembers(largest[1], MEMBERS);
  console.log(`${tables(`${MEMBERS} members, ${Math.round(many.length / 1000)} KB`, await compare(many, FIELDS, 3), "")}\n`);
} finally {
  await browser.close();
}
