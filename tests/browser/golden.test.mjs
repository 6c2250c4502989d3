// The golden cases through the installed package in Chromium: every expectation is met, and every result is, to the
// letter, the one that Node gives.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { imported, install } from "../../bindings/npm/test/installed.mjs";
import { launch } from "./chromium.mjs";
import { cases, differences } from "./golden.mjs";

const ORIGIN = "http://gongwei.test";
const all = cases();

let browser;
let page;
let gongwei;

before(async () => {
  const folder = install();
  gongwei = await imported(folder);
  await gongwei.init();
  const code = readFileSync(join(folder, "node_modules/gongwei/dist/index.mjs"), "utf8");
  browser = await launch();
  page = await browser.newPage();
  await page.route(`${ORIGIN}/**`, (route) =>
    route.fulfill(route.request().url().endsWith(".mjs") ? { contentType: "text/javascript", body: code } : { contentType: "text/html", body: "" }),
  );
  await page.goto(ORIGIN);
  await page.evaluate(async () => {
    globalThis.gongwei = await import("/gongwei.mjs");
    await globalThis.gongwei.init();
  });
});

after(() => browser?.close());

test("there are cases", () => assert.ok(all.length > 0));

for (const { name, on, record, expect } of all) {
  test(name, async () => {
    const options = { rulebook: "gannan-2020", on, locale: "zh-CN" };
    const result = await page.evaluate(([record, options]) => globalThis.gongwei.check(record, options), [record, options]);
    assert.deepEqual(differences(expect, result), []);
    assert.deepEqual(result, gongwei.check(record, options));
  });
}
