// The packed package in pages: bundled, in a worker, from the disk, and under a policy that forbids WebAssembly.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import webpack from "webpack";
import { launch } from "../browser/chromium.mjs";
import { expected, JUDGED, node, project, serve, tool } from "./project.mjs";

let right;
let browser;

before(async () => {
  right = await expected();
  browser = await launch();
});

after(() => browser?.close());

/** What a page leaves in `outcome`, and whatever went wrong there. */
async function outcome(address) {
  const page = await browser.newPage();
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(String(error)));
  await page.goto(address);
  const value = await page.evaluate(() => globalThis.outcome);
  await page.close();
  assert.deepEqual(wrong, []);
  return value;
}

const program = (entry, source = "") =>
  `import { init, check } from "${entry}";\nglobalThis.outcome = init(${source}).then(() => ${JUDGED}, (error) => error.code);\n`;
const html = (script) => `<!doctype html><meta charset="utf-8"><title>gongwei</title>${script}`;
const MODULE = html('<script type="module" src="./main.js"></script>');
const PACKED = html('<script src="./dist/main.js"></script>');

describe("bundled", () => {
  const page = (code) => project({ "index.html": MODULE, "packed.html": PACKED, "package.json": '{ "type": "module" }', "main.js": code });

  async function vite(code) {
    const folder = page(code);
    await node(folder, tool("vite/bin/vite.js"), "build", "--logLevel", "warn");
    return join(folder, "dist");
  }

  async function packed(code) {
    const folder = page(code);
    const path = join(folder, "dist");
    const built = await new Promise((done, failed) => {
      const setting = { context: folder, entry: "./main.js", mode: "production", output: { path }, performance: false };
      webpack(setting, (error, stats) => (error ? failed(error) : done(stats.toJson({ all: false, errors: true, warnings: true }))));
    });
    assert.deepEqual([built.errors, built.warnings], [[], []]);
    return folder;
  }

  for (const entry of ["gongwei", "gongwei/js"]) {
    test(`${entry} by Vite, without a setting`, async (test) => {
      assert.equal(await outcome(`${await serve(test, await vite(program(entry)))}/`), right);
    });

    test(`${entry} by webpack 5, without a setting`, async (test) => {
      const folder = await packed(program(entry));
      assert.equal(await outcome(`${await serve(test, folder)}/packed.html`), right);
    });
  }

  test("gongwei/wasm by Vite, with the module as a file of its own", async (test) => {
    const code = `import address from "gongwei/gongwei.wasm?url";\n${program("gongwei/wasm", "fetch(address)")}`;
    assert.equal(await outcome(`${await serve(test, await vite(code))}/`), right);
  });
});

describe("as it is", () => {
  const served = (name) => program(`./node_modules/gongwei/dist/${name}.mjs`);

  test("in a worker that is a module", async (test) => {
    const folder = project({
      "index.html": MODULE,
      "main.js": `
        const worker = new Worker("./worker.js", { type: "module" });
        globalThis.outcome = new Promise((done, failed) => {
          worker.onmessage = ({ data }) => done(data);
          worker.onerror = failed;
        });`,
      "worker.js": `${served("index")}globalThis.outcome.then((value) => postMessage(value));`,
    });
    assert.equal(await outcome(`${await serve(test, folder)}/`), right);
  });

  test("gongwei/global from the disk, in a classic script", async () => {
    const folder = project({
      "index.html": html('<script src="node_modules/gongwei/dist/global/gongwei.js"></script><script src="main.js"></script>'),
      "main.js": `var check = gongwei.check; var outcome = gongwei.init().then(function () { return ${JUDGED}; });`,
    });
    assert.equal(await outcome(pathToFileURL(join(folder, "index.html")).href), right);
  });

  test("gongwei/wasm from its file", async (test) => {
    const folder = project({
      "index.html": MODULE,
      "main.js": program("./node_modules/gongwei/dist/wasm.mjs", 'fetch("./node_modules/gongwei/dist/gongwei.wasm")'),
    });
    assert.equal(await outcome(`${await serve(test, folder)}/`), right);
  });

  describe("under a policy that forbids WebAssembly and eval", () => {
    const policy = { "Content-Security-Policy": "default-src 'self'" };

    test("gongwei/js works", async (test) => {
      const folder = project({ "index.html": MODULE, "main.js": served("js") });
      assert.equal(await outcome(`${await serve(test, folder, policy)}/`), right);
    });

    test("gongwei says that it cannot start", async (test) => {
      const folder = project({ "index.html": MODULE, "main.js": served("index") });
      assert.equal(await outcome(`${await serve(test, folder, policy)}/`), "cannot-start");
    });

    test("and works where the policy allows WebAssembly alone", async (test) => {
      const folder = project({ "index.html": MODULE, "main.js": served("index") });
      const lax = { "Content-Security-Policy": "script-src 'self' 'wasm-unsafe-eval'" };
      assert.equal(await outcome(`${await serve(test, folder, lax)}/`), right);
    });
  });
});
