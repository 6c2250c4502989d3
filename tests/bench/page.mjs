// The benchmark in Chromium: `node tests/bench/page.mjs`, after `cargo xtask npm`.
import { readFileSync } from "node:fs";
import { launch } from "../browser/chromium.mjs";
import { FIRST, IDS, ON, SAMPLES, materials, starts } from "./materials.mjs";
import { markdown } from "./table.mjs";

// A page of a secure origin that shares nothing with others is given the finer clock.
const ORIGIN = "https://gongwei.test";
const HEADERS = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
const HTML = '<!doctype html><script type="importmap">{"imports":{"zod":"/node_modules/zod/index.js"}}</script>';

const { folder, bytes, imports } = materials();
const browser = await launch();

/** Serves this folder, the package and the module. */
async function fulfill(route) {
  const { pathname } = new URL(route.request().url());
  if (pathname === "/") {
    return route.fulfill({ headers: HEADERS, contentType: "text/html", body: HTML });
  }
  if (pathname === "/gongwei.wasm") {
    return route.fulfill({ headers: HEADERS, contentType: "application/wasm", body: bytes });
  }
  const file = pathname.startsWith("/package/") ? `${folder}/node_modules/gongwei/dist/${pathname.slice(9)}` : new URL(`.${pathname}`, import.meta.url);
  const body = readFileSync(file, "utf8");
  return route.fulfill({ headers: HEADERS, contentType: "text/javascript", body });
}

/** A page of a context of its own, and with it a process of its own. */
async function fresh(act, argument) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route(`${ORIGIN}/**`, fulfill);
  await page.goto(ORIGIN);
  const result = await page.evaluate(act, argument);
  await context.close();
  return result;
}

try {
  const times = await fresh(
    async ({ ids, samples, on }) => {
      const [gongwei, plain, { speeds }] = await Promise.all([import("/package/index.mjs"), import("/package/js.mjs"), import("/speeds.mjs")]);
      await Promise.all([gongwei.init(), plain.init()]);
      return speeds({ gongwei, plain }, ids, samples, on);
    },
    { ids: IDS, samples: SAMPLES, on: ON },
  );
  const packaged = () =>
    fresh(
      async ({ text, on }) => {
        const [gongwei, { startPackage }] = await Promise.all([import("/package/index.mjs"), import("/starts.mjs")]);
        return startPackage(gongwei, text, on);
      },
      { text: FIRST, on: ON },
    );
  const bare = () =>
    fresh(async (imports) => {
      const { startBare } = await import("/starts.mjs");
      const bytes = await (await fetch("/gongwei.wasm")).arrayBuffer();
      return startBare(bytes, imports);
    }, imports);
  console.log(`${markdown(`Chromium ${browser.version()}`, times, await starts(packaged, bare))}\n`);
} finally {
  await browser.close();
}
