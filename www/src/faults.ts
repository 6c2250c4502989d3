import type { Fault } from "gongwei";
import { element } from "./dom";
import { pathElement } from "./entry";
import type { Words } from "./words";

/** So many faults are listed; whoever has more begins with these. */
const LISTED = 500;

/** Why there is no report: every fault with its place. */
export function faultsElement(name: string, faults: Fault[], words: Words): HTMLElement {
  const rest = faults.length - LISTED;
  return element(
    "section",
    { class: "refused", role: "alert" },
    element("h2", {}, words.refused(name, faults.length)),
    element("p", {}, words.refusedText),
    element(
      "ol",
      { class: "faults" },
      ...faults
        .slice(0, LISTED)
        .map(({ code, path, message }) =>
          element("li", {}, element("p", { class: "message" }, message), pathElement(path, words), " ", element("code", { class: "id" }, code)),
        ),
    ),
    rest > 0 && element("p", {}, words.moreFaults(rest)),
  );
}
