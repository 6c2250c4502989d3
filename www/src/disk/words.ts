import type { Locale } from "gongwei";
import type { Encoding } from "./encoding";
import { LARGEST, type ReadProblem } from "./read";
import type { SaveProblem } from "./save";

const mega = (bytes: number): string => (bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0);

const zh = {
  fileType: "委员会记录（JSON）",
  unnamed: "委员会记录",
  notOpened: (name: string) => `“${name}”没有打开`,
  kept: "正在填写的记录没有改动。",
  notSaved: (name: string) => `没有保存到“${name}”`,
  stillHere: "您的修改还在本页，原文件也没有改动。",
  downloaded: (name: string) => `已交给浏览器下载：“${name}”`,
  written: (name: string) => `已保存到“${name}”`,
  saveAs: "另存为…",
  overwrite: "仍然覆盖",
  cancel: "取消",
  read(problem: ReadProblem): string {
    switch (problem.kind) {
      case "too-big":
        return `文件有 ${mega(problem.bytes)} MB，超过 ${mega(LARGEST)} MB 的上限，没有读取。一份委员会记录通常不到 1 MB，请检查是否选错了文件。`;
      case "empty":
        return "文件是空的，没有内容可读。请检查是否选错了文件，或从备份中找回。";
      case "not-text":
        return "文件不是文本，无法按 JSON 读取。请选择本页保存的、扩展名为 .json 的记录文件。";
      case "office":
        return "这是 Excel、Word 等办公软件的文件，不是 JSON 记录。要录入名单，请打开或新建一份记录，再用“导入”读入表格。";
      case "folder":
        return "这是文件夹。请打开它，把里面的 .json 文件拖到本页。";
      case "unreadable":
        return "文件读不出来。请检查它是否仍在原处、是否有权限打开、是否正被其他程序占用。";
      case "foreign":
        return problem.schema?.startsWith("gongwei/rulebook/")
          ? "这是一份规则集，不是委员会记录。请在“规则”页打开它。"
          : problem.schema?.startsWith("gongwei/report/")
            ? "这是一份核对报告，不是委员会记录。请打开生成报告的那份记录。"
            : problem.schema === undefined
              ? "这是 JSON 文件，但不是委员会记录：既没有 schema 字段，也没有委员会、人员等内容。请检查是否选错了文件。"
              : `这是别的格式的 JSON 文件（schema 为“${problem.schema}”），不是委员会记录。委员会记录的 schema 以 gongwei/record/ 开头。`;
    }
  },
  encoding: (encoding: Exclude<Encoding, "utf-8">) =>
    `文件是 ${ENCODING[encoding]} 编码，已按此读取。请核对姓名等文字是否正确；保存时改用通用的 UTF-8 编码。`,
  save(problem: SaveProblem): string {
    switch (problem.kind) {
      case "changed":
        return "打开以后，这个文件被别的程序或别人改过。覆盖会丢掉那些改动；也可以另存为新文件，再对照两份内容。";
      case "denied":
        return "没有写入权限：浏览器没有得到许可，或文件是只读的。请重试并选择“允许”，或另存为新文件。";
      case "gone":
        return "原文件已被移走、改名或删除。请另存为新文件。";
      case "full":
        return "磁盘空间不足。请腾出空间，或另存到别的磁盘。";
      case "failed":
        return `写入失败（${problem.detail}）。请重试，或另存为新文件。`;
    }
  },
};

export type FileWords = typeof zh;

const en: FileWords = {
  fileType: "Committee record (JSON)",
  unnamed: "committee record",
  notOpened: (name) => `“${name}” was not opened`,
  kept: "The record that you are filling in is as it was.",
  notSaved: (name) => `Not saved to “${name}”`,
  stillHere: "Your changes are still on this page, and the file is as it was.",
  downloaded: (name) => `Handed to the browser as a download: “${name}”`,
  written: (name) => `Saved to “${name}”`,
  saveAs: "Save as…",
  overwrite: "Overwrite it",
  cancel: "Cancel",
  read(problem) {
    switch (problem.kind) {
      case "too-big":
        return `The file has ${mega(problem.bytes)} MB, more than the ${mega(LARGEST)} MB allowed, and was not read. A committee's record is usually below 1 MB: please check whether this is the right file.`;
      case "empty":
        return "The file is empty. Please check whether it is the right one, or restore it from a backup.";
      case "not-text":
        return "The file is not text and cannot be read as JSON. Please choose a record saved by this page, a file ending in .json.";
      case "office":
        return "This is a file of Excel, Word or the like, not a JSON record. To enter a list of members, open or start a record and import the sheet there.";
      case "folder":
        return "This is a folder. Please open it and drop the .json file in it on this page.";
      case "unreadable":
        return "The file cannot be read. Please check whether it is still in its place, whether you may open it, and whether another program holds it.";
      case "foreign":
        return problem.schema?.startsWith("gongwei/rulebook/")
          ? "This is a rulebook, not a committee's record. Please open it on the page “Rules”."
          : problem.schema?.startsWith("gongwei/report/")
            ? "This is a report, not a committee's record. Please open the record that it was made from."
            : problem.schema === undefined
              ? "This is JSON, but no committee's record: it has neither a schema nor a committee, people or the like. Please check whether it is the right file."
              : `This is JSON of another kind (its schema is “${problem.schema}”), not a committee's record, whose schema begins with gongwei/record/.`;
    }
  },
  encoding: (encoding) =>
    `The file is encoded in ${ENCODING[encoding]} and was read so. Please check whether names and other text are right; it will be saved in UTF-8, which every program reads.`,
  save(problem) {
    switch (problem.kind) {
      case "changed":
        return "Since it was opened, another program or person has changed this file. Overwriting loses those changes; you can also save as a new file and compare the two.";
      case "denied":
        return "No permission to write: the browser was not allowed to, or the file is read-only. Please try again and choose “allow”, or save as a new file.";
      case "gone":
        return "The file was moved, renamed or deleted. Please save as a new file.";
      case "full":
        return "The disk is full. Please make room, or save as a file on another disk.";
      case "failed":
        return `Writing failed (${problem.detail}). Please try again, or save as a new file.`;
    }
  },
};

const ENCODING: Record<Exclude<Encoding, "utf-8">, string> = { "utf-16le": "UTF-16", "utf-16be": "UTF-16", gb18030: "GBK" };

export const FILE_WORDS: Record<Locale, FileWords> = { "zh-CN": zh, en };
