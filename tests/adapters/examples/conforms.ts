// The schema is what the specification's own types ask for.
import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import { check, init } from "gongwei";
import { standardSchema } from "gongwei/adapters";
import { options } from "./record.js";

export const schema: StandardSchemaV1 & StandardJSONSchemaV1 = standardSchema({ init, check: (value) => check(value, options) });
