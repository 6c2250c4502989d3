/**
 * The browser asks before the page is left while something is unsaved. It listens only as long as that is so, since a
 * page that listens is not kept for the way back.
 */
export class LeaveGuard {
  private isOn = false;

  set(hasUnsaved: boolean): void {
    if (hasUnsaved !== this.isOn) {
      this.isOn = hasUnsaved;
      window[hasUnsaved ? "addEventListener" : "removeEventListener"]("beforeunload", ask);
    }
  }
}

function ask(event: Event): void {
  event.preventDefault();
  // What older browsers look at.
  (event as BeforeUnloadEvent).returnValue = "";
}
