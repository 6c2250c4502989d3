import { chooseFiles, FILE_WORDS, readDropped, type Place, type Reading } from "../disk";
import { judging, openText, today } from "../record/records";
import { rulebookId } from "../record/rulebooks";
import { router } from "../router";
import { notice } from "../shell/notice";
import { refusal } from "./refusal";
import { SAMPLE_DAY, SAMPLES, type SampleName } from "./samples";

export async function openSample(name: SampleName): Promise<void> {
  await show(SAMPLES[name], { name, isSample: true, on: SAMPLE_DAY });
}

export async function openNew(kind: string): Promise<void> {
  await show(JSON.stringify({ schema: "gongwei/record/1.0", rulebook: rulebookId(judging.rulebook), committee: { kind } }), { name: "", isSample: false, on: today() });
}

/** To be called from a click. */
export async function openChosen(): Promise<void> {
  await openAll(await chooseFiles(FILE_WORDS[judging.locale].fileType));
}

/** To be called in the event itself. */
export async function openDropped(data: DataTransfer | null): Promise<void> {
  if (data) {
    await openAll(await readDropped(data));
  }
}

/** Opens all that can be opened; the last one that cannot is told of. */
async function openAll(readings: Reading[]): Promise<void> {
  for (const reading of readings) {
    if (reading.ok) {
      await show(reading.text, { name: reading.place.name, isSample: false, on: today(), place: reading.place });
      if (reading.encoding !== "utf-8") {
        notice.value = { tone: "warnings", text: FILE_WORDS[judging.locale].encoding(reading.encoding) };
      }
    } else {
      refusal.value = { name: reading.name, problem: reading.problem };
      await router.push("/start");
    }
  }
}

async function show(text: string, file: { name: string; isSample: boolean; on: string; place?: Place }): Promise<void> {
  const faults = openText(text, file);
  notice.value = undefined;
  refusal.value = faults ? { name: file.name, faults } : undefined;
  await router.push(faults ? "/start" : file.name === "" ? "/committee" : "/overview");
}
