/** The keys of a JSON pointer (RFC 6901); those of list entries as numbers. */
export function toPath(pointer: string): (string | number)[] {
  return pointer.split("/").slice(1).map((part) => {
    const key = part.replace(/~1/g, "/").replace(/~0/g, "~");
    return /^(0|[1-9]\d*)$/.test(key) ? Number(key) : key;
  });
}

/** The JSON pointer of keys, as Ant Design names its fields: `["people", 0, "name"]` is `/people/0/name`. */
export function fromPath(keys: readonly (string | number)[]): string {
  return keys.map((key) => `/${String(key).replace(/~/g, "~0").replace(/\//g, "~1")}`).join("");
}

/** A form's prop: `/people/0/name` is `people.0.name`. A dot or backslash within a key gets a backslash before it. */
export function toProp(pointer: string): string {
  return toPath(pointer).map((key) => String(key).replace(/[\\.]/g, "\\$&")).join(".");
}

/** The JSON pointer of a prop; `toProp` turned round. */
export function toPointer(prop: string): string {
  const keys = [""];
  for (let at = 0; at < prop.length; at++) {
    if (prop.charAt(at) === ".") {
      keys.push("");
    } else {
      at += prop.charAt(at) === "\\" ? 1 : 0;
      keys[keys.length - 1] += prop.charAt(at);
    }
  }
  return prop === "" ? "" : fromPath(keys);
}
