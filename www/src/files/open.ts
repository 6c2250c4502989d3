import type { Fault } from "gongwei";
import { shallowRef } from "vue";
import { judging, openText, today } from "../record/records";
import { router } from "../router";
import { read, type Problem } from "./read";
import { SAMPLE_DAY, SAMPLES, type SampleName } from "./samples";

/** Why the last file was not opened; what was open stays open. */
export const refusal = shallowRef<{ name: string; problem: Problem; megabytes: number } | { name: string; faults: Fault[] }>();

export async function openSample(name: SampleName): Promise<void> {
  await show(name, SAMPLES[name], true, SAMPLE_DAY);
}

export async function openNew(kind: string): Promise<void> {
  const rulebook = typeof judging.rulebook === "string" ? judging.rulebook : judging.rulebook.id;
  await show("", JSON.stringify({ schema: "gongwei/record/1.0", rulebook, committee: { kind } }), false, today());
}

export async function openFiles(files: FileList | File[] | null | undefined): Promise<void> {
  const file = files?.[0];
  if (!file) {
    return;
  }
  const source = await read(file);
  if ("problem" in source) {
    refusal.value = source;
    await router.push("/start");
  } else {
    await show(source.name, source.text, false, today());
  }
}

async function show(name: string, text: string, isSample: boolean, on: string): Promise<void> {
  const faults = openText(text, { name, isSample, on });
  refusal.value = faults ? { name, faults } : undefined;
  await router.push(faults ? "/start" : name === "" ? "/committee" : "/overview");
}
