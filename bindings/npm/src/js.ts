import make from "gongwei:glue";
import * as script from "gongwei:script";
import { start, startSync, type Compiled } from "./engine.js";
import { taken } from "./handover.js";

export * from "./face.js";
export type * from "./types.js";

const instantiate = taken(script);

/** What stands in for WebAssembly: of one module only, which is plain JavaScript. */
const standIn = {
  Module: class {},
  Instance: class {
    readonly exports: WebAssembly.Exports;
    constructor(_module: unknown, imports: WebAssembly.Imports) {
      this.exports = instantiate(imports);
    }
  },
} as unknown as typeof WebAssembly;

const compiled: Compiled = {
  start: () => Promise.resolve(compiled.startSync()),
  startSync() {
    const started = make(standIn);
    started.initSync({ module: new standIn.Module(new Uint8Array()) });
    return started;
  },
};

/** Makes the engine ready, as in the other entries. Nothing is waited for: the promise is settled at once. */
export function init(): Promise<void> {
  return start(() => Promise.resolve(compiled));
}

/** Makes the engine ready before it returns, anywhere. */
export function initSync(): void {
  startSync(() => compiled);
}
