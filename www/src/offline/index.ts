// The page without a network. How it is mounted: `startOffline` once the page is shown, and `NewerVersion` above
// everything else, which is told how all that was typed is kept. The worker itself, the manifest and the list of files are
// put into the build by `plugins/installable.mjs`.
export { installed, startOffline } from "./app";
export { default as NewerVersion } from "./NewerVersion.vue";
export { OFFLINE_WORDS } from "./words";
