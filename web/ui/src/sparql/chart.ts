/** Bars for the figures of a result, one group a row; the table beside it holds the same for ear and keyboard. */

import { el } from "../dom";
import { number, t } from "../messages";
import { figures, type Rows } from "./rows";

const SVG = "http://www.w3.org/2000/svg";
const ROW = 26; // units between two rows
const NAMES = 230; // units for the names at the left
const WIDE = 900; // units of the whole picture
const MOST = 40; // rows that a chart can show legibly

function shape(tag: "rect" | "text" | "title", attributes: Record<string, string | number>, words = ""): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.textContent = words;
  return made;
}

export function chart(found: Rows): HTMLElement {
  const column = figures(found).at(-1)!;
  const others = found.columns.map((_, i) => i).filter((i) => !figures(found).includes(i));
  const shown = found.rows.slice(0, MOST);
  const values = shown.map((row) => row[column]?.number ?? 0);
  const most = Math.max(...values.map(Math.abs), Number.MIN_VALUE);
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${WIDE} ${shown.length * ROW + 6}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", t("chart_of", { column: found.columns[column] ?? "", rows: shown.length }));
  svg.append(...shown.flatMap((row, i) => bar(others.map((at) => row[at]?.text ?? "").join(" · "), values[i]!, most, i)));
  const cut = found.rows.length > shown.length ? el("p", { class: "hint" }, t("chart_cut", { n: shown.length })) : null;
  return el("div", { class: "chart" }, svg, cut);
}

function bar(name: string, value: number, most: number, i: number): SVGElement[] {
  const room = WIDE - NAMES - 90;
  const short = name.length > 34 ? `${name.slice(0, 33)}…` : name;
  const label = shape("text", { x: NAMES - 8, y: i * ROW + 18, "text-anchor": "end" }, short);
  if (short !== name) label.append(shape("title", {}, name));
  const width = Math.max(1, (Math.abs(value) / most) * room);
  return [label, shape("rect", { x: NAMES, y: i * ROW + 4, width, height: ROW - 8, class: value < 0 ? "below" : "above" }), shape("text", { x: NAMES + width + 6, y: i * ROW + 18 }, number(value))];
}
