import type { Locale } from "gongwei";

const zh = {
  ready: "可离线使用",
  readyWhat: "程序已存在这台电脑上，没有网络也能打开。",
  newer: "有新版本",
  newerText: "重新加载后使用新版本，填写的内容不会丢失。",
  newerUnsaved: "重新加载后使用新版本。先保留本机草稿或保存到文件，填写的内容才不会丢失。",
  reload: "重新加载",
  later: "以后再说",
  keepAndReload: "保留草稿并重新加载",
  cannotKeep: "草稿没有存上，没有重新加载。请先保存到文件。",
};

export type OfflineWords = typeof zh;

const en: OfflineWords = {
  ready: "Works offline",
  readyWhat: "The program is kept on this computer and opens without a network.",
  newer: "New version",
  newerText: "Reload to use it; nothing that you filled in is lost.",
  newerUnsaved: "Reload to use it. First keep a draft on this computer or save to a file, so that nothing that you filled in is lost.",
  reload: "Reload",
  later: "Later",
  keepAndReload: "Keep drafts and reload",
  cannotKeep: "The draft was not kept, so the page was not reloaded. Please save to a file first.",
};

export const OFFLINE_WORDS: Record<Locale, OfflineWords> = { "zh-CN": zh, en };
