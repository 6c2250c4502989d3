// The browser of the tests: the one that `cargo xtask` has found or installed, with a fresh profile and no network of its own.
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const settings = JSON.parse(readFileSync(new URL("webdriver.json", import.meta.url), "utf8"));

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: settings["goog:chromeOptions"].args,
  });
}
