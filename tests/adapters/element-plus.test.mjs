// The example for Vue 3 and Element Plus, built by Vite with the packed package and used in Chromium.
import assert from "node:assert/strict";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import vue from "@vitejs/plugin-vue";
import { build } from "vite";
import { install } from "../../bindings/npm/test/installed.mjs";
import { launch } from "../browser/chromium.mjs";
import { serve } from "../packaging/project.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const faulty = JSON.parse(readFileSync(here("../samples/subdistrict-faulty.json"), "utf8"));
let browser;

before(async () => void (browser = await launch()));
after(() => browser?.close());

/** The example in an empty folder, beside the package and the libraries. */
async function built(name) {
  const root = install();
  cpSync(here(`examples/${name}`), root, { recursive: true });
  writeFileSync(join(root, "record.json"), JSON.stringify(faulty));
  for (const library of ["vue", "element-plus"]) {
    symlinkSync(here(`node_modules/${library}`), join(root, "node_modules", library), "junction");
  }
  await build({ root, base: "./", plugins: [vue()], logLevel: "error", resolve: { dedupe: ["vue"] } });
  return join(root, "dist");
}

test("what is typed is judged at its field, at both of two fields, and above the form", async (test) => {
  const page = await browser.newPage({ viewport: { width: 800, height: 500 } });
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(String(error)));
  await page.goto(`${await serve(test, await built("element-plus"))}/`);
  const item = (label) => page.locator(".el-form-item", { hasText: label });
  const field = (label) => item(label).locator("input");
  const shown = (label) => item(label).locator(".el-form-item__error");

  const general = page.locator(".el-alert");
  assert.equal(await general.count(), 1);
  assert.match(await general.innerText(), /第29\(5\)项/);

  await field("任职日期").fill("2024-0");
  await shown("任职日期").waitFor();
  assert.match(await shown("任职日期").innerText(), /日期/);
  assert.equal(await shown("离任日期").count(), 0);

  await field("任职日期").fill(faulty.appointments[0].from);
  await shown("任职日期").waitFor({ state: "detached" });
  await field("离任日期").fill("2023-12-31");
  await shown("任职日期").waitFor();
  await shown("离任日期").waitFor();
  assert.equal(await shown("任职日期").innerText(), await shown("离任日期").innerText());

  // Mended at one side, it goes from the other too.
  await field("离任日期").fill("");
  await shown("任职日期").waitFor({ state: "detached" });
  await shown("离任日期").waitFor({ state: "detached" });
  assert.deepEqual(wrong, []);
  await page.close();
});
