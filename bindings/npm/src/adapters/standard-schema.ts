import { issues, type Findings } from "./issue.js";
import { toKeys } from "./pointer.js";

/** What Standard Schema v1 asks for, and its JSON Schema side; written out, for the package depends on nothing. */
export interface StandardSchema<Value> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "gongwei";
    readonly types?: { readonly input: Value; readonly output: Value };
    readonly validate: (value: unknown) => Validated<Value> | Promise<Validated<Value>>;
    readonly jsonSchema: {
      readonly input: (options: { target: string }) => Record<string, unknown>;
      readonly output: (options: { target: string }) => Record<string, unknown>;
    };
  };
}

/** The value as it came in, or what stands in its way. */
export type Validated<Value> = { value: Value } | { issues: { message: string; path: (string | number)[] }[] };

/** How a schema is made. */
export interface SchemaOptions {
  /** What is waited for before the first check: the package's `init`. */
  init?: () => Promise<void>;
  /** Where issues about the whole record stand, for resolvers drop what has no path. By default `["root"]`. */
  form?: string[];
  /** The JSON Schema of a record: the package's file `gongwei/record.schema.json`. */
  jsonSchema?: Record<string, unknown>;
}

const DRAFT = "draft-2020-12";

/**
 * A check as a Standard Schema: errors only, for anything among its issues stops a form from being sent.
 *
 * ```js
 * const schema = standardSchema((record) => check(record, options), { init });
 * ```
 */
export function standardSchema<Value>(judge: (value: unknown) => Findings, options: SchemaOptions = {}): StandardSchema<Value> {
  const { init, form = ["root"], jsonSchema } = options;
  const validate = (value: unknown): Validated<Value> => {
    const found = issues(judge(value)).map(({ message, path }) => ({ message, path: path === "" ? form : toKeys(path) }));
    return found.length > 0 ? { issues: found } : { value: value as Value };
  };
  const schema = ({ target }: { target: string }): Record<string, unknown> => {
    if (target !== DRAFT || !jsonSchema) {
      throw new Error(jsonSchema ? `gongwei: the schema of a record is of ${DRAFT}` : "gongwei: no schema of a record was handed in");
    }
    return jsonSchema;
  };
  return {
    "~standard": {
      version: 1,
      vendor: "gongwei",
      validate: init ? (value) => init().then(() => validate(value)) : validate,
      jsonSchema: { input: schema, output: schema },
    },
  };
}
