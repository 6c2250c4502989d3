// The examples, compiled strictly, built by Vite and driven in Chromium.
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
let browser;

before(async () => {
  browser = await launch();
});
after(() => browser?.close());

test("they compile strictly", () => {
  execFileSync(process.execPath, ["node_modules/vue-tsc/bin/vue-tsc.js", "-p", "examples"], { cwd: here, stdio: "inherit" });
});

/** A page that has loaded an example, as one classic script. */
async function load(entry) {
  const built = await build({
    root: here,
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [vue()],
    resolve: { alias },
    build: { write: false, minify: false, lib: { entry: join(here, "examples", entry), formats: ["iife"], name: "example" } },
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(5_000);
  const failures = [];
  page.on("pageerror", (error) => failures.push(String(error)));
  await page.addScriptTag({ content: built[0].output[0].code });
  await page.waitForSelector("button");
  return { page, failures };
}

for (const entry of ["plain.ts", "element.ts", "ant.ts", "react.tsx"]) {
  test(`${entry}: a message at both fields, mended at one; the form's own stays`, async () => {
    const { page, failures } = await load(entry);
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
