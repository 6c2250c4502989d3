// Records as files on the disk. How it is mounted: the shell's "open" calls `chooseFiles` and a drop `readDropped`, each
// from the event itself; every reading that is `ok` goes to the engine, the others to `FILE_WORDS[locale].read`. "Save"
// calls `save` with the `Place` that a reading or an earlier save gave. `LeaveGuard.set` is told whenever it changes
// whether something is unsaved.
export { chooseFiles, readDropped } from "./open";
export { fileName } from "./name";
export { LeaveGuard } from "./leave";
export { read, readText, type Place, type Reading, type ReadProblem } from "./read";
export { save, saveAs, type Saved, type SaveProblem, type Saving } from "./save";
export { FILE_WORDS, type FileWords } from "./words";
