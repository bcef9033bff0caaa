/** Months as strings such as `2024-03`, and what is told in them. No drawing, no asking. */

import type { MonthPayload } from "../payloads";

export const VOICES = ["asserting", "alleging", "denying", "doubting"] as const;

/** All months from the first to the last, those without claims too; months are strings such as `2024-03`. */
export function filled(months: readonly MonthPayload[]): MonthPayload[] {
  const known = new Map(months.map((one) => [one.month, one]));
  const all: MonthPayload[] = [];
  const [first, last] = [months[0]?.month, months.at(-1)?.month];
  for (let month = first; month && last && month <= last; month = after(month))
    all.push(known.get(month) ?? { month, asserting: 0, alleging: 0, denying: 0, doubting: 0 });
  return all;
}

/** The month after this one. */
export function after(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}

/** The last day of a month. */
export function lastDay(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, "0")}`;
}

/** How many claims a month has. */
export function total(month: MonthPayload): number {
  return VOICES.reduce((sum, voice) => sum + month[voice], 0);
}
