import { ElMessageBox } from "element-plus";
import { FILE_WORDS, fileName, save, saveAs, type Saved, type Saving } from "../disk";
import { announce } from "../findings/announce";
import { text } from "../record/entries";
import type { OpenRecord } from "../record/open-record";
import { judging } from "../record/records";
import { notice } from "../shell/notice";

/** Saves a record to the file it came from, or as a new one; asks where the file has changed, and says what came of it. */
export async function saveRecord(record: OpenRecord): Promise<void> {
  const words = FILE_WORDS[judging.locale];
  const content = record.text();
  const edits = record.state.edits;
  const saving: Saving = { suggested: fileName(text(record.document.committee, "name"), words.unnamed), description: words.fileType, place: record.state.place };
  let saved = await save(content, saving);
  if (!saved.ok && saved.problem) {
    saved = await again(saved.problem, content, saving);
  }
  if (saved.ok) {
    record.saved(saved.place, edits);
    const told = saved.how === "written" ? words.written(saved.place.name) : words.downloaded(saved.place.name);
    notice.value = { tone: "met", text: told };
    announce(told);
  }
}

async function again(problem: NonNullable<Extract<Saved, { ok: false }>["problem"]>, content: string, saving: Saving): Promise<Saved> {
  const words = FILE_WORDS[judging.locale];
  const title = words.notSaved(saving.place?.name ?? saving.suggested);
  const canOverwrite = problem.kind === "changed";
  const answer = await ElMessageBox.confirm(`${words.save(problem)} ${words.stillHere}`, title, {
    confirmButtonText: words.saveAs,
    cancelButtonText: canOverwrite ? words.overwrite : words.cancel,
    distinguishCancelAndClose: true,
    type: "warning",
  }).then(
    () => "save-as",
    (action: string) => (canOverwrite && action === "cancel" ? "overwrite" : "none"),
  );
  return answer === "save-as" ? saveAs(content, saving) : answer === "overwrite" ? save(content, { ...saving, overwrite: true }) : { ok: false };
}

/** Hands a file that was made here to the browser. */
export function download(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
