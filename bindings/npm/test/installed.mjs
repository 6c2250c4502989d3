// Installs the packed package into an empty folder, as a stranger would, and hands out its two faces.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

export const tarball = process.env.GONGWEI_TARBALL ?? fileURLToPath(new URL(`../gongwei-${version}.tgz`, import.meta.url));

const folders = [];
process.once("exit", () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A folder with the package installed in it, until the process ends. */
export function install() {
  const folder = mkdtempSync(join(tmpdir(), "gongwei-"));
  folders.push(folder);
  writeFileSync(join(folder, "package.json"), "{}");
  execFileSync("npm", ["install", "--offline", "--silent", "--no-audit", "--no-fund", tarball], {
    cwd: folder,
    shell: process.platform === "win32",
  });
  return folder;
}

/** An entry of the package by `import`. */
export async function imported(folder, entry = "gongwei") {
  const file = join(folder, `${entry.replace("/", "-")}.mjs`);
  writeFileSync(file, `export * from "${entry}";\n`);
  return import(pathToFileURL(file).href);
}

/** An entry of the package by `require`. */
export function required(folder, entry = "gongwei") {
  return createRequire(join(folder, "face.cjs"))(entry);
}
