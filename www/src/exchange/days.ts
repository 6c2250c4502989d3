import type { Cell, DaysFrom } from "./table";
import { textOf } from "./table";

/** A day as it was read, or why it could not be. */
export type DayReading =
  | { is: "day"; day: string }
  /** A month without a day, which only some columns can do with. */
  | { is: "month"; year: number; month: number }
  | { is: "unreadable"; why: "no-day" | "impossible" | "ambiguous" | "form" };

const MS = 86_400_000;
/** Excel's day 60 is 29 February 1900, which there was not. */
const NEVER = 60;
/** Smaller numbers are no dates that a committee could have: they would lie before 1927. */
const SERIAL_MIN = 10_000;
const SERIAL_MAX = 109_574;

/** The day of Excel's number for it; fractions are times of the day. */
export function daySerial(serial: number, from: DaysFrom): string | undefined {
  const whole = Math.floor(serial);
  if (!(whole >= 0 && whole <= 2_958_465) || (from === 1900 && whole === NEVER)) {
    return undefined;
  }
  const start = from === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole > NEVER ? 30 : 31);
  return isoOf(new Date(start + whole * MS));
}

export function isoOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Reads a day in any form that is in use. Nothing is guessed: what can be read in two ways is not read. */
export function readDay(cell: Cell, from: DaysFrom): DayReading {
  if (typeof cell === "number") {
    return readNumber(cell, from);
  }
  const text = textOf(cell).replace(/ /g, "");
  const chinese = /^([〇零○一二三四五六七八九]{4})年(?:([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})[日号])?)?$/.exec(text);
  if (chinese) {
    return dayOrMonth(chinese[1] ? digits(chinese[1]) : NaN, chinese[2] ? chineseNumber(chinese[2]) : undefined, chinese[3] ? chineseNumber(chinese[3]) : undefined);
  }
  const full = /^(\d{4})(?:[-/.—–]|年)(\d{1,2})(?:(?:[-/.—–]|月)(\d{1,2})[日号]?|月)?[.]?(?:T?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/.exec(text);
  if (full) {
    return dayOrMonth(Number(full[1]), Number(full[2]), full[3] === undefined ? undefined : Number(full[3]));
  }
  const together = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (together) {
    return dayOrMonth(Number(together[1]), Number(together[2]), Number(together[3]));
  }
  const year = /^((?:19|2[01])\d{2})年?$/.exec(text);
  if (year) {
    return { is: "unreadable", why: "no-day" };
  }
  return /^\d+(\.\d+)?$/.test(text) ? readNumber(Number(text), from) : { is: "unreadable", why: "form" };
}

function readNumber(value: number, from: DaysFrom): DayReading {
  const isYear = value >= 1900 && value < 2200;
  if (isYear && !Number.isInteger(value)) {
    // 2026.03 typed into Excel; of 2026.1 nobody can tell whether it was typed as 2026.10.
    const month = Math.round((value - Math.floor(value)) * 100);
    return month === 10 ? { is: "unreadable", why: "ambiguous" } : dayOrMonth(Math.floor(value), month % 10 === 0 ? NaN : month, undefined);
  }
  if (isYear) {
    return { is: "unreadable", why: "no-day" };
  }
  if (Number.isInteger(value) && value >= 19_000_101 && value <= 21_991_231) {
    return dayOrMonth(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100);
  }
  const day = value >= SERIAL_MIN && value <= SERIAL_MAX ? daySerial(value, from) : undefined;
  return day === undefined ? { is: "unreadable", why: "form" } : { is: "day", day };
}

function dayOrMonth(year: number, month: number | undefined, day: number | undefined): DayReading {
  if (month === undefined) {
    return { is: "unreadable", why: "no-day" };
  }
  if (!(year >= 1900 && year <= 2199 && month >= 1 && month <= 12)) {
    return { is: "unreadable", why: "impossible" };
  }
  if (day === undefined) {
    return { is: "month", year, month };
  }
  return day >= 1 && day <= lastOf(year, month) ? { is: "day", day: iso(year, month, day) } : { is: "unreadable", why: "impossible" };
}

export function iso(year: number, month: number, day: number): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}`;
}

/** The last day of a month. */
export function lastOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const DIGITS = "〇一二三四五六七八九";

function digits(text: string): number {
  return Number([...text.replace(/[零○]/g, "〇")].map((one) => DIGITS.indexOf(one)).join(""));
}

/** 三 is 3, 十 is 10, 二十一 is 21. */
export function chineseNumber(text: string): number {
  const parts = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!parts || text === "") {
    return NaN;
  }
  const value = (one: string | undefined): number => (one === undefined ? 0 : DIGITS.indexOf(one));
  return parts[2] === undefined ? (parts[3] === undefined ? value(parts[1]) : NaN) : (parts[1] === undefined ? 1 : value(parts[1])) * 10 + value(parts[3]);
}
