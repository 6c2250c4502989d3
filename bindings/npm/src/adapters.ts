export * from "./adapters/dom.js";
export * from "./adapters/issue.js";
export * from "./adapters/pointer.js";
export * from "./adapters/rules.js";
export * from "./adapters/standard-schema.js";
