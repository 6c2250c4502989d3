import type { Issue } from "gongwei/adapters";
import { computed, type ComputedRef, type Directive } from "vue";
import type { Json } from "../record/pointer";
import { useRecord } from "../record/records";
import type { Field } from "../record/shape";

/** What every field is bound to: its place in the record, and what the schema says of it. */
export interface FieldProps {
  pointer: string;
  field: Field;
}

export interface FieldState {
  value: ComputedRef<Json | undefined>;
  set: (value: Json | undefined) => void;
  /** For `v-control`. */
  control: ComputedRef<Control>;
}

export function useField(props: FieldProps): FieldState {
  const record = useRecord();
  const issues = useIssues(() => props.pointer);
  return {
    value: computed(() => record.at(props.pointer)),
    set: (value) => void record.set(props.pointer, value),
    control: computed(() => {
      const told = [issues.errors.value.length > 0 && errorsId(props.pointer), issues.warnings.value.length > 0 && warningsId(props.pointer)];
      return { id: props.pointer, describedBy: told.filter(Boolean).join(" "), isInvalid: issues.errors.value.length > 0 };
    }),
  };
}

export interface Issues {
  errors: ComputedRef<Issue[]>;
  warnings: ComputedRef<Issue[]>;
  todos: ComputedRef<Issue[]>;
}

/** What is said of a place. */
export function useIssues(pointer: () => string): Issues {
  const record = useRecord();
  const of = (severity: Issue["severity"]): ComputedRef<Issue[]> => computed(() => record.findings.at(pointer()).filter((issue) => issue.severity === severity));
  return { errors: of("error"), warnings: of("warning"), todos: of("to-do") };
}

export const errorsId = (pointer: string): string => `${pointer}-errors`;
export const warningsId = (pointer: string): string => `${pointer}-warnings`;
export const labelId = (pointer: string): string => `${pointer}-label`;

export interface Control {
  id: string;
  describedBy: string;
  isInvalid: boolean;
}

/** Tells the very control inside a component whose it is and what is wrong with it, whatever the component hands on. */
export const vControl: Directive<HTMLElement, Control> = {
  mounted: (element, { value }) => mark(element, value),
  updated: (element, { value, oldValue }) => {
    if (value !== oldValue) {
      mark(element, value);
    }
  },
};

function mark(element: HTMLElement, { id, describedBy, isInvalid }: Control): void {
  const isGroup = element.getAttribute("role") === "group" || element.getAttribute("role") === "radiogroup";
  const control = isGroup ? element : (element.querySelector<HTMLElement>("input, textarea") ?? element);
  control.id = id;
  control.setAttribute("aria-labelledby", labelId(id));
  toggle(control, "aria-invalid", isInvalid && !isGroup ? "true" : "");
  toggle(control, "aria-describedby", describedBy);
}

function toggle(control: HTMLElement, name: string, value: string): void {
  if (value === "") {
    control.removeAttribute(name);
  } else {
    control.setAttribute(name, value);
  }
}
