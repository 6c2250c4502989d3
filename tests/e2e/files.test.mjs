// Files that people really have, through the page's own module in Chromium: read or refused with a reason, saved whole or
// not at all.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, beforeEach, describe, test } from "node:test";
import { launch } from "../browser/chromium.mjs";
import { blank, bundle } from "./modules.mjs";

const RECORD = '{"schema":"gongwei/record/1.0","committee":{"kind":"subdistrict-joint-committee","name":"春风街道大工委"}}';
const CLEAN = readFileSync(new URL("../samples/subdistrict-clean.json", import.meta.url), "utf8");

let browser;
let code;
let page;

before(async () => {
  [browser, code] = await Promise.all([launch(), bundle("disk/index.ts", "files")]);
  page = await blank(await browser.newContext({ acceptDownloads: true }), code);
});
after(() => browser?.close());
beforeEach(() => page.reload());

/** Reads bytes as a file of the user's. */
const read = (bytes, name = "记录.json") =>
  page.evaluate(
    async ([data, name]) => files.read(new File([Uint8Array.from(atob(data), (one) => one.charCodeAt(0))], name)),
    [Buffer.from(bytes).toString("base64"), name],
  );
const say = (problem, locale = "zh-CN") => page.evaluate(([problem, locale]) => files.FILE_WORDS[locale].read(problem), [problem, locale]);

describe("reading", () => {
  test("UTF-8, with and without a byte order mark", async () => {
    for (const bytes of [RECORD, `\ufeff${RECORD}`]) {
      const { ok, text, encoding, place } = await read(bytes);
      assert.deepEqual({ ok, text, encoding, name: place.name }, { ok: true, text: RECORD, encoding: "utf-8", name: "记录.json" });
    }
  });

  test("UTF-16 of both orders, with and without a mark", async () => {
    const little = Buffer.from(RECORD, "utf16le");
    const marked = Buffer.from(`\ufeff${RECORD}`, "utf16le");
    for (const [bytes, encoding] of [[little, "utf-16le"], [marked, "utf-16le"], [swapped(little), "utf-16be"], [swapped(marked), "utf-16be"]]) {
      const found = await read(bytes);
      assert.deepEqual([found.text, found.encoding], [RECORD, encoding]);
    }
  });

  test("GBK, and it says so", async () => {
    const found = await read(gbk(RECORD));
    assert.deepEqual([found.ok, found.text, found.encoding], [true, RECORD, "gb18030"]);
    assert.match(await page.evaluate(() => files.FILE_WORDS["zh-CN"].encoding("gb18030")), /GBK.*姓名/s);
  });

  for (const [what, bytes, kind, zh, en] of [
    ["an empty file", "", "empty", /空的/, /empty/],
    ["only a mark", "\ufeff", "empty", /空的/, /empty/],
    ["only spaces", " \r\n\t", "empty", /空的/, /empty/],
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff, 0x80], "not-text", /不是文本/, /not text/],
    ["Chinese prose in GBK", gbk("春风街道"), "not-text", /不是文本/, /not text/],
    ["a zip of Excel", [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00], "office", /Excel/, /Excel/],
    ["an old file of Excel", [0xd0, 0xcf, 0x11, 0xe0, 0xa1], "office", /Excel/, /Excel/],
    ["a rulebook", '{"schema":"gongwei/rulebook/1.0","id":"x"}', "foreign", /规则集/, /rulebook/],
    ["a report", '{"schema":"gongwei/report/1.0"}', "foreign", /核对报告/, /report/],
    ["JSON of another kind", '{"schema":"http://json-schema.org/","x":1}', "foreign", /json-schema/, /json-schema/],
    ["a package.json", '{"name":"x","version":"1.0.0"}', "foreign", /不是委员会记录/, /no committee's record/],
    ["a list", "[1, 2]", "foreign", /不是委员会记录/, /no committee's record/],
  ]) {
    test(`${what} is refused with a reason`, async () => {
      const { ok, name, problem } = await read(bytes);
      assert.deepEqual([ok, name, problem.kind], [false, "记录.json", kind]);
      assert.match(await say(problem), zh);
      assert.match(await say(problem, "en"), en);
    });
  }

  test("broken JSON goes on to the engine, which can say where", async () => {
    assert.deepEqual((await read('{"schema": "gongwei/record/1.0",')).ok, true);
  });

  test("a record without its schema goes on too: it can be mended in the form", async () => {
    assert.equal((await read('{"committee":{}}')).ok, true);
  });

  test("50 MB are not even read", async () => {
    const found = await page.evaluate(async () => {
      let isRead = false;
      const file = new File([new Uint8Array(50 * 1024 * 1024)], "大.json");
      file.arrayBuffer = () => ((isRead = true), Promise.resolve(new ArrayBuffer(0)));
      return [await files.read(file), isRead];
    });
    assert.deepEqual(found, [{ ok: false, name: "大.json", problem: { kind: "too-big", bytes: 50 * 1024 * 1024 } }, false]);
    assert.match(await say(found[0].problem), /50 MB.*16 MB/);
  });

  test("what the engine has no room for is refused, in whichever encoding", async () => {
    const large = await page.evaluate(async () => {
      const text = `{"schema":"gongwei/record/1.0","ext":{"a":"${"工".repeat(6_000_000)}"}}`;
      const wide = new Uint16Array([...text].map((one) => one.charCodeAt(0)));
      return Promise.all([new File([text], "a"), new File([wide], "b")].map((file) => files.read(file)));
    });
    assert.deepEqual(large.map(({ problem }) => problem?.kind), ["too-big", "too-big"]);
  });

  test("a file that has gone is said to be unreadable", async () => {
    const { problem } = await page.evaluate(() => {
      const file = new File(["{}"], "a.json");
      file.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotFoundError"));
      return files.read(file);
    });
    assert.match(await say(problem), /读不出来/);
  });
});

describe("dropping", () => {
  const drop = (items) =>
    page.evaluate((items) => {
      const data = {
        items: items.map(({ name, isDirectory, text }) => ({
          kind: text === undefined && !isDirectory ? "string" : "file",
          webkitGetAsEntry: () => ({ name, isDirectory }),
          getAsFile: () => (text === undefined ? null : new File([text], name)),
        })),
      };
      return files.readDropped(data);
    }, items);

  test("several records at once, and a folder among them", async () => {
    const [one, folder, other] = await drop([
      { name: "甲.json", isDirectory: false, text: RECORD },
      { name: "资料", isDirectory: true },
      { name: "乙.json", isDirectory: false, text: "" },
    ]);
    assert.equal(one.place.name, "甲.json");
    assert.deepEqual(folder, { ok: false, name: "资料", problem: { kind: "folder" } });
    assert.match(await say(folder.problem), /文件夹/);
    assert.equal(other.problem.kind, "empty");
  });

  test("text that is dragged is no file", async () => {
    assert.deepEqual(await drop([{ name: "x", isDirectory: false }]), []);
  });
});

describe("choosing", () => {
  test("by an input where there are no pickers", async () => {
    await page.evaluate(() => delete window.showOpenFilePicker);
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.evaluate(() => void files.chooseFiles("记录").then((found) => (window.found = found))),
    ]);
    assert.equal(chooser.isMultiple(), true);
    await chooser.setFiles({ name: "春风.json", mimeType: "application/json", buffer: Buffer.from(CLEAN) });
    await page.waitForFunction(() => window.found);
    assert.equal(await page.evaluate(() => window.found[0].text), CLEAN);
    assert.equal(await page.locator("input").count(), 0, "it is taken away again");
  });

  test("nothing is chosen", async () => {
    const found = await page.evaluate(() => {
      window.showOpenFilePicker = () => Promise.reject(new DOMException("closed", "AbortError"));
      return files.chooseFiles("记录");
    });
    assert.deepEqual(found, []);
  });
});

describe("saving", () => {
  /** A file of the browser's own store, which behaves as one on the disk. */
  const withFile = (body) =>
    page.evaluate(async (body) => {
      const folder = await navigator.storage.getDirectory();
      const handle = await folder.getFileHandle("甲.json", { create: true });
      const content = async () => (await handle.getFile()).text();
      const put = async (text) => {
        const writable = await handle.createWritable();
        await writable.write(text);
        await writable.close();
      };
      window.showSaveFilePicker = (options) => ((window.asked = options.suggestedName), Promise.resolve(handle));
      return new Function("handle", "content", "put", `return (async () => { ${body} })()`)(handle, content, put);
    }, body);

  test("to a new file, then to the same one without asking", async () => {
    const [asked, first, name, how, second, times] = await withFile(`
      let times = 0;
      const pick = window.showSaveFilePicker;
      window.showSaveFilePicker = (options) => (times++, pick(options));
      const saving = { suggested: "春风.json", description: "记录" };
      const one = await files.save("一", saving);
      const first = await content();
      const two = await files.save("二", { ...saving, place: one.place });
      return [window.asked, first, one.place.name, two.how, await content(), times];`);
    assert.deepEqual([asked, first, name, how, second, times], ["春风.json", "一", "甲.json", "written", "二", 1]);
  });

  test("what somebody else wrote meanwhile is not overwritten unasked", async () => {
    const found = await withFile(`
      const saving = { suggested: "春风.json", description: "记录" };
      const { place } = await files.save("一", saving);
      await new Promise((done) => setTimeout(done, 30));
      await put("别人");
      const refused = await files.save("二", { ...saving, place });
      const before = await content();
      const forced = await files.save("二", { ...saving, place, overwrite: true });
      return [refused.problem.kind, before, forced.ok, await content()];`);
    assert.deepEqual(found, ["changed", "别人", true, "二"]);
  });

  for (const [error, kind] of [["QuotaExceededError", "full"], ["NotAllowedError", "denied"], ["NotFoundError", "gone"], ["DataError", "failed"]]) {
    test(`${error} leaves the file as it was`, async () => {
      const [problem, left] = await withFile(`
        await put("旧");
        const failing = {
          kind: "file", name: "甲.json", getFile: () => handle.getFile(),
          createWritable: async () => {
            const real = await handle.createWritable();
            return { write: (text) => real.write(text), abort: () => real.abort(), close: () => Promise.reject(new DOMException("so", "${error}")) };
          },
        };
        const saved = await files.save("新", { suggested: "x", description: "记录", place: { name: "甲.json", handle: failing } });
        return [saved.problem, await content()];`);
      assert.equal(problem.kind, kind);
      assert.equal(left, "旧");
      for (const locale of ["zh-CN", "en"]) {
        assert.ok((await page.evaluate(([problem, locale]) => files.FILE_WORDS[locale].save(problem), [problem, locale])).length > 10);
      }
    });
  }

  test("the user refuses to let it write", async () => {
    const found = await withFile(`
      const refusing = { kind: "file", name: "甲.json", getFile: () => handle.getFile(), createWritable: () => handle.createWritable(),
        queryPermission: async () => "prompt", requestPermission: async () => "denied" };
      await put("旧");
      const saved = await files.save("新", { suggested: "x", description: "记录", place: { name: "甲.json", handle: refusing } });
      return [saved.problem.kind, await content()];`);
    assert.deepEqual(found, ["denied", "旧"]);
  });

  test("closing the dialog is no error and saves nothing", async () => {
    const saved = await page.evaluate(() => {
      window.showSaveFilePicker = () => Promise.reject(new DOMException("closed", "AbortError"));
      return files.save("x", { suggested: "x.json", description: "记录" });
    });
    assert.deepEqual(saved, { ok: false });
  });

  test("as a download where there is no dialog", async () => {
    const [download, saved] = await Promise.all([
      page.waitForEvent("download"),
      page.evaluate((text) => {
        delete window.showSaveFilePicker;
        return files.save(text, { suggested: "春风街道大工委.json", description: "记录" });
      }, CLEAN),
    ]);
    assert.equal(download.suggestedFilename(), "春风街道大工委.json");
    assert.equal(readFileSync(await download.path(), "utf8"), CLEAN);
    assert.deepEqual(saved, { ok: true, how: "downloaded", place: { name: "春风街道大工委.json" } });
  });
});

test("names that every system allows, from the committee's", async () => {
  const names = [
    ["春风街道大工委", "春风街道大工委.json"],
    ['a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j.json"],
    [" ..春风 . ", "春风.json"],
    ["con", "记录.json"],
    ["", "记录.json"],
    [undefined, "记录.json"],
    ["\u202e工\u0000委\n会", "工委会.json"],
    ["工".repeat(300), `${"工".repeat(60)}.json`],
    ["𠮷".repeat(70), `${"𠮷".repeat(60)}.json`],
  ];
  assert.deepEqual(await page.evaluate((names) => names.map((name) => files.fileName(name ?? undefined, "记录")), names.map(([name]) => name)), names.map(([, file]) => file));
});

test("the browser asks before unsaved changes are left, and not otherwise", async () => {
  let asked = 0;
  page.on("dialog", (dialog) => (asked++, dialog.accept()));
  await page.evaluate(() => (window.guard = new files.LeaveGuard()));
  // Without a gesture the browser does not ask at all.
  await page.mouse.click(10, 10);
  await page.evaluate(() => window.guard.set(true));
  await page.reload();
  assert.equal(asked, 1);
  await page.mouse.click(10, 10);
  await page.evaluate(() => {
    const guard = new files.LeaveGuard();
    guard.set(true);
    guard.set(false);
  });
  await page.reload();
  assert.equal(asked, 1);
});

function swapped(bytes) {
  return Buffer.from(bytes).swap16();
}

/** Node cannot write GBK: from its decoder, the other way round. */
function gbk(text) {
  const decoder = new TextDecoder("gbk");
  const codes = new Map();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
    }
  }
  return Buffer.from([...text].flatMap((one) => (one.charCodeAt(0) < 0x80 ? [one.charCodeAt(0)] : codes.get(one))));
}
