import type { Locale } from "gongwei";

const zh = {
  ready: "可离线使用：程序已存在这台电脑上，没有网络也能打开。",
  newer: "有新版本",
  newerText: "重新加载后使用新版本，填写的内容不会丢失。",
  unkept: "还有内容既没有存进本机草稿，也没有保存到文件，没有重新加载。请先保存到文件。",
  reload: "重新加载",
  later: "以后再说",
};

export type OfflineWords = typeof zh;

const en: OfflineWords = {
  ready: "Works offline: the program is kept on this computer and opens without a network.",
  newer: "New version",
  newerText: "Reload to use it; nothing that you filled in is lost.",
  unkept: "Something that you filled in is neither in a draft on this computer nor in a file, so the page was not reloaded. Please save to a file first.",
  reload: "Reload",
  later: "Later",
};

export const OFFLINE_WORDS: Record<Locale, OfflineWords> = { "zh-CN": zh, en };
