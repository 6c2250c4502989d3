// The packed package in Node.
import assert from "node:assert/strict";
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
