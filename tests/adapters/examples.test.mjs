// The examples, compiled strictly, built by Vite and driven in Chromium; and that what the libraries let pass is all but errors.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import { build } from "vite";
import { launch } from "../browser/chromium.mjs";
import { folder } from "./gongwei.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const alias = [
  { find: "gongwei/adapters", replacement: join(folder, "dist/adapters.mjs") },
  { find: "gongwei", replacement: join(folder, "dist/index.mjs") },
];
// With the compiler of templates, in place of the version that everything else here has.
const vue2 = { find: /^vue$/, replacement: join(here, "node_modules/vue-2/dist/vue.esm.js") };
let browser;

before(async () => {
  browser = await launch();
});
after(() => browser?.close());

test("they compile strictly", () => {
  execFileSync(process.execPath, ["node_modules/vue-tsc/bin/vue-tsc.js", "-p", "examples"], { cwd: here, stdio: "inherit" });
});

/** A page that has loaded an example, as one classic script, and shows this. */
async function load(entry, shown) {
  const built = await build({
    root: here,
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [vue()],
    resolve: { alias: entry.endsWith("/element-ui.js") ? [...alias, vue2] : alias },
    build: { write: false, minify: false, lib: { entry: join(here, entry), formats: ["iife"], name: "example" } },
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(5_000);
  const failures = [];
  page.on("pageerror", (error) => failures.push(String(error)));
  await page.addScriptTag({ content: built[0].output[0].code });
  await page.waitForSelector(shown, { state: "attached" });
  return { page, failures };
}

for (const entry of ["plain.ts", "element.ts", "element-ui.js", "ant.ts", "react.tsx"]) {
  test(`${entry}: a message at both fields, mended at one; the form's own stays`, async () => {
    const { page, failures } = await load(`examples/${entry}`, "button");
    const shown = (text, count) =>
      page.waitForFunction(([text, count]) => document.body.innerText.split(text).length - 1 === count, [text, count]);
    // The plain page has each message in its summary as well.
    const times = entry === "plain.ts" ? 2 : 1;
    await page.fill('[name="meetings.0.minutes.on"]', "2026-03-02");
    await shown("早于会议", 2 * times);
    await shown("两个席位", 1);
    // A broken norm, with its clause.
    await shown("[gannan-2020 29(4)]", times);
    await page.fill('[name="problemLists.0.deadline"]', "2026-05-01");
    await shown("[gannan-2020 29(4)]", 0);
    await page.fill('[name="meetings.0.on"]', "2026-03-01");
    await shown("早于会议", 0);
    await page.click("button");
    await shown("两个席位", 1);
    if (entry === "plain.ts") {
      assert.equal(await page.evaluate(() => document.activeElement?.id), "summary");
    }
    // What is typed and not yet a day is told at its field.
    await page.fill('[name="meetings.0.on"]', "2026-0");
    await page.waitForFunction(() => document.body.innerText.includes("2026-0"));
    assert.deepEqual(failures, []);
    await page.close();
  });
}

for (const entry of ["element-plus.js", "element-ui.js", "ant.js"]) {
  test(`${entry}: a warning never blocks and is not shown, an error does and is`, async () => {
    const { page, failures } = await load(`pages/${entry}`, "form");
    const state = async () => ({
      found: await page.evaluate(() => globalThis.warned.found()),
      valid: await page.evaluate(() => globalThis.warned.isValid()),
      text: await page.evaluate(() => document.body.innerText.trim()),
    });
    assert.deepEqual(await state(), { found: ["warning /meetings/0/notice/on"], valid: true, text: "" });
    await page.evaluate(() => globalThis.warned.type("2026-0"));
    const { found, valid } = await state();
    assert.deepEqual([found, valid], [["error /meetings/0/notice/on"], false]);
    await page.waitForFunction(() => document.body.innerText.includes("2026-0"));
    assert.deepEqual(failures, []);
    await page.close();
  });
}
