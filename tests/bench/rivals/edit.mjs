// Edits of a plain object by JSON pointer.

/** The names of a pointer's parts. The records here have no `~` or `/` in their names. */
export const partsOf = (pointer) => pointer.slice(1).split("/");

/** Sets a value, or takes it away where there is none. The object that holds it must be there. */
export function put(record, parts, value) {
  let holder = record;
  const last = parts.length - 1;
  for (let at = 0; at < last; at++) {
    holder = holder[parts[at]];
  }
  const name = parts[last];
  if (value !== undefined) {
    holder[name] = value;
  } else if (Array.isArray(holder)) {
    holder.splice(Number(name), 1);
  } else {
    delete holder[name];
  }
}
