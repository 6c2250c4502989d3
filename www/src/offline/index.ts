// The page without a network. How it is mounted: one `Offline` for the page, started once the page is shown; in the state
// `newer` a notice offers `reload`, before which the shell makes sure that every edit is in a draft or a file. The worker
// itself, the manifest and the list of files are put into the build by `plugins/installable.mjs`.
export { Offline, type Installed } from "./installed";
export { OFFLINE_WORDS, type OfflineWords } from "./words";
