import { toPath } from "gongwei/adapters";

/** Anything that JSON has; a record under edit may hold any of it anywhere. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What stands at a place, if anything does. */
export function at(root: Json | undefined, pointer: string): Json | undefined {
  let value: Json | undefined = root;
  for (const key of toPath(pointer)) {
    value = child(value, key);
    if (value === undefined) {
      return undefined;
    }
  }
  return value;
}

function child(value: Json | undefined, key: string | number): Json | undefined {
  if (Array.isArray(value)) {
    return typeof key === "number" ? value[key] : undefined;
  }
  // `in` is what Vue takes note of; what every object has is no field of it.
  return isObject(value) && key in value && Object.prototype.hasOwnProperty.call(value, key) ? value[key] : undefined;
}

/** The list at a place; an empty one where there is none. */
export function listAt(root: Json | undefined, pointer: string): Json[] {
  const value = at(root, pointer);
  return Array.isArray(value) ? value : [];
}

/** The entries of the list at a place that can be read as entries. */
export function objectsAt(root: Json | undefined, pointer: string): JsonObject[] {
  return listAt(root, pointer).filter(isObject);
}

/** The place that holds this one; the record itself is held by none. */
export function parent(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf("/")));
}

/** A place and all that hold it, the innermost first, without the record itself. */
export function* upward(pointer: string): Generator<string> {
  for (let place = pointer; place !== ""; place = parent(place)) {
    yield place;
  }
}

/** The entry of a top-level list that a place lies in, `/people/3`; or its top-level member. */
export function entryOf(pointer: string): string {
  const [first, second] = toPath(pointer);
  return first === undefined ? "" : typeof second === "number" ? `/${first}/${second}` : `/${first}`;
}

/** The text of a value, or nothing where it is none. */
export function textOfValue(value: Json | undefined): string {
  return value === undefined || value === null ? "" : typeof value === "string" ? value : JSON.stringify(value);
}
