// A project of a stranger: an empty folder with the packed package in it, a program, and what it must come to.
import { execFile } from "node:child_process";
import { createReadStream, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { install, required } from "../../bindings/npm/test/installed.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const record = JSON.parse(readFileSync(join(here, "../samples/subdistrict-faulty.json"), "utf8"));
const options = { rulebook: "gannan-2020", on: "2026-06-30", locale: "zh-CN" };

/** Judges the sample, in the code of a program that has `check`. */
export const JUDGED = `JSON.stringify(check(${JSON.stringify(record)}, ${JSON.stringify(options)}))`;

/** A fresh folder with the package and these files. */
export function project(files) {
  const folder = install();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** What the default entry makes of the sample in Node: the same must come out everywhere. */
export async function expected() {
  const { init, check } = required(project({}));
  await init();
  const { ok, report } = check(record, options);
  if (!ok || report.verdicts.length < 100) {
    throw new Error("the sample is not judged");
  }
  return JSON.stringify({ ok, report });
}

/** Where a tool of these tests is. */
export const tool = (path) => join(here, "node_modules", path);

/** Puts tools of these tests into a project. */
export function link(folder, ...names) {
  for (const name of names) {
    symlinkSync(tool(name), join(folder, "node_modules", name), "junction");
  }
}

/** Runs Node in a folder and gives what it prints. */
export async function node(folder, ...args) {
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 1e8, env: { ...process.env, NODE_OPTIONS: "" } });
  return stdout.trim();
}

const TYPES = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };

/** Serves a folder on this machine, until the test is over. */
export async function serve(test, folder, headers = {}) {
  const server = createServer((request, response) => {
    const path = join(folder, new URL(request.url, "http://localhost").pathname);
    const file = path.endsWith("/") ? join(path, "index.html") : path;
    const found = statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
    response.writeHead(found ? 200 : 404, { "Content-Type": TYPES[extname(file)] ?? "text/plain", ...headers });
    found ? createReadStream(file).pipe(response) : response.end();
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}`;
}
