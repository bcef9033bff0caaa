/** The interface's words in the page's language: the same messages that the templates use. */

import { root } from "./dom";

export const language: string = document.documentElement.lang || "de";

let messages: Record<string, string> = {};
let loading: Promise<void> | null = null;

/** Fetches the messages once; later calls wait for the same answer. */
export function loadMessages(): Promise<void> {
  loading ??= fetch(`${root}/messages/${language}.json`)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`messages: ${answer.status}`))))
    .then((read: Record<string, string>) => {
      messages = read;
    });
  return loading;
}

/** Replaces `{name}` in a message by its value. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}

/** The message named `key`; the key itself where it is missing, so that nothing is silently blank. */
export function t(key: string, values: Record<string, string | number> = {}): string {
  return fill(messages[key] ?? key, values);
}

/** A number as the language writes it. */
export function number(n: number): string {
  return new Intl.NumberFormat(language).format(n);
}

/** A counted message, such as "1 claim" or "12 claims". */
export function count(key: string, n: number): string {
  return t(n === 1 ? `${key}_one` : key, { n: number(n) });
}

/** An ISO date in words; years, months and anything unusual as well as they can be told. */
export function dateWords(iso: string): string {
  const [year, month, day] = iso.split("-");
  if (year && month && day) return t("date_day", { day: Number(day), month: t(`month_${Number(month)}`), year });
  if (year && month) return t("date_month", { month: t(`month_${Number(month)}`), year });
  return iso;
}

/** "1 May 2024 – 3 May 2024", "from 1 May 2024", "until 3 May 2024", or "" where neither end is known. */
export function period(earliest: string | null, latest: string | null): string {
  if (earliest && latest) return earliest === latest ? dateWords(earliest) : `${dateWords(earliest)} – ${dateWords(latest)}`;
  if (earliest) return t("from_date", { date: dateWords(earliest) });
  return latest ? t("until_date", { date: dateWords(latest) }) : "";
}
