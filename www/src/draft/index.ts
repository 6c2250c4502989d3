// Drafts on this computer. How it is mounted: one `Drafts` for the page, which shows itself anew whenever it is told;
// `start` once. After the user has agreed (`agree`), each record that is edited gets a keeper by `keep`, whose `changed`
// is called after each edit; its source gives the session's text, with what cannot be read as it was typed. `open` gives
// a draft's text for a session, or says that another tab has it. A keeper whose `keeping` is `lost` makes its record
// read-only. A tab's `remembered` drafts are opened again when it is loaded again.
export { Drafts, type OpenedDraft } from "./drafts";
export { type Keeper, type Keeping } from "./keeper";
export { type DraftProblem } from "./problem";
export { type Draft, type KeptRules, type Written } from "./store";
export { remember, remembered } from "./tab";
export { DRAFT_WORDS, type DraftWords } from "./words";
