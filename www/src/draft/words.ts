import type { Locale } from "gongwei";
import type { Keeping } from "./keeper";
import type { DraftProblem } from "./problem";

type Why = Extract<Keeping, { kind: "lost" }>["why"];

const zh = {
  ask: "要在这台电脑上保留草稿吗？",
  askShort: "关闭或刷新页面后可以接着填；只存在这台电脑的这个浏览器里，不上传。",
  askText:
    "同意后，您填写的内容和打开的规则会自动存在这台电脑的这个浏览器里，关闭或刷新页面后可以接着填。草稿不上传、不同步，换电脑或换浏览器就看不到；能用这台电脑这个账户的人都能看到。用无痕窗口时，关闭窗口即消失。草稿不能代替保存到文件。",
  agree: "保留草稿",
  notNow: "暂不",
  keeping(keeping: Keeping): string {
    switch (keeping.kind) {
      case "kept":
        return `草稿已存在本机 ${time(keeping.at)}`;
      case "waiting":
        return "正在存草稿…";
      case "failed":
        return "草稿没有存上";
      case "lost":
        return "草稿已停止自动保存";
    }
  },
  off: "没有保留草稿",
  rulesNotKept: "打开的规则没有存在本机，关闭本页后需重新打开它的文件",
  problem(problem: DraftProblem): string {
    switch (problem.kind) {
      case "full":
        return "浏览器给本页的空间已满，最新的修改没有存进草稿；此前存的草稿还在。请先保存到文件，再删除不用的草稿。";
      case "unavailable":
        return "这个浏览器不让本页存东西（可能是无痕窗口，或设置里禁止了），草稿存不上。请用“保存到文件”。";
      case "overtaken":
        return "这份草稿正在另一个标签页里编辑，没有删除。请先在那里关闭它。";
      case "deleted":
        return "这份草稿已被删除。";
      case "cleared":
        return "本机的草稿已全部清除。";
      case "newer":
        return "另一个标签页已换用新版，草稿由新版保存，本页不再存草稿；此前存的草稿还在。请先把本页保存到文件，再刷新本页。";
      case "failed":
        return `草稿没有存上（${problem.detail}）。请保存到文件。`;
    }
  },
  list: "本机草稿",
  listText: "只在这台电脑的这个浏览器里。要交给别人或长期保存，请保存到文件。",
  none: "没有草稿。",
  unnamed: "未命名记录",
  changed: (at: number) => `${time(at)} 修改`,
  openHere: "已在本页打开",
  notInFile: "有改动未存入文件",
  open: "打开",
  rename: "改名",
  renameLabel: "草稿的名称",
  remove: "删除",
  removeAsk: (name: string) => `删除草稿《${name}》？删除后不能找回。已保存的文件不受影响。`,
  clear: "全部清除…",
  clearAsk: (count: number) =>
    `清除本机全部 ${count} 份草稿和存下的规则，并不再保留草稿？清除后不能找回。已保存的文件不受影响；正在填写的内容留在本页，直到页面关闭。`,
  clearAnyway: "全部清除",
  cleared: "本机的草稿已全部清除。",
  cancel: "取消",
  elsewhere: "这份草稿正在另一个标签页里编辑",
  elsewhereText: "为免互相覆盖，一份草稿同时只能在一个标签页里修改。请选择怎样打开它。",
  readOnly: "只读查看",
  readOnlyWhat: "看看内容，不能修改",
  takeOver: "在这里接着改",
  takeOverWhat: "另一个标签页先存好，再转为只读",
  copy: "另存一份副本",
  copyWhat: "在这里改副本，原来的不动",
  lost(why: Why): { title: string; text: string } {
    switch (why) {
      case "taken":
        return { title: "这份草稿转到另一个标签页了", text: "本页改为只读，以免互相覆盖。" };
      case "overtaken":
        return { title: "另一个标签页改了这份草稿", text: "本页的修改没有覆盖它。本页改为只读，内容仍在，可以另存一份副本。" };
      case "deleted":
        return { title: "这份草稿已在别处删除", text: "内容仍在本页，可以另存一份副本，或保存到文件。" };
      case "cleared":
        return { title: "本机的草稿已全部清除", text: "内容仍在本页，直到页面关闭。需要留存请保存到文件。" };
    }
  },
  readOnlyHere: "本页只能查看，不能修改。",
};

export type DraftWords = typeof zh;

const en: DraftWords = {
  ask: "Keep a draft on this computer?",
  askShort: "You can go on after closing or reloading the page; it stays in this browser on this computer and is not uploaded.",
  askText:
    "If you agree, what you fill in and the rules you open are stored in this browser on this computer, and you can go on after closing or reloading the page. Drafts are not uploaded or synchronized: another computer or browser does not have them, and whoever uses this account on this computer can see them. In a private window they are gone when it is closed. A draft does not replace saving to a file.",
  agree: "Keep drafts",
  notNow: "Not now",
  keeping(keeping) {
    switch (keeping.kind) {
      case "kept":
        return `Draft kept on this computer, ${time(keeping.at)}`;
      case "waiting":
        return "Keeping the draft…";
      case "failed":
        return "The draft was not kept";
      case "lost":
        return "The draft is no longer kept from here";
    }
  },
  off: "No draft is kept",
  rulesNotKept: "The rules you opened are not kept on this computer: after closing the page their file must be opened again",
  problem(problem) {
    switch (problem.kind) {
      case "full":
        return "The browser gives this page no more room: your latest changes are not in the draft, the draft kept before still is. Please save to a file first, then delete drafts that you do not need.";
      case "unavailable":
        return "This browser lets the page store nothing (a private window, perhaps, or its settings), so no draft is kept. Please use “Save to a file”.";
      case "overtaken":
        return "This draft is being edited in another tab and was not deleted. Please close it there first.";
      case "deleted":
        return "This draft was deleted.";
      case "cleared":
        return "All drafts on this computer were cleared.";
      case "newer":
        return "Another tab has the newer version of this page, which keeps the drafts now; this tab keeps none any more, and those kept before are still there. Please save this page to a file first, then reload it.";
      case "failed":
        return `The draft was not kept (${problem.detail}). Please save to a file.`;
    }
  },
  list: "Drafts on this computer",
  listText: "Only in this browser on this computer. To hand a record on, or to keep it, save it to a file.",
  none: "There is no draft.",
  unnamed: "Unnamed record",
  changed: (at) => `changed ${time(at)}`,
  openHere: "Open on this page",
  notInFile: "changes not saved to a file",
  open: "Open",
  rename: "Rename",
  renameLabel: "Name of the draft",
  remove: "Delete",
  removeAsk: (name) => `Delete the draft “${name}”? It cannot be brought back. Files that you saved stay as they are.`,
  clear: "Clear everything…",
  clearAsk: (count) =>
    `Clear ${count === 1 ? "the one draft" : `all ${count} drafts`} and the rules kept on this computer, and keep none from now on? They cannot be brought back. Files that you saved stay as they are; what you are filling in stays on this page until it is closed.`,
  clearAnyway: "Clear everything",
  cleared: "All drafts on this computer were cleared.",
  cancel: "Cancel",
  elsewhere: "This draft is being edited in another tab",
  elsewhereText: "So that nothing is overwritten, only one tab at a time can change a draft. Please choose how to open it.",
  readOnly: "Read only",
  readOnlyWhat: "Look at it without changing it",
  takeOver: "Go on here",
  takeOverWhat: "The other tab stores its changes first, then becomes read-only",
  copy: "Make a copy",
  copyWhat: "Change the copy here and leave the other as it is",
  lost(why) {
    switch (why) {
      case "taken":
        return { title: "This draft has gone to another tab", text: "So that nothing is overwritten, it is read-only here." };
      case "overtaken":
        return { title: "Another tab has changed this draft", text: "Your changes here did not overwrite it. It is read-only here, and all of it is still on this page: you can make a copy." };
      case "deleted":
        return { title: "This draft was deleted elsewhere", text: "All of it is still on this page: you can make a copy or save it to a file." };
      case "cleared":
        return { title: "All drafts on this computer were cleared", text: "All of it is still on this page until it is closed. To keep it, save it to a file." };
    }
  },
  readOnlyHere: "Here it can be looked at, but not changed.",
};

/** Of today the time, of other days the day too, where the user is. */
function time(at: number): string {
  const then = new Date(at);
  const two = (part: number): string => String(part).padStart(2, "0");
  const clock = `${two(then.getHours())}:${two(then.getMinutes())}`;
  return then.toDateString() === new Date().toDateString()
    ? clock
    : `${then.getFullYear()}-${two(then.getMonth() + 1)}-${two(then.getDate())} ${clock}`;
}

export const DRAFT_WORDS: Record<Locale, DraftWords> = { "zh-CN": zh, en };
