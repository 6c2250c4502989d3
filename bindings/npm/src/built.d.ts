/** What the build makes of the module and its glue. */

/** The version of the package. */
declare const VERSION: string;

declare module "gongwei:glue" {
  /** The functions of the engine, as text in and text out. */
  export type Engine = typeof import("../module/gongwei.js");
  /** An engine of its own, to be started in a host's WebAssembly or in what stands in for it. */
  export default function make(host: Pick<typeof WebAssembly, "Module" | "Instance" | "instantiate">): Engine;
}

declare module "gongwei:bytes" {
  /** The module, as base64 of LZMA. */
  const base64: string;
  export default base64;
}

declare module "gongwei:javascript" {
  /** The module as plain JavaScript: the exports of a new instance. */
  export default function instantiate(imports: WebAssembly.Imports): WebAssembly.Exports;
}

/** The script that is made of `javascript.ts`: a file of its own, which exports nothing. */
declare module "gongwei:script" {}
