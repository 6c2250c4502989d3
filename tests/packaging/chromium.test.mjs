// The packed package in pages: bundled, in a worker, from the disk, and under a policy that forbids WebAssembly.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import commonjs from "@rollup/plugin-commonjs";
import nodeResolve from "@rollup/plugin-node-resolve";
import * as esbuild from "esbuild";
import { rollup } from "rollup";
import { createServer } from "vite";
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

/** What a page has of globals that others have not, but for what the tests leave there. */
const GLOBALS = "Reflect.ownKeys(globalThis).filter((key) => /gongwei/.test(String(key.description || key))).join()";
const judging = (source) => `globalThis.outcome = init(${source}).then(() => ${JUDGED}, (error) => error.code).then((found) => found + ${GLOBALS});\n`;
const program = (entry, source = "") => `import { init, check } from "${entry}";\n${judging(source)}`;
const requiring = (entry) => `const { init, check } = require("${entry}");\n${judging("")}`;
/** Both at once, as where one's own code imports what a library requires. */
const both = `import * as imported from "gongwei/js";\nimport required from "./required.cjs";\n
globalThis.outcome = imported.init().then(() => required.init()).then(() => {
  const found = [imported, required].map(({ check }) => ${JUDGED});
  return (found[0] === found[1] ? found[0] : "they differ") + ${GLOBALS};
});\n`;
const html = (script) => `<!doctype html><meta charset="utf-8"><title>gongwei</title>${script}`;
const MODULE = html('<script type="module" src="./main.js"></script>');
const PACKED = html('<script src="./dist/main.js"></script>');

describe("bundled", () => {
  const page = (code, type = "module") =>
    project({
      "index.html": MODULE,
      "packed.html": PACKED,
      "package.json": `{ "type": "${type}" }`,
      "main.js": code,
      "required.cjs": 'module.exports = require("gongwei/js");\n',
    });

  async function vite(code) {
    const folder = page(code);
    await node(folder, tool("vite/bin/vite.js"), "build", "--logLevel", "warn");
    return join(folder, "dist");
  }

  /** Each builds `dist/main.js` of `main.js`, without a setting that is about the package. */
  const bundlers = {
    "webpack 5": async (folder, minify) => {
      const output = { path: join(folder, "dist") };
      const built = await new Promise((done, failed) => {
        const setting = { context: folder, entry: "./main.js", mode: "production", output, performance: false, optimization: { minimize: minify } };
        webpack(setting, (error, stats) => (error ? failed(error) : done(stats.toJson({ all: false, errors: true, warnings: true }))));
      });
      assert.deepEqual([built.errors, built.warnings], [[], []]);
    },
    esbuild: async (folder, minify) => {
      const { warnings } = await esbuild.build({ absWorkingDir: folder, entryPoints: ["main.js"], outdir: "dist", bundle: true, minify, logLevel: "silent" });
      assert.deepEqual(warnings, []);
    },
    Rollup: (folder) => rolledUp(folder, nodeResolve()),
    "Rollup with its plugin for CommonJS": (folder) => rolledUp(folder, nodeResolve(), commonjs()),
  };
  const requirers = Object.keys(bundlers).filter((name) => name !== "Rollup");

  async function rolledUp(folder, ...plugins) {
    const warnings = [];
    const built = await rollup({ input: join(folder, "main.js"), plugins, onwarn: (warning) => warnings.push(warning.message) });
    await built.write({ dir: join(folder, "dist"), format: "iife", name: "program" });
    await built.close();
    assert.deepEqual(warnings, []);
  }

  /** What is large is made smaller once only, for it takes webpack most of a minute. */
  async function packed(test, bundler, code, { type, minify = false } = {}) {
    const folder = page(code, type);
    await bundlers[bundler](folder, minify);
    return outcome(`${await serve(test, folder)}/packed.html`);
  }

  for (const entry of ["gongwei", "gongwei/js"]) {
    test(`${entry} by Vite`, async (test) => {
      assert.equal(await outcome(`${await serve(test, await vite(program(entry)))}/`), right);
    });

    for (const bundler of Object.keys(bundlers)) {
      test(`${entry} by ${bundler}`, async (test) => assert.equal(await packed(test, bundler, program(entry), { minify: true }), right));
    }

    for (const bundler of requirers) {
      test(`${entry} by ${bundler}, required`, async (test) => {
        assert.equal(await packed(test, bundler, requiring(entry), { type: "commonjs" }), right);
      });
    }
  }

  test("gongwei/js imported and required, by Vite", async (test) => {
    assert.equal(await outcome(`${await serve(test, await vite(both))}/`), right);
  });

  for (const bundler of requirers) {
    test(`gongwei/js imported and required, by ${bundler}`, async (test) => assert.equal(await packed(test, bundler, both), right));
  }

  for (const bundler of Object.keys(bundlers)) {
    test(`gongwei/global by ${bundler}, as the global and nothing else`, async (test) => {
      const code = `import "gongwei/global";\nconst { init, check } = globalThis.gongwei;\n${judging("")}`;
      assert.equal(await packed(test, bundler, code), `${right}gongwei`);
    });
  }

  test("gongwei/wasm by Vite, with the module as a file of its own", async (test) => {
    const code = `import address from "gongwei/gongwei.wasm?url";\n${program("gongwei/wasm", "fetch(address)")}`;
    assert.equal(await outcome(`${await serve(test, await vite(code))}/`), right);
  });

  for (const entry of ["gongwei", "gongwei/js"]) {
    test(`${entry} by Vite's server for developers, which bundles packages beforehand`, async (test) => {
      const root = page(program(entry));
      const server = await createServer({ root, configFile: false, logLevel: "error", server: { host: "127.0.0.1", hmr: false } });
      test.after(() => server.close());
      await server.listen();
      assert.equal(await outcome(server.resolvedUrls.local[0]), right);
    });
  }
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
      "main.js": `var check = gongwei.check; var outcome = gongwei.init().then(function () { return ${JUDGED} + ${GLOBALS}; });`,
    });
    assert.equal(await outcome(pathToFileURL(join(folder, "index.html")).href), `${right}gongwei`);
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
