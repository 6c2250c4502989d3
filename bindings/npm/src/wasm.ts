import { native, start, startSync } from "./engine.js";

export * from "./face.js";
export type * from "./types.js";

/** Where the module comes from: its bytes, the compiled module, the answer of a `fetch`, or its address. */
export type ModuleSource = BufferSource | WebAssembly.Module | Response | URL | string;

/**
 * Makes the engine ready from the file `gongwei.wasm` of this version of the package. It is done once; later calls wait
 * for the first.
 *
 * It rejects where the module cannot be had or WebAssembly is not allowed. A later call tries again.
 */
export function init(source: ModuleSource | Promise<ModuleSource>): Promise<void> {
  return start(async () => native(await compile(await source)));
}

/** Makes the engine ready before it returns, from the module or its bytes: for Node, workers and tests. */
export function initSync(source: BufferSource | WebAssembly.Module): void {
  startSync(() => native(source instanceof WebAssembly.Module ? source : new WebAssembly.Module(source)));
}

async function compile(source: ModuleSource): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) {
    return source;
  }
  // By what they have, for test environments have classes of their own beside the host's.
  if (typeof source === "string" || "href" in source) {
    return compile(await fetch(source.toString()));
  }
  if ("arrayBuffer" in source) {
    if (!source.ok) {
      throw new Error(`${source.url}: ${source.status} ${source.statusText}`);
    }
    // Not while it streams: that wants a server that knows the type `application/wasm`, and not all do.
    return WebAssembly.compile(await source.arrayBuffer());
  }
  return WebAssembly.compile(source);
}
