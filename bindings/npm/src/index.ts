import base64 from "gongwei:bytes";
import { decode } from "./bytes.js";
import { native, start, startSync } from "./engine.js";

export * from "./face.js";
export type * from "./types.js";

/**
 * Makes the engine ready. Call it as often as you like; it is done once.
 *
 * It rejects only where WebAssembly cannot be had at all: forbidden by a policy, or unknown to the browser. A later
 * call tries again.
 */
export function init(): Promise<void> {
  return start(async () => native(await WebAssembly.compile(decode(base64))));
}

/**
 * Makes the engine ready before it returns: for Node, workers and tests. On a page's main thread, browsers before
 * Chromium 106 refuse modules of this size here, with an exception; `init()` works everywhere.
 */
export function initSync(): void {
  startSync(() => native(new WebAssembly.Module(decode(base64))));
}
