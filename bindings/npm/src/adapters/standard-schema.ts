import { byPath, issues, textOf, type Findings } from "./issue.js";
import { toPath } from "./pointer.js";

/** Standard Schema v1 with its JSON Schema side; written out, for the package depends on nothing. */
export interface StandardSchema<Value> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "gongwei";
    readonly types?: { readonly input: Value; readonly output: Value };
    readonly validate: (value: unknown) => Promise<{ value: Value } | { issues: StandardIssue[] }>;
    readonly jsonSchema: { readonly input: (options: Target) => JsonSchema; readonly output: (options: Target) => JsonSchema };
  };
}

export interface StandardIssue {
  message: string;
  path: (string | number)[];
}

type Target = { readonly target: string };
type JsonSchema = { [key: string]: unknown };

export interface SchemaOptions {
  /** `init`; awaited before each judgement. */
  init: () => Promise<void>;
  /** Judges a value: `(value) => check(value, options)`. */
  check: (value: unknown) => Findings;
  /** The document `gongwei/record.schema.json`, for who asks for the JSON Schema. */
  schema?: JsonSchema;
  /** Where messages about a list, the committee or the record stand, as one: `root`, as react-hook-form has it. */
  form?: string;
}

/** A check as a Standard Schema: errors only, for any issue blocks a submit; each with a path, for some drop what has none. */
export function standardSchema<Value = unknown>({ init, check, schema, form = "root" }: SchemaOptions): StandardSchema<Value> {
  const jsonSchema = ({ target }: Target): JsonSchema => {
    if (target !== "draft-2020-12" || !schema) {
      throw new Error(schema ? `gongwei: no JSON Schema for ${target}` : "gongwei: no schema was given");
    }
    return schema;
  };
  return {
    "~standard": {
      version: 1,
      vendor: "gongwei",
      async validate(value) {
        const found: StandardIssue[] = [];
        try {
          await init();
          const sorted = byPath(issues(check(value)));
          sorted.fields.forEach((all, path) => all.forEach((issue) => found.push({ message: textOf(issue), path: toPath(path) })));
          if (sorted.form.length > 0) {
            found.push({ message: sorted.form.map(textOf).join("\n"), path: [form] });
          }
        } catch (thrown) {
          found.push({ message: String(thrown), path: [form] });
        }
        // The shallower first: react-hook-form's resolver would write an entry's message over those of its fields.
        found.sort((one, other) => one.path.length - other.path.length);
        return found.length > 0 ? { issues: found } : { value: value as Value };
      },
      jsonSchema: { input: jsonSchema, output: jsonSchema },
    },
  };
}
