// The packed package in Node.
import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { expected, JUDGED, node, project, serve } from "./project.mjs";

let right;

before(async () => {
  right = await expected();
});

/** What a program prints, whatever its arguments. */
const run = (name, code, ...args) => node(project({ [name]: code }), ...args, name);

describe("gongwei", () => {
  test("by import", async () => {
    const code = `import { init, check } from "gongwei"; await init(); console.log(${JUDGED});`;
    assert.equal(await run("program.mjs", code), right);
  });

  test("by require", async () => {
    const code = `const { init, check } = require("gongwei"); init().then(() => console.log(${JUDGED}));`;
    assert.equal(await run("program.cjs", code), right);
  });

  test("by require it sets no global", async () => {
    const code = `const before = Reflect.ownKeys(globalThis).length; const { initSync, check } = require("gongwei"); initSync();
      console.log(${JUDGED}, typeof globalThis.gongwei, Reflect.ownKeys(globalThis).length - before);`;
    assert.equal(await run("program.cjs", code), `${right} undefined 0`);
  });

  test("before the next line", async () => {
    const code = `const { initSync, check } = require("gongwei"); initSync(); initSync(); console.log(${JUDGED});`;
    assert.equal(await run("program.cjs", code), right);
  });

  test("where there is no WebAssembly it says so", async () => {
    const code = `
      import { init, initSync, check } from "gongwei";
      const code = (error) => error.code;
      const sync = () => { try { initSync(); } catch (error) { return error.code; } };
      console.log(JSON.stringify([await init().catch(code), sync(), JSON.parse(${JUDGED}).faults[0].code]));`;
    assert.equal(await run("program.mjs", code, "--jitless"), '["cannot-start","cannot-start","not-ready"]');
  });
});

describe("gongwei/js", () => {
  test("by import, where there is no WebAssembly", async () => {
    const code = `import { init, check } from "gongwei/js"; await init(); console.log(${JUDGED}, typeof WebAssembly);`;
    assert.equal(await run("program.mjs", code, "--jitless"), `${right} undefined`);
  });

  test("by require, before the next line", async () => {
    const code = `const { initSync, check } = require("gongwei/js"); initSync(); console.log(${JUDGED}, typeof WebAssembly);`;
    assert.equal(await run("program.cjs", code, "--jitless"), `${right} undefined`);
  });

  const judged = (face) => JUDGED.replace("check(", `${face}.check(`);

  for (const [first, second] of [["await import('gongwei/js')", "require('gongwei/js')"], ["require('gongwei/js')", "await import('gongwei/js')"]]) {
    test(`${first} and then ${second} both work, and nothing stays at the global object`, async () => {
      const code = `
        import { createRequire } from "node:module";
        const require = createRequire(import.meta.url);
        const before = Reflect.ownKeys(globalThis);
        const [one, other] = [${first}, ${second}];
        one.initSync();
        other.initSync();
        const left = Reflect.ownKeys(globalThis).filter((key) => !before.includes(key));
        console.log(${judged("one")} === ${judged("other")}, left.length, ${judged("other")});`;
      assert.equal(await run("program.mjs", code), `true 0 ${right}`);
    });
  }

  test("two versions do not mix, in whatever order their files are run", async () => {
    const folder = project({});
    const [own, other] = ["gongwei", "other"].map((name) => join(folder, "node_modules", name));
    cpSync(own, other, { recursive: true });
    const { version } = JSON.parse(readFileSync(join(own, "package.json"), "utf8"));
    const face = join(other, "dist/js.mjs");
    writeFileSync(face, readFileSync(face, "utf8").replaceAll(`gongwei/js/${version}`, "gongwei/js/0.0.1"));
    writeFileSync(join(other, "dist/global/javascript.js"), 'globalThis[Symbol.for("gongwei/js/0.0.1")] = () => { throw new Error("the other"); };');
    const orders = [["own", "other"], ["other", "own"]];
    const scripts = { own: "gongwei", other: "other" };
    for (const order of orders) {
      const code = `
        ${order.map((name) => `import "./node_modules/${scripts[name]}/dist/global/javascript.js";`).join(" ")}
        import * as own from "gongwei/js";
        import * as other from "./node_modules/other/dist/js.mjs";
        own.initSync();
        const message = await other.init().catch((error) => error.message);
        console.log(message.includes("the other"), ${judged("own")});`;
      writeFileSync(join(folder, "program.mjs"), code);
      assert.equal(await node(folder, "program.mjs"), `true ${right}`);
    }
  });
});

describe("gongwei/global", () => {
  for (const [name, load] of [["program.mjs", 'import "gongwei/global";'], ["program.cjs", 'require("gongwei/global");']]) {
    test(load, async () => {
      const code = `${load} const { init, check } = globalThis.gongwei; init().then(() => console.log(${JUDGED}));`;
      assert.equal(await run(name, code), right);
    });
  }
});

describe("gongwei/wasm", () => {
  const sources = {
    "bytes": "bytes",
    "a buffer": "bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)",
    "a module": "new WebAssembly.Module(bytes)",
    "a response": "new Response(bytes)",
    "a response to come": "Promise.resolve(new Response(bytes))",
  };
  const program = (source) => `
    import { readFileSync } from "node:fs";
    import { createRequire } from "node:module";
    import { init, initSync, check } from "gongwei/wasm";
    const bytes = readFileSync(createRequire(import.meta.url).resolve("gongwei/gongwei.wasm"));
    ${source}
    console.log(${JUDGED});`;
  for (const [name, source] of Object.entries(sources)) {
    test(`from ${name}`, async () => assert.equal(await run("program.mjs", program(`await init(${source});`)), right));
  }
  for (const name of ["bytes", "a module"]) {
    test(`from ${name}, before the next line`, async () => {
      assert.equal(await run("program.mjs", program(`initSync(${sources[name]});`)), right);
    });
  }

  test("from an address, after one that is wrong", async (test) => {
    const folder = project({});
    const origin = await serve(test, `${folder}/node_modules/gongwei/dist`);
    const code = program(`
      const wrong = await init("${origin}/none.wasm").catch((error) => error);
      if (wrong.code !== "cannot-start" || !wrong.message.includes("404")) throw wrong;
      await init(new URL("${origin}/gongwei.wasm"));
      await init("${origin}/none.wasm");`);
    assert.equal(await run("program.mjs", code), right);
  });

  test("what is no module is refused", async () => {
    const code = program('console.log((await init(new Uint8Array(8)).catch((error) => error)).code); init(bytes).then(() => {});');
    assert.match(await run("program.mjs", code), /^cannot-start\n.*not-ready/);
  });

  test("of another version is refused", async () => {
    const code = program(`
      const text = bytes.toString("latin1");
      const { version } = createRequire(import.meta.url)("gongwei/package.json");
      const other = Buffer.from(text.replaceAll(version, version.replace(/[0-9]$/, "x")), "latin1");
      const { code, message } = await init(other).catch((error) => error);
      console.log(code, message.includes("of version " + version.replace(/[0-9]$/, "x")));
      await init(bytes);`);
    assert.equal(await run("program.mjs", code), `cannot-start true\n${right}`);
  });
});
