/** A day as offices write it, in the form of the record: `2026.3.5`, `2026年3月5日`, `２０２６．３．５`, `20260305`, and with the hour that tables put behind it. Anything else stays as it is. */
export function tidyDay(typed: string): string {
  const text = narrow(typed).trim().replace(/\s+0{1,2}:00(:00)?$/, "");
  const found = /^(\d{4})\s*[-./年。—–]\s*(\d{1,2})\s*[-./月。—–]\s*(\d{1,2})\s*[日号]?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const [, year, month, day] = found ?? [];
  return year && month && day ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : typed.trim();
}

/** What Chinese keyboards write twice as wide, as narrow as it is elsewhere. */
export function narrow(typed: string): string {
  return typed.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** Whether it is a day, written as a record writes days; 30 February is none. */
export function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** How many days lie from one day to another; nothing where one of them is no day. */
export function daysBetween(from: string, to: string): number | undefined {
  const [start, end] = [from, to].map((day) => (isDay(day) ? Date.parse(`${day}T00:00:00Z`) : NaN));
  const days = Math.round(((end ?? NaN) - (start ?? NaN)) / 86_400_000);
  return Number.isNaN(days) ? undefined : days;
}

export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
