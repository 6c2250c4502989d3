import { byPath, issues, textOf, type Issue, type Judge } from "./issue.js";
import { toPointer } from "./pointer.js";

/** A rule of async-validator, 1.8 and 4, as Element Plus and Element UI take it. */
export interface Rule {
  trigger: ["change", "blur"];
  /** Returns nothing and calls back, always and once: async-validator waits for ever for anything less. */
  validator(rule: unknown, value: unknown, callback: (error?: string) => void): void;
}

/** A rule of Ant Design Vue, whose validators are promises. */
export interface PromiseRule {
  trigger: ["change", "blur"];
  validator(): Promise<void>;
}

export interface FormRules<Kind> {
  /** By prop; errors only. */
  rules: Record<string, Kind[]>;
  /**
   * The props whose messages changed since it was last asked. After an edit, hand them to the form's `validateField`:
   * so the other side of a cross-field error that is mended does not keep its message.
   */
  stale(): string[];
}

/** The rules of a form with these props. `form` is the prop of an item of its own, for what belongs to no other. */
export function elementRules(judge: Judge, props: string[], form = "form"): FormRules<Rule> {
  return formRules(judge, props, form, (messages) => ({
    trigger: TRIGGER,
    validator(_rule, _value, callback) {
      const found = messages();
      if (found.length > 0) {
        callback(found.join("\n")); // One text: Element shows the first of a list only.
      } else {
        callback();
      }
    },
  }));
}

/** The same for Ant Design Vue; a field's name `["people", 0, "name"]` is the prop `people.0.name` here. */
export function antRules(judge: Judge, props: string[], form = "form"): FormRules<PromiseRule> {
  return formRules(judge, props, form, (messages) => ({
    trigger: TRIGGER,
    validator() {
      const found = messages();
      return found.length > 0 ? Promise.reject(new Error(found.join("\n"))) : Promise.resolve();
    },
  }));
}

const TRIGGER: ["change", "blur"] = ["change", "blur"];

function formRules<Kind>(judge: Judge, props: string[], form: string, rule: (messages: () => string[]) => Kind): FormRules<Kind> {
  const pointers = new Map(props.map((prop) => [prop, toPointer(prop)] as const));
  const fields = new Set(pointers.values());
  const messages = (prop: string): string[] => {
    let found: Issue[] | undefined;
    try {
      const sorted = byPath(issues(judge()), (path) => fields.has(path));
      found = prop === form ? sorted.form : sorted.fields.get(pointers.get(prop) || "");
    } catch (thrown) {
      return prop === form ? [String(thrown)] : [];
    }
    return (found || []).map(textOf);
  };
  const all = [...props, form];
  const told = new Map<string, string>();
  const rules: Record<string, Kind[]> = {};
  all.forEach((prop) => (rules[prop] = [rule(() => messages(prop))]));
  return {
    rules,
    stale: () =>
      all.filter((prop) => {
        const now = messages(prop).join("\n");
        const changed = now !== (told.get(prop) || "");
        told.set(prop, now);
        return changed;
      }),
  };
}
