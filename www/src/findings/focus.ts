import { nextTick, shallowRef } from "vue";
import { upward } from "../record/pointer";

const TYPED = "input:not([type=hidden]):not([disabled]), textarea:not([disabled])";
const FOCUSABLE = `${TYPED}, select:not([disabled]), button:not([disabled]), [tabindex]:not([disabled])`;

/** Where somebody wants to go: what is folded around it opens. */
export const sought = shallowRef("");

/** Moves to the place's own element, or to the nearest one around it that is shown. */
export function focusPlace(pointer: string, block: ScrollLogicalPosition = "center"): boolean {
  for (const place of upward(pointer)) {
    const control = document.getElementById(place);
    const holder = document.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(place)}"]`);
    const target = control ?? holder?.querySelector<HTMLElement>(TYPED) ?? holder?.querySelector<HTMLElement>(FOCUSABLE) ?? holder;
    if (target) {
      (holder ?? target).scrollIntoView({ block });
      const inner = target.matches(FOCUSABLE) ? target : (target.querySelector<HTMLElement>(FOCUSABLE) ?? holder ?? target);
      if (!inner.matches(FOCUSABLE)) {
        // In a record that may only be looked at, the field with its label is what can be gone to.
        inner.tabIndex = -1;
      }
      inner.focus({ preventScroll: true });
      return true;
    }
  }
  return false;
}

/** The same, once what the route shows is there. */
export async function focusSoon(pointer: string): Promise<void> {
  sought.value = pointer;
  for (let tries = 0; tries < 4; tries++) {
    await nextTick();
    await new Promise((done) => setTimeout(done, 30));
    if (document.getElementById(pointer) || document.querySelector(`[data-pointer="${CSS.escape(pointer)}"]`)) {
      break;
    }
  }
  focusPlace(pointer);
}
