import type { Pointer } from "../types.js";

/** The keys of a JSON pointer: `/appointments/3/seat` is `["appointments", 3, "seat"]`, as Ant Design names fields. */
export function toKeys(pointer: Pointer): (string | number)[] {
  const keys = pointer.split("/").slice(1).map((key) => key.replace(/~1/g, "/").replace(/~0/g, "~"));
  return keys.map((key) => (/^(0|[1-9]\d*)$/.test(key) ? Number(key) : key));
}

/** The prop of a form, as Element Plus and react-hook-form name fields: `/appointments/3/seat` is `appointments.3.seat`. */
export function toProp(pointer: Pointer): string {
  return toKeys(pointer).map((key) => String(key).replace(/[\\.]/g, "\\$&")).join(".");
}

/** The JSON pointer of a prop, or of the keys of one. A dot within a key stands behind a backslash. */
export function toPointer(prop: string | readonly (string | number)[]): Pointer {
  const keys = typeof prop === "string" ? split(prop) : prop;
  return keys.map((key) => `/${String(key).replace(/~/g, "~0").replace(/\//g, "~1")}`).join("");
}

function split(prop: string): string[] {
  if (prop === "") {
    return [];
  }
  const keys = [""];
  for (let at = 0; at < prop.length; at++) {
    if (prop[at] === ".") {
      keys.push("");
    } else {
      at += prop[at] === "\\" ? 1 : 0;
      keys[keys.length - 1] += prop[at] ?? "";
    }
  }
  return keys;
}
