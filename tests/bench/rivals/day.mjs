// Days stay the texts they are: `YYYY-MM-DD` sorts as it stands.

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Later than any day there is. */
export const NEVER = "9999-99-99";

/** Whether a text is a day from 1900 to 2199. */
export function isDay(text) {
  if (typeof text !== "string" || text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) {
    return false;
  }
  const year = 100 * pair(text, 0) + pair(text, 2);
  const month = pair(text, 5);
  const day = pair(text, 8);
  // A sign that is no digit makes all three comparisons false.
  return year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(year, month);
}

function pair(text, at) {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : NaN;
}

function lengthOf(year, month) {
  return month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : LENGTHS[month - 1];
}

export function yearOf(day) {
  return 100 * pair(day, 0) + pair(day, 2);
}

/** The quarters since the year 0. */
export function quarterOf(day) {
  return 4 * yearOf(day) + Math.floor((pair(day, 5) - 1) / 3);
}

const FIRSTS = ["-01-01", "-04-01", "-07-01", "-10-01"];
const LASTS = ["-03-31", "-06-30", "-09-30", "-12-31"];

export function firstOfQuarter(quarter) {
  return (quarter >> 2) + FIRSTS[quarter & 3];
}

export function lastOfQuarter(quarter) {
  return (quarter >> 2) + LASTS[quarter & 3];
}

export function quarterName(quarter) {
  return `${quarter >> 2}-Q${(quarter & 3) + 1}`;
}

/** How many days `last` is after `first`. */
export function daysFrom(first, last) {
  return number(last) - number(first);
}

/** The days since 1 March of the year 0: every leap day ends a year. */
function number(day) {
  const month = pair(day, 5);
  const year = yearOf(day) - (month < 3 ? 1 : 0);
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return 365 * year + leaps + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + pair(day, 8);
}
