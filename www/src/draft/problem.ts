/** Why a draft could not be kept, read or deleted. */
export type DraftProblem =
  /** The browser gives the page no more room. */
  | { kind: "full" }
  /** The browser stores nothing for this page: private windows of some, or switched off. */
  | { kind: "unavailable" }
  /** Somebody else has written to the draft since, or deleted it. */
  | { kind: "overtaken" | "deleted" }
  /** A newer version of the page has the drafts now, and stores them in a way that this one does not know. */
  | { kind: "newer" }
  /** All drafts were cleared, here or in another tab. */
  | { kind: "cleared" }
  | { kind: "failed"; detail: string };

export class DraftError extends Error {
  constructor(readonly problem: DraftProblem) {
    super(problem.kind);
  }
}

/** What an error of IndexedDB means for the user. */
export function problemOf(error: unknown): DraftProblem {
  if (error instanceof DraftError) {
    return error.problem;
  }
  switch (error instanceof DOMException ? error.name : "") {
    case "QuotaExceededError":
      return { kind: "full" };
    case "VersionError":
      return { kind: "newer" };
    case "InvalidStateError":
    case "SecurityError":
    case "NotAllowedError":
    case "UnknownError":
      return { kind: "unavailable" };
    default:
      // Without the interface, its name is not defined at all.
      return error instanceof ReferenceError || error instanceof TypeError
        ? { kind: "unavailable" }
        : { kind: "failed", detail: error instanceof Error ? error.message || error.name : String(error) };
  }
}
