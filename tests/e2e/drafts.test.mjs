// Drafts on this computer, through the page's own module in Chromium: nothing is stored unasked, nothing that was typed is
// lost, and of two tabs neither overwrites the other.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { launch } from "../browser/chromium.mjs";
import { blank, bundle, ORIGIN } from "./modules.mjs";

let browser;
let code;
let context;
let page;

before(async () => {
  [browser, code] = await Promise.all([launch(), bundle("draft/index.ts", "draft")]);
});
after(() => browser?.close());
beforeEach(async () => {
  context = await browser.newContext();
  page = await tab();
});
afterEach(() => context.close());

/** A tab with the drafts started, in which `type` edits the record and `keep` keeps it. */
async function tab(before = "") {
  const opened = await blank(context, `${before}\n${code}`);
  await start(opened);
  return opened;
}
const start = (tab) =>
  tab.evaluate(async () => {
    window.record = { text: '{"a":0}', name: "春风街道大工委", on: "2026-06-30", isSaved: false };
    window.drafts = new draft.Drafts(() => undefined);
    window.keep = async () => (window.keeper = await drafts.keep(() => ({ ...record })));
    window.type = (text) => {
      record.text = text;
      keeper.changed();
    };
    window.take = (opened) => {
      if (opened.kind === "ours") {
        record.text = opened.text;
        window.keeper = opened.keep(() => ({ ...record }));
      }
      return opened.kind;
    };
    await drafts.start();
  });
const list = (tab = page) => tab.evaluate(() => drafts.list);
const databases = (tab = page) => tab.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
const keeping = (tab = page) => tab.evaluate(() => keeper.keeping);
const textOf = (id, tab = page) => tab.evaluate(async (id) => (await drafts.open(id)).text, id);
const agree = (tab = page) => tab.evaluate(() => drafts.agree());
/** Keeps a record with this text and gives the draft's id. */
async function kept(text, tab = page) {
  await agree(tab);
  return tab.evaluate(async (text) => {
    await keep();
    type(text);
    await keeper.flush();
    return keeper.id;
  }, text);
}

describe("agreement", () => {
  test("nothing is stored before", async () => {
    assert.equal(await page.evaluate(() => drafts.agreed), false);
    assert.equal(await page.evaluate(() => keep()), undefined);
    assert.deepEqual(await databases(), []);
    await page.reload();
    await start(page);
    assert.deepEqual(await databases(), [], "looking for drafts makes none");
  });

  test("it is remembered", async () => {
    await agree();
    await page.reload();
    await start(page);
    assert.equal(await page.evaluate(() => drafts.agreed), true);
  });

  test("clearing everything takes it back and leaves nothing", async () => {
    await kept("{}");
    await page.evaluate(() => drafts.clear());
    assert.deepEqual([await page.evaluate(() => [drafts.agreed, drafts.list.length]), await databases()], [[false, 0], []]);
    assert.deepEqual(await keeping(), { kind: "lost", why: "cleared" });
    await page.reload();
    await start(page);
    assert.deepEqual([await page.evaluate(() => drafts.agreed), await databases()], [false, []]);
  });

  test("clearing in one tab reaches the other, which goes on by itself", async () => {
    await kept('{"a":1}');
    const other = await tab();
    assert.equal(await other.evaluate(() => drafts.agreed), true);
    await other.evaluate(() => drafts.clear());
    await page.waitForFunction(() => drafts.agreed === false);
    assert.deepEqual(await keeping(), { kind: "lost", why: "cleared" });
    await page.evaluate(() => type("{}"));
    assert.deepEqual(await databases(), []);
  });
});

describe("rulebooks beside the drafts", () => {
  const rulebooks = (tab = page) => tab.evaluate(() => drafts.rules());
  const nation = { id: "nation", text: '{"a":1}' };
  const province = { id: "province", text: '{"a":2}' };

  test("are not kept before the user agrees", async () => {
    assert.equal(await page.evaluate((one) => drafts.keepRules([one]), nation), true);
    assert.deepEqual([await rulebooks(), await databases()], [[], []]);
  });

  test("are kept as they are, one of an id, and removed one by one or with everything", async () => {
    await kept("{}");
    await page.evaluate((all) => drafts.keepRules(all), [nation, province]);
    await page.evaluate((one) => drafts.keepRules([one]), { ...nation, text: '{"a":3}' });
    const other = await tab();
    assert.deepEqual(await rulebooks(other), [{ ...nation, text: '{"a":3}' }, province]);
    await page.evaluate(() => drafts.removeRules("nation"));
    assert.deepEqual(await rulebooks(other), [province]);
    await page.evaluate(() => drafts.clear());
    await agree();
    assert.deepEqual(await rulebooks(), []);
  });

  test("have a place in what was stored before there were any", async () => {
    await page.evaluate(
      () =>
        new Promise((made) => {
          const opening = indexedDB.open("gongwei-drafts", 1);
          opening.onupgradeneeded = () => {
            opening.result.createObjectStore("drafts", { keyPath: "id" }).put({ id: "d1", name: "甲", changed: 1, revision: 1, on: "2026-06-30", size: 2, isSaved: true });
            opening.result.createObjectStore("texts", { keyPath: "id" }).put({ id: "d1", text: "{}" });
          };
          opening.onsuccess = () => made(opening.result.close());
        }),
    );
    const later = await tab();
    assert.deepEqual([await later.evaluate(() => drafts.agreed), (await list(later)).map(({ id }) => id), await textOf("d1", later)], [true, ["d1"], "{}"]);
    assert.equal(await later.evaluate((one) => drafts.keepRules([one]), nation), true);
    assert.deepEqual(await rulebooks(later), [nation]);
  });
});

describe("keeping", () => {
  test("by itself, soon after the last key", async () => {
    const id = await kept("{}");
    await page.evaluate(() => {
      for (let at = 1; at <= 20; at++) {
        type(`{"a":${at}}`);
      }
    });
    assert.equal((await keeping()).kind, "waiting");
    await page.waitForFunction(() => keeper.keeping.kind === "kept");
    const [{ revision, name, size }] = await list();
    assert.deepEqual([revision, name, size], [2, "春风街道大工委", 8], "twenty keys, one write");
    assert.equal(await textOf(id, await tab()), '{"a":20}');
  });

  test("however long somebody types without a pause", async () => {
    await kept("{}");
    const revision = await page.evaluate(async () => {
      const end = Date.now() + 4500;
      for (let at = 0; Date.now() < end; at++) {
        type(`{"a":${at}}`);
        await new Promise((go) => setTimeout(go, 100));
      }
      return drafts.list[0].revision;
    });
    assert.ok(revision >= 2, `${revision}`);
  });

  test("what cannot be read comes back as it was typed", async () => {
    const typed = '{"meetings":[{"id":"m1","on":"2026-0"}],"people":7,"x":"\\ud83d\\u5de5"}';
    const id = await kept(typed);
    await page.reload();
    await start(page);
    assert.equal(await textOf(id), typed);
  });

  test("a key pressed just before the page is loaded again", async () => {
    const id = await kept("{}");
    await page.evaluate(() => {
      type('{"a":"last"}');
      location.reload();
    });
    await page.waitForFunction(() => window.draft && !window.drafts);
    await start(page);
    assert.equal(await textOf(id), '{"a":"last"}');
  });

  test("and just before it is closed", async () => {
    const id = await kept("{}");
    const other = await tab();
    await page.evaluate(() => type('{"a":"last"}'));
    await page.close({ runBeforeUnload: true });
    await other.waitForFunction(async (id) => {
      const opened = await drafts.open(id);
      opened.letGo?.();
      return opened.text === '{"a":"last"}';
    }, id);
  });

  test("several records side by side, the one changed last at the top", async () => {
    await kept('{"a":1}');
    await page.evaluate(() => (record.name = "社区大党委"));
    const second = await kept('{"a":2}');
    const found = await list();
    assert.deepEqual(found.map(({ name }) => name), ["社区大党委", "春风街道大工委"]);
    assert.equal(found[0].id, second);
    assert.ok(Math.abs(found[0].changed - Date.now()) < 60_000);
  });

  test("a draft is renamed and keeps that name", async () => {
    const id = await kept("{}");
    await page.evaluate((id) => drafts.rename(id, " 我的  "), id);
    assert.equal((await list())[0].label, "我的");
    await page.evaluate(async () => {
      type('{"a":1}');
      await keeper.flush();
    });
    assert.deepEqual([(await list())[0].label, (await keeping()).kind], ["我的", "kept"]);
    await page.evaluate(() => {
      type('{"a":2}');
      location.reload();
    });
    await page.waitForFunction(() => window.draft && !window.drafts);
    await start(page);
    assert.deepEqual([(await list())[0].label, await textOf(id)], ["我的", '{"a":2}']);
    await page.evaluate((id) => drafts.rename(id, ""), id);
    assert.equal("label" in (await list())[0], false);
  });

  test("a draft is deleted with its text", async () => {
    const id = await kept("{}");
    await page.evaluate((id) => drafts.remove(id), id);
    assert.deepEqual([await list(), await keeping()], [[], { kind: "lost", why: "deleted" }]);
    assert.deepEqual(await page.evaluate(async (id) => (await drafts.open(id)).problem, id), { kind: "deleted" });
  });

  test("a file's hold comes back with the draft, and can be written to", async () => {
    await agree();
    const id = await page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      const handle = await folder.getFileHandle("甲.json", { create: true });
      record.place = { name: "甲.json", handle, modified: 1 };
      await keep();
      await keeper.flush();
      return keeper.id;
    });
    await page.reload();
    await start(page);
    const [name, kind] = await page.evaluate(async (id) => {
      const { draft } = await drafts.open(id);
      return [draft.place.name, (await draft.place.handle.getFile()).name];
    }, id);
    assert.deepEqual([name, kind], ["甲.json", "甲.json"]);
  });

  test("a tab remembers what it had open, another does not", async () => {
    await page.evaluate(() => draft.remember(["a", "b"]));
    await page.reload();
    assert.deepEqual(await page.evaluate(() => draft.remembered()), ["a", "b"]);
    const other = await tab();
    assert.deepEqual(await other.evaluate(() => draft.remembered()), []);
    await page.evaluate(() => sessionStorage.setItem("gongwei-open-drafts", "{broken"));
    assert.deepEqual(await page.evaluate(() => draft.remembered()), []);
  });
});

/** The ways in which browsers let tabs know of each other. */
const BROWSERS = [
  ["with locks", ""],
  ["without locks", "Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });"],
];

for (const [name, missing] of BROWSERS) {
  describe(`two tabs, ${name}`, () => {
    let other;
    let id;
    beforeEach(async () => {
      await page.close();
      page = await tab(missing);
      id = await kept('{"a":1}');
      other = await tab(missing);
    });

    test("the second is told, and sees what the first has written", async () => {
      const found = await other.evaluate(async (id) => {
        const { kind, text } = await drafts.open(id);
        return [kind, text];
      }, id);
      assert.deepEqual(found, ["elsewhere", '{"a":1}']);
      await page.evaluate(async () => {
        type('{"a":2}');
        await keeper.flush();
      });
      assert.equal((await keeping()).kind, "kept", "the first goes on");
    });

    test("the second takes over, with the first one's last key", async () => {
      await page.evaluate(() => type('{"a":"first"}'));
      assert.equal(await other.evaluate(async (id) => take(await drafts.seize(id)), id), "ours");
      assert.equal(await other.evaluate(() => record.text), '{"a":"first"}');
      await page.waitForFunction(() => keeper.keeping.kind === "lost");
      assert.deepEqual(await keeping(), { kind: "lost", why: "taken" });
      await other.evaluate(async () => {
        type('{"a":"second"}');
        await keeper.flush();
      });
      await page.evaluate(async () => {
        type('{"a":"too late"}');
        await keeper.flush();
      });
      assert.equal(await other.evaluate(() => keeper.keeping.kind), "kept");
      // And back again.
      assert.equal(await page.evaluate(async (id) => take(await drafts.seize(id)), id), "ours");
      assert.equal(await page.evaluate(() => record.text), '{"a":"second"}');
      await other.waitForFunction(() => keeper.keeping.kind === "lost");
    });

    test("the second makes a copy", async () => {
      await other.evaluate(async (id) => {
        record.text = (await drafts.open(id)).text;
        await keep();
        type('{"a":"copy"}');
        await keeper.flush();
      }, id);
      await page.evaluate(async () => {
        type('{"a":"own"}');
        await keeper.flush();
      });
      const texts = await other.evaluate(async () => Promise.all(drafts.list.map(async ({ id }) => (await drafts.open(id)).text)));
      assert.deepEqual(texts.sort(), ['{"a":"copy"}', '{"a":"own"}']);
    });

    test("what one writes or deletes the other's list shows", async () => {
      await page.evaluate(async () => {
        record.name = "改了名";
        type("{}");
        await keeper.flush();
      });
      await other.waitForFunction(() => drafts.list[0]?.name === "改了名");
      assert.equal(await other.evaluate((id) => drafts.remove(id), id), false, "not while it is being written");
      assert.match(await other.evaluate(() => draft.DRAFT_WORDS["zh-CN"].problem(drafts.problem)), /另一个标签页/);
      await page.evaluate((id) => drafts.leave(id), id);
      assert.equal(await other.evaluate((id) => drafts.remove(id), id), true);
      await page.waitForFunction(() => drafts.list.length === 0);
    });

    test("who leaves it lets the other have it", async () => {
      assert.equal(await page.evaluate((id) => drafts.leave(id), id), true);
      assert.equal(await other.evaluate(async (id) => take(await drafts.open(id)), id), "ours");
    });
  });
}

test("a tab that is asleep is not waited for, and cannot write afterwards", async () => {
  const id = await kept('{"a":1}');
  const other = await tab();
  // Asleep: it hears nothing of the other tab, and its edit is not written yet.
  await page.evaluate(() => {
    keeper.flush = () => new Promise(() => undefined);
    type('{"a":"asleep"}');
  });
  assert.equal(await other.evaluate(async (id) => take(await drafts.seize(id)), id), "ours");
  await other.evaluate(async () => {
    type('{"a":"awake"}');
    await keeper.flush();
  });
  await page.waitForFunction(() => keeper.keeping.kind === "lost");
  assert.equal(await page.evaluate(() => record.text), '{"a":"asleep"}', "nothing of it is lost: it can be copied");
  await other.evaluate(() => drafts.leave(keeper.id));
  assert.equal(await textOf(id, other), '{"a":"awake"}');
});

test("where tabs cannot hear each other at all, the second writer is refused", async () => {
  await page.close();
  const deaf = `delete globalThis.BroadcastChannel; Object.defineProperty(Navigator.prototype, "locks", { value: undefined });`;
  page = await tab(deaf);
  const id = await kept('{"a":1}');
  const other = await tab(deaf);
  assert.equal(await other.evaluate(async (id) => take(await drafts.open(id)), id), "ours");
  await other.evaluate(async () => {
    type('{"a":"other"}');
    await keeper.flush();
  });
  await page.evaluate(async () => {
    type('{"a":"mine"}');
    await keeper.flush();
  });
  assert.deepEqual(await keeping(), { kind: "lost", why: "overtaken" });
  await other.evaluate(() => drafts.leave(keeper.id));
  assert.equal(await textOf(id, other), '{"a":"other"}');
});

test("a newer page may store otherwise: the older one says so, stores nothing and clears nothing", async () => {
  const id = await kept('{"a":1}');
  const other = await tab();
  await other.evaluate(
    () =>
      new Promise((made) => {
        const opening = indexedDB.open("gongwei-drafts", 99);
        opening.onsuccess = () => made((window.newer = opening.result));
      }).then(() => undefined),
  );
  const newer = [false, { kind: "newer" }];
  assert.deepEqual(await page.evaluate(() => [drafts.agreed, drafts.problem]), newer);
  assert.equal((await keeping()).kind, "lost");
  await page.evaluate(() => type('{"a":2}'));
  const late = await tab();
  assert.deepEqual(await late.evaluate(() => [drafts.agreed, drafts.problem]), newer);
  assert.equal(await agree(late), false);
  for (const [locale, word] of [["zh-CN", /新版.*刷新/s], ["en", /newer.*reload/s]]) {
    assert.match(await late.evaluate((locale) => draft.DRAFT_WORDS[locale].problem(drafts.problem), locale), word);
  }
  const text = await other.evaluate((id) => new Promise((found) => (newer.transaction("texts").objectStore("texts").get(id).onsuccess = ({ target }) => found(target.result.text))), id);
  assert.equal(text, '{"a":1}');
});

describe("no room", () => {
  test("a full disk quota is said, the draft before stays, and the next edit tries again", async () => {
    const cdp = await context.newCDPSession(page);
    // Before the first write: the browser looks at the quota now and then, not every time.
    await cdp.send("Storage.overrideQuotaForOrigin", { origin: ORIGIN, quotaSize: 1_000_000 });
    const id = await kept('{"a":"before"}');
    await page.evaluate(async () => {
      type(JSON.stringify({ a: "工".repeat(2_000_000) }));
      await keeper.flush();
    });
    assert.deepEqual(await keeping(), { kind: "failed", problem: { kind: "full" } });
    assert.match(await page.evaluate(() => draft.DRAFT_WORDS["zh-CN"].problem(keeper.keeping.problem)), /空间已满.*文件/s);
    assert.equal(await page.evaluate(() => keeper.isSafe), false);
    assert.equal(await page.evaluate(() => drafts.leave(keeper.id)), false, "it is not let go unwritten");
    const other = await tab();
    assert.equal(await textOf(id, other), '{"a":"before"}');
    await page.evaluate(async () => {
      type('{"a":"after"}');
      await keeper.flush();
    });
    assert.equal((await keeping()).kind, "kept");
    assert.equal(await textOf(id, other), '{"a":"after"}');
  });

  for (const [what, missing] of [
    ["opening is refused", `indexedDB.open = () => { throw new DOMException("no", "SecurityError"); };`],
    ["a private window of an older Firefox", `indexedDB.open = () => { const r = {}; setTimeout(() => { r.error = new DOMException("no", "InvalidStateError"); r.onerror({ preventDefault() {} }); }); return r; };`],
    ["there is no store at all", `Object.defineProperty(globalThis, "indexedDB", { value: undefined });`],
  ]) {
    test(what, async () => {
      const closed = await tab(missing);
      assert.equal(await closed.evaluate(() => drafts.agreed), false);
      assert.equal(await agree(closed), false);
      assert.deepEqual(await closed.evaluate(() => [drafts.agreed, drafts.problem]), [false, { kind: "unavailable" }]);
      for (const [locale, word] of [["zh-CN", /无痕/], ["en", /private/]]) {
        assert.match(await closed.evaluate((locale) => draft.DRAFT_WORDS[locale].problem(drafts.problem), locale), word);
      }
    });
  }
});
