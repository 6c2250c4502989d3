import { toPath } from "gongwei/adapters";
import { toRaw } from "vue";
import { isObject, type Json, type JsonObject } from "./pointer";

/** An edit as the session takes it. */
export type Edit =
  | { op: "set" | "insert"; pointer: string; value: Json }
  | { op: "remove"; pointer: string }
  | { op: "move"; pointer: string; to: string };

/** Makes the edit in the form's own copy, which the session has accepted already. */
export function apply(root: Json, edit: Edit): void {
  switch (edit.op) {
    case "set":
      put(root, edit.pointer, edit.value, false);
      break;
    case "insert":
      put(root, edit.pointer, edit.value, true);
      break;
    case "remove":
      take(root, edit.pointer);
      break;
    case "move": {
      const moved = take(root, edit.pointer);
      if (moved !== undefined) {
        put(root, edit.to, moved, true);
      }
    }
  }
}

function put(root: Json, pointer: string, value: Json, isInsert: boolean): void {
  const keys = toPath(pointer);
  const last = keys.pop();
  const holder = reach(root, keys, last);
  if (Array.isArray(holder)) {
    const index = last === "-" ? holder.length : Number(last);
    holder.splice(index, isInsert ? 0 : 1, value);
  } else if (isObject(holder) && last !== undefined) {
    holder[String(last)] = value;
  }
}

/** Walks to a place and makes what is missing on the way: a list where an index or `-` follows, else an object. */
function reach(root: Json, keys: (string | number)[], last: string | number | undefined): Json | undefined {
  let value: Json | undefined = root;
  keys.forEach((key, depth) => {
    const next = depth + 1 < keys.length ? keys[depth + 1] : last;
    if (Array.isArray(value)) {
      value = value[Number(key)];
    } else if (isObject(value)) {
      const name = String(key);
      if (value[name] === undefined || value[name] === null) {
        value[name] = next === "-" || typeof next === "number" ? [] : {};
      }
      value = value[name];
    } else {
      value = undefined;
    }
  });
  return value;
}

function take(root: Json, pointer: string): Json | undefined {
  const keys = toPath(pointer);
  const last = keys.pop();
  let holder: Json | undefined = root;
  for (const key of keys) {
    holder = Array.isArray(holder) ? holder[Number(key)] : isObject(holder) ? holder[String(key)] : undefined;
  }
  if (Array.isArray(holder)) {
    return holder.splice(Number(last), 1)[0];
  }
  if (isObject(holder) && last !== undefined) {
    const taken = holder[String(last)];
    delete holder[String(last)];
    return taken;
  }
  return undefined;
}

/**
 * Makes one document equal to another by as few writes as are needed, so that only what differs is shown anew. What is
 * alike is compared beneath Vue's notice, or thousands of entries would each be taken note of.
 */
export function reconcile(target: Json, source: Json): void {
  const raw = toRaw(target);
  if (Array.isArray(target) && Array.isArray(raw) && Array.isArray(source)) {
    source.forEach((value, index) => settle(target, index, raw[index], value));
    if (raw.length > source.length) {
      target.splice(source.length);
    }
  } else if (isObject(target) && isObject(raw) && isObject(source)) {
    for (const key of Object.keys(raw)) {
      if (!has(source, key)) {
        delete target[key];
      }
    }
    for (const [key, value] of Object.entries(source)) {
      settle(target, key, raw[key], value);
    }
  }
}

function settle(holder: Json, key: string | number, old: Json | undefined, value: Json): void {
  if (isSame(old, value)) {
    return;
  }
  const slots = holder as { [key: string | number]: Json };
  const isAlike = (Array.isArray(old) && Array.isArray(value)) || (isObject(old) && isObject(value));
  if (isAlike) {
    reconcile(slots[key] as Json, value);
  } else {
    slots[key] = value;
  }
}

/** What every object has is nothing that a record has. */
function has(holder: JsonObject, key: string): boolean {
  return Object.prototype.hasOwnProperty.call(holder, key);
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, index) => isSame(value, other[index]));
  }
  if (isObject(one) && isObject(other)) {
    const keys = Object.keys(one);
    return keys.length === Object.keys(other).length && keys.every((key) => has(other, key) && isSame(one[key], other[key]));
  }
  return one === other;
}
