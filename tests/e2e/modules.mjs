// Modules of the page by themselves: built as the page is, loaded into an empty page of a secure origin.
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

const www = fileURLToPath(new URL("../../www/", import.meta.url));
const { build } = await import(pathToFileURL(createRequire(`${www}package.json`).resolve("vite")));

/** Browsers take it for secure, so that it has locks, files and a store. */
export const ORIGIN = "http://localhost:9";

/** The code of a module of `www/src`, which puts what it exports under `name`. */
export async function bundle(entry, name) {
  const [{ output }] = await build({
    root: www,
    configFile: false,
    logLevel: "error",
    build: { write: false, target: "chrome85", minify: false, lib: { entry: `${www}src/${entry}`, formats: ["iife"], name, fileName: name } },
  });
  return output[0].code;
}

/** A page with nothing but the module. */
export async function blank(context, code) {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.route(`${ORIGIN}/**`, (route) =>
    route.fulfill(
      route.request().url().endsWith(".js")
        ? { contentType: "text/javascript", body: code }
        : { contentType: "text/html", body: '<!doctype html><meta charset="utf-8"><title>.</title><body><script src="/module.js"></script></body>' },
    ),
  );
  await page.goto(ORIGIN);
  return page;
}
