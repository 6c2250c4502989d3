import { issues, placed, type Findings, type Issue } from "./issue.js";
import { toPointer, toProp } from "./pointer.js";

/** A rule of async-validator, as Element Plus, Element UI and Ant Design Vue take it. */
export interface Rule {
  /** Calls back at once, and once: async-validator waits for ever for anything less. */
  validator(rule: unknown, value: unknown, callback: (errors?: string[]) => void): void;
}

/**
 * The rule of one prop: `judge` looks at the form as it is now. Errors only; an error of two sides shows at both.
 *
 * ```js
 * const rules = { "appointments.0.from": [rule("appointments.0.from", () => findings(session))] };
 * ```
 */
export function rule(prop: string, judge: () => Findings): Rule {
  return {
    validator(_rule, _value, callback) {
      const found = messages(prop, judge);
      if (found.length > 0) {
        callback(found);
      } else {
        callback();
      }
    },
  };
}

function messages(prop: string, judge: () => Findings): string[] {
  try {
    const { fields } = placed(issues(judge()), { related: true });
    return (fields.get(toPointer(prop)) || []).map(({ message }) => message);
  } catch (thrown) {
    // What the caller's own code throws would keep the form waiting.
    return [String(thrown)];
  }
}

/**
 * The props whose errors differ between two states. After an edit, have the form validate these (`validateField`), or the
 * other side of an error of two sides keeps it though it is mended.
 */
export function stale(before: Issue[], after: Issue[]): string[] {
  const old = texts(before);
  const now = texts(after);
  const paths = new Set([...old.keys(), ...now.keys()]);
  return [...paths].filter((path) => old.get(path) !== now.get(path)).map((path) => toProp(path));
}

function texts(all: Issue[]): Map<string, string> {
  const found = new Map<string, string>();
  placed(all, { related: true }).fields.forEach((list, path) => {
    found.set(path, list.map(({ message }) => message).join("\n"));
  });
  return found;
}
