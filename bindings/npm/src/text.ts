import { hostFault, type HostFaultCode } from "./fault.js";
import type { Fault, Locale } from "./types.js";

/** Deeper than any record, shallower than any stack. */
const MAX_DEPTH = 64;
/** More than any record the engine takes; stops objects that share parts from growing without end. */
const MAX_VALUES = 2_000_000;
/** All faults are told, but a list without end helps nobody. */
const MAX_FAULTS = 1_000;

export type Text = { ok: true; text: string } | { ok: false; faults: Fault[] };

/**
 * The JSON text of an object, strictly: `JSON.stringify` alone turns NaN into `null`, forgets functions, calls `toJSON`
 * and throws on the rest. Only an object's `undefined` fields are left out, as everywhere in JavaScript.
 */
export function toText(value: unknown, locale: Locale | undefined): Text {
  const reading = new Reading(locale);
  const text = reading.write(value, "");
  return reading.faults.length > 0 ? { ok: false, faults: reading.faults } : { ok: true, text };
}

/** One walk that reads every property once, so that a getter or proxy cannot answer differently the second time. */
class Reading {
  readonly faults: Fault[] = [];
  private readonly above: object[] = [];
  private values = 0;

  constructor(private readonly locale: Locale | undefined) {}

  write(value: unknown, path: string): string {
    this.values += 1;
    switch (typeof value) {
      case "string":
      case "boolean":
        return JSON.stringify(value);
      case "number":
        return Number.isFinite(value) ? JSON.stringify(value) : this.refuse("not-json", path, String(value));
      case "object":
        return value === null ? "null" : this.enter(value, path);
      default:
        return this.refuse("not-json", path, typeof value);
    }
  }

  private enter(value: object, path: string): string {
    if (this.above.includes(value)) {
      return this.refuse("cyclic", path);
    }
    if (this.above.length >= MAX_DEPTH) {
      return this.refuse("too-deep", path, String(MAX_DEPTH));
    }
    if (this.values > MAX_VALUES) {
      // Once is enough: everything after it would say the same.
      return this.values === Infinity ? "null" : this.stop(path);
    }
    this.above.push(value);
    try {
      return Array.isArray(value) ? this.list(value, path) : this.object(value, path);
    } catch (thrown) {
      // Proxies may throw at anything.
      return this.refuse("unreadable", path, describe(thrown));
    } finally {
      this.above.pop();
    }
  }

  private list(list: readonly unknown[], path: string): string {
    const parts: string[] = [];
    const { length } = list;
    for (let at = 0; at < length && this.goesOn(); at++) {
      parts.push(this.part(list, at, `${path}/${at}`) ?? this.refuse("not-json", `${path}/${at}`, "undefined"));
    }
    return `[${parts.join(",")}]`;
  }

  private object(object: object, path: string): string {
    const tag = Object.prototype.toString.call(object);
    if (tag !== "[object Object]" || typeof (object as { toJSON?: unknown }).toJSON === "function") {
      return this.refuse("not-json", path, tag === "[object Object]" ? "toJSON" : tag.slice(8, -1));
    }
    const parts: string[] = [];
    for (const key of Object.keys(object)) {
      if (!this.goesOn()) {
        break;
      }
      const part = this.part(object, key, `${path}/${key.replace(/~/g, "~0").replace(/\//g, "~1")}`);
      if (part !== undefined) {
        parts.push(`${JSON.stringify(key)}:${part}`);
      }
    }
    return `{${parts.join(",")}}`;
  }

  /** A property's text; none where it is undefined. */
  private part(from: object, key: string | number, path: string): string | undefined {
    let value: unknown;
    try {
      value = (from as Record<string | number, unknown>)[key];
    } catch (thrown) {
      return this.refuse("unreadable", path, describe(thrown));
    }
    return value === undefined ? undefined : this.write(value, path);
  }

  private goesOn(): boolean {
    return this.faults.length < MAX_FAULTS && this.values !== Infinity;
  }

  private stop(path: string): string {
    this.values = Infinity;
    return this.refuse("too-large", path, String(MAX_VALUES));
  }

  private refuse(code: HostFaultCode, path: string, found?: string): string {
    this.faults.push(hostFault(code, path, this.locale, found));
    return "null";
  }
}

function describe(thrown: unknown): string {
  try {
    return thrown instanceof Error ? thrown.message : String(thrown);
  } catch (_again) {
    return "?";
  }
}
