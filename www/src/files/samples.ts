import communityClean from "../../../tests/samples/community-clean.json?raw";
import communityFaulty from "../../../tests/samples/community-faulty.json?raw";
import subdistrictClean from "../../../tests/samples/subdistrict-clean.json?raw";
import subdistrictFaulty from "../../../tests/samples/subdistrict-faulty.json?raw";

/** The day that the samples are made for. */
export const SAMPLE_DAY = "2026-06-30";

/** The samples, inlined: the page may not fetch anything. */
export const SAMPLES = {
  "subdistrict-clean": subdistrictClean,
  "subdistrict-faulty": subdistrictFaulty,
  "community-clean": communityClean,
  "community-faulty": communityFaulty,
} as const;

export type SampleName = keyof typeof SAMPLES;
