/** What the lines and boxes mean: the four standings as they are drawn. */

import { el } from "../dom";
import { t } from "../messages";
import { look, STANDINGS, type Line } from "./look";

const SVG = "http://www.w3.org/2000/svg";

function stroke(y: number, line: Line): SVGLineElement {
  const made = document.createElementNS(SVG, "line");
  const dash = line === "dashed" ? "9 6" : line === "dotted" ? "2 4" : "none";
  for (const [name, value] of Object.entries({ x1: 0, x2: 48, y1: y, y2: y, "stroke-width": line === "double" ? 1.8 : 3, "stroke-dasharray": dash }))
    made.setAttribute(name, String(value));
  return made;
}

function sample(line: Line): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 48 12");
  svg.setAttribute("aria-hidden", "true");
  svg.append(...(line === "double" ? [stroke(3.5, line), stroke(8.5, line)] : [stroke(6, line)]));
  return svg;
}

const KINDS = ["state", "organisation", "person", "outlet", "place", "group"];

/** The legend, with the stamp where the store holds example dispatches. */
export function legend(samples: boolean): HTMLElement {
  const lines = STANDINGS.map((standing) => {
    const { line, glyph } = look(standing);
    return el("li", { class: `standing standing-${standing}` }, sample(line), el("span", { class: "glyph", "aria-hidden": "true" }, glyph), el("span", {}, t(`standing_${standing}`)));
  });
  const kinds = KINDS.map((kind) => el("li", {}, el("span", { class: `sign sign-${kind}`, "aria-hidden": "true" }), t(`kind_${kind}`)));
  return el("div", { class: "legend", role: "group", "aria-label": t("legend") }, el("ul", {}, ...lines), el("ul", {}, ...kinds), samples && el("p", { class: "samples" }, el("span", { class: "stamp", title: t("sample_hint") }, t("sample")), " ", t("picture_samples")));
}
