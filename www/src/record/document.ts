import { toPath } from "gongwei/adapters";
import { isObject, type Json } from "./pointer";

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

/** Makes one document equal to another by as few writes as are needed, so that only what differs is shown anew. */
export function reconcile(target: Json, source: Json): void {
  if (Array.isArray(target) && Array.isArray(source)) {
    source.forEach((value, index) => settle(target, index, value));
    target.splice(source.length);
  } else if (isObject(target) && isObject(source)) {
    for (const key of Object.keys(target)) {
      if (!(key in source)) {
        delete target[key];
      }
    }
    for (const [key, value] of Object.entries(source)) {
      settle(target, key, value);
    }
  }
}

function settle(holder: Json, key: string | number, value: Json): void {
  const slots = holder as { [key: string | number]: Json };
  const old = slots[key];
  const isAlike = (Array.isArray(old) && Array.isArray(value)) || (isObject(old) && isObject(value));
  if (isAlike) {
    reconcile(old as Json, value);
  } else if (old !== value) {
    slots[key] = value;
  }
}
