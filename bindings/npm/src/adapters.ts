export * from "./adapters/dom.js";
export * from "./adapters/issue.js";
export * from "./adapters/pointer.js";
export * from "./adapters/async-validator.js";
export * from "./adapters/standard-schema.js";
