import { hostFault } from "./fault.js";
import type { Fault, HostFaultCode, Locale } from "./types.js";

/** Deeper than any record, shallower than any stack. */
const MAX_DEPTH = 64;
/** More than any record the engine takes; stops objects that share parts from growing without end. */
const MAX_VALUES = 2_000_000;
/** A list of faults without end helps nobody. */
const MAX_FAULTS = 1_000;

export type Text = { ok: true; text: string } | { ok: false; faults: Fault[] };

/**
 * The JSON text of an object, strictly: `JSON.stringify` alone turns NaN into `null`, forgets functions, calls `toJSON`
 * and throws on the rest. Only an object's `undefined` fields are left out, as everywhere in JavaScript.
 *
 * A walk that looks and the engine's own writer together take half the time of a writer in JavaScript.
 */
export function toText(value: unknown, locale: Locale | undefined): Text {
  const walk = new Walk(locale);
  walk.start(value);
  if (walk.faults.length === 0) {
    try {
      const text = JSON.stringify(value);
      if (!text.includes("\\ud")) {
        return { ok: true, text };
      }
      // Halves of characters are written so, but a backslash before these letters as well: it is looked at closely.
      const closely = new Walk(locale, true);
      closely.start(value);
      return closely.faults.length === 0 ? { ok: true, text } : { ok: false, faults: closely.faults };
    } catch (thrown) {
      // It answered the walk and throws now.
      walk.refuse("unreadable", describe(thrown));
    }
  }
  return { ok: false, faults: walk.faults };
}

/** Half of a character that needs two, without the other. */
const HALF = /[\uD800-\uDFFF]/u;

class Walk {
  readonly faults: Fault[] = [];
  private readonly path: (string | number)[] = [];
  private readonly above: object[] = [];
  private values = 0;

  constructor(
    private readonly locale: Locale | undefined,
    private readonly closely = false,
  ) {}

  start(value: unknown): void {
    try {
      this.see(value);
    } catch (thrown) {
      this.refuse("unreadable", describe(thrown));
    }
  }

  refuse(code: HostFaultCode, found?: string): void {
    const path = this.path.map((part) => `/${String(part).replace(/~/g, "~0").replace(/\//g, "~1")}`).join("");
    this.faults.push(hostFault(code, path, this.locale, found));
  }

  private see(value: unknown): void {
    switch (typeof value) {
      case "string":
        return this.spell(value);
      case "boolean":
        return;
      case "number":
        if (!Number.isFinite(value)) {
          this.refuse("not-json", String(value));
        }
        return;
      case "object":
        if (value !== null) {
          this.enter(value);
        }
        return;
      default:
        this.refuse("not-json", typeof value);
    }
  }

  private spell(text: string | number): void {
    const half = this.closely ? HALF.exec(String(text)) : null;
    if (half) {
      this.refuse("not-json", `\\u${half[0].charCodeAt(0).toString(16)}`);
    }
  }

  /** Everything in here that a proxy may make throw comes before `above` grows, so that it shrinks again for sure. */
  private enter(value: object): void {
    const isList = Array.isArray(value);
    const keys = isList ? value.length : Object.keys(value);
    const tag = isList ? "Object" : Object.prototype.toString.call(value).slice(8, -1);
    if (tag !== "Object") {
      return this.refuse("not-json", tag);
    }
    if (typeof (value as { toJSON?: unknown }).toJSON === "function") {
      return this.refuse("not-json", "toJSON");
    }
    if (this.above.includes(value)) {
      return this.refuse("cyclic");
    }
    if (this.above.length >= MAX_DEPTH) {
      return this.refuse("too-deep", String(MAX_DEPTH));
    }
    this.above.push(value);
    if (typeof keys === "number") {
      for (let at = 0; at < keys && this.goesOn(); at++) {
        this.property(value as unknown as Record<number, unknown>, at, true);
      }
    } else {
      for (let at = 0; at < keys.length && this.goesOn(); at++) {
        this.property(value as Record<string, unknown>, keys[at] as string, false);
      }
    }
    this.above.pop();
  }

  private property<Key extends string | number>(from: Record<Key, unknown>, key: Key, required: boolean): void {
    this.path.push(key);
    try {
      const value = from[key];
      if (value !== undefined || required) {
        this.spell(key);
        this.see(value);
      }
    } catch (thrown) {
      this.refuse("unreadable", describe(thrown));
    }
    this.path.pop();
  }

  private goesOn(): boolean {
    this.values += 1;
    if (this.values === MAX_VALUES) {
      this.refuse("too-large", String(MAX_VALUES));
    }
    return this.values < MAX_VALUES && this.faults.length < MAX_FAULTS;
  }
}

function describe(thrown: unknown): string {
  try {
    return thrown instanceof Error ? thrown.message : String(thrown);
  } catch (_again) {
    return "?";
  }
}
