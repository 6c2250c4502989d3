// The form as it is served, and the same form with an engine that does not check, each on a page of a secure origin.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const www = fileURLToPath(new URL("../../www/", import.meta.url));
const unchecked = fileURLToPath(new URL("unchecked.mjs", import.meta.url));
const ORIGIN = "https://gongwei.test";
const TYPES = { html: "text/html", js: "text/javascript", css: "text/css", png: "image/png", webmanifest: "application/manifest+json" };

/** The folders of both, by name; the second is built for it, from the same sources and by the same configuration. */
export async function forms() {
  const { build } = await import(pathToFileURL(createRequire(`${www}package.json`).resolve("vite")));
  const outDir = mkdtempSync(join(tmpdir(), "gongwei-form-"));
  process.once("exit", () => rmSync(outDir, { recursive: true, force: true }));
  await build({
    root: www,
    logLevel: "error",
    resolve: { alias: [{ find: /^gongwei$/, replacement: unchecked }] },
    build: { outDir, emptyOutDir: true },
  });
  return { checked: join(www, "dist"), unchecked: outDir };
}

/** A page of its own with the form of a folder. */
export async function formPage(browser, folder) {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1366, height: 768 }, serviceWorkers: "block" });
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(error));
  await page.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const file = pathname === "/" ? "/index.html" : pathname;
    return route.fulfill({ contentType: TYPES[file.slice(file.lastIndexOf(".") + 1)] ?? "application/octet-stream", body: readFileSync(folder + file) });
  });
  // No one can answer the browser's own dialogue here.
  await page.addInitScript(() => delete window.showOpenFilePicker);
  await page.goto(ORIGIN);
  await page.waitForSelector(".welcome");
  return page;
}
