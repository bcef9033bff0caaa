/** Ways to look at a result: the table that the server rendered, a chart, a graph. Only those that fit are offered. */

import { button, el } from "../dom";
import { t } from "../messages";
import { chart } from "./chart";
import { graph } from "./graph";
import { cell, views, type Rows } from "./rows";

function read(table: HTMLTableElement): Rows {
  const columns = [...table.querySelectorAll("thead th")].map((head) => head.textContent?.trim() ?? "");
  const rows = [...table.querySelectorAll("tbody tr")].map((row) => [...row.children].map((one) => cell(one.textContent ?? "", one.querySelector("a")?.getAttribute("href") ?? null)));
  return { columns, rows };
}

/** Puts a switch above the result's table, where another view fits it. */
export function offer(section: HTMLElement | null): void {
  const table = section?.querySelector<HTMLTableElement>("table.answers");
  const place = section?.querySelector<HTMLElement>(".result-table");
  if (!section || !table || !place) return;
  const found = read(table);
  const others = views(found);
  if (!others.length) return;
  let shown: HTMLElement = place;
  const show = (which: string, made: HTMLElement): void => {
    shown.replaceWith(made);
    shown = made;
    for (const one of buttons) one.setAttribute("aria-pressed", String(one.dataset["view"] === which));
  };
  const make = { table: () => Promise.resolve(place), chart: () => Promise.resolve(chart(found)), graph: () => graph(found) } as const;
  const buttons = (["table", ...others] as const).map((which) =>
    button(t(`view_${which}`), () => void make[which]().then((made) => show(which, made)), { class: "plain", "data-view": which, "aria-pressed": String(which === "table") }));
  place.before(el("p", { class: "actions views", role: "group", "aria-label": t("view") }, ...buttons));
}
