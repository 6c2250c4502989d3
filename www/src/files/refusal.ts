import type { Fault } from "gongwei";
import { shallowRef } from "vue";
import type { ReadProblem } from "../disk";

/** Why the last file was not opened; what was open stays open. */
export const refusal = shallowRef<{ name: string; problem: ReadProblem } | { name: string; faults: Fault[] }>();
