import type { Issue } from "gongwei/adapters";
import { formContextKey, type FormContext } from "element-plus";
import { computed, provide, reactive, type ComputedRef, type Directive } from "vue";
import type { Json } from "../record/pointer";
import { record as looked, useRecord } from "../record/records";
import type { Field } from "../record/shape";

/** What every field is bound to: its place in the record, and what the schema says of it. */
export interface FieldProps {
  pointer: string;
  field: Field;
}

export interface FieldState {
  value: ComputedRef<Json | undefined>;
  set: (value: Json | undefined) => void;
  /** Of what is typed sign by sign; `settle` when it is left. */
  type: (value: string | number | undefined) => void;
  settle: () => void;
  /** For `v-control`. */
  control: ComputedRef<Control>;
}

/** Whether the record may only be looked at; in this form Element Plus's controls ask for it. */
export const readOnly = reactive({ disabled: computed(() => looked.value?.isOpen === false) });

export function useField(props: FieldProps): FieldState {
  provide(formContextKey, readOnly as FormContext);
  const record = useRecord();
  const issues = useIssues(() => props.pointer);
  return {
    value: computed(() => record.at(props.pointer)),
    set: (value) => void record.set(props.pointer, value),
    type: (value) => record.type(props.pointer, value),
    settle: () => record.settle(),
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
