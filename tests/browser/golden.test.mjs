// The golden cases through the installed package in Chromium: every expectation is met, and every result is, to the
// letter, the one that Node gives.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { imported, install } from "../../bindings/npm/test/installed.mjs";
import { launch } from "./chromium.mjs";
import { differences, handed, rulebookOf, sets } from "./golden.mjs";

const ORIGIN = "http://gongwei.test";
const all = sets();

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

test("there are cases", () => {
  assert.ok(all[0].files.length > 50);
  assert.ok(all.some(({ name }) => name.startsWith("vocabulary/")));
  assert.ok(all.some(({ calendar }) => calendar !== undefined));
  assert.ok(all.some(({ texts }) => texts?.length > 1));
});

for (const set of all) {
  describe(set.name, () => {
    let rulebook;
    before(() => {
      rulebook = rulebookOf(set, gongwei);
    });

    for (const { name, cases } of set.files) {
      test(`${name}, ${cases.length} cases`, async () => {
        const given = cases.map(({ record, on }) => [handed(record), { on, locale: "zh-CN" }]);
        // As text: the browser's remote control takes far longer over objects. There, a rulebook is loaded for each file.
        const text = await page.evaluate(
          ([builtIn, texts, calendar, given]) => {
            const { gongwei } = globalThis;
            const load = (loaded, text) => [...loaded, gongwei.loadRulebook(text, { extends: loaded, calendar }).rulebook];
            const rulebook = builtIn ?? texts.reduce(load, []).pop();
            const results = JSON.parse(given).map(([record, options]) => gongwei.check(record, { rulebook, ...options }));
            return JSON.stringify(results);
          },
          [set.builtIn, set.texts, set.calendar, JSON.stringify(given)],
        );
        const results = JSON.parse(text);
        assert.deepEqual(cases.flatMap((one, at) => differences(one, results[at])), []);
        assert.equal(text, JSON.stringify(given.map(([record, options]) => gongwei.check(record, { rulebook, ...options }))));
      });
    }
  });
}
