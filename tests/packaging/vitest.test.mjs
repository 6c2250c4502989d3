// The packed package in Vitest with jsdom, where half of the classes are not Node's own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expected, JUDGED, link, node, project, tool } from "./project.mjs";

for (const pool of ["forks", "vmThreads"]) {
  test(`in Vitest with jsdom, pool ${pool}`, async () => {
    const folder = project({
      "package.json": '{ "type": "module" }',
      "face.test.js": `
        import { expect, test } from "vitest";
        import { init, check } from "gongwei";
        import { init as initJs, check as checkJs } from "gongwei/js";
        test("it is a page", () => expect(document.body).toBeTruthy());
        test("gongwei", async () => { await init(); expect(${JUDGED}).toBe(${JSON.stringify(await expected())}); });
        test("gongwei/js", async () => { await initJs(); expect(${JUDGED.replace("check(", "checkJs(")}).toBe(${JUDGED}); });`,
    });
    link(folder, "vitest", "jsdom");
    const report = await node(folder, tool("vitest/vitest.mjs"), "run", "--environment", "jsdom", "--pool", pool, "--reporter", "json");
    const { success, numPassedTests } = JSON.parse(report);
    assert.deepEqual([success, numPassedTests], [true, 3]);
  });
}
