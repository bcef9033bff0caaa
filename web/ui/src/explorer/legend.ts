/** What the lines, boxes and other marks mean, as they are drawn. */

import { el } from "../dom";
import { t } from "../messages";
import { VOICES } from "./calendar";
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

/** Marks that are no line and no box: what stands for each, and what it means. */
const MARKS: readonly (readonly [sign: string, words: string])[] = [
  ["thick", "mark_thick"], ["count", "mark_count"], ["arrow", "mark_arrow"], ["loop", "mark_loop"], ["spare", "mark_spare"], ["big", "mark_big"],
  ["chosen", "mark_chosen"], ["pinned", "mark_pinned"], ["boxed", "mark_boxed"],
];
const SIGNS: Readonly<Record<string, string>> = { thick: "━", count: "· 3", arrow: "→", loop: "↺", spare: "+2", big: "Aa", bundle: "≡" };

function mark(sign: string, words: string): HTMLElement {
  return el("li", {}, el("span", { class: `mark-sign mark-${sign}`, "aria-hidden": "true" }, SIGNS[sign] ?? ""), t(words));
}

/** What each colour of the months' bars stands for. */
function bars(): HTMLElement {
  const voices = VOICES.map((voice) => el("li", {}, el("span", { class: `mark-sign mark-bar bar-${voice}`, "aria-hidden": "true" }), t(`voice_${voice}`)));
  return el("ul", { "aria-label": t("mark_bars") }, el("li", { class: "of" }, t("mark_bars")), ...voices);
}

/** The legend, with the stamp where the store holds example dispatches; `beside` is there while two lenses are
 * drawn, `bundles` while relations are bundled. */
export class Legend {
  readonly element: HTMLElement;
  private readonly beside = el("ul", { hidden: true }, ...(["only", "opposite"] as const).map((one) =>
    el("li", {}, el("span", { class: `mark-sign mark-${one}`, "aria-hidden": "true" }, t(`glyph_${one}`)), t(`mark_${one}`))));

  private readonly bundles = el("ul", { hidden: true }, mark("bundle", "mark_bundle"));

  constructor(samples: boolean) {
    const lines = STANDINGS.map((standing) => {
      const { line, glyph } = look(standing);
      return el("li", { class: `standing standing-${standing}` }, sample(line), el("span", { class: "glyph", "aria-hidden": "true" }, glyph), el("span", {}, t(`standing_${standing}`)));
    });
    const kinds = KINDS.map((kind) => el("li", {}, el("span", { class: `sign sign-${kind}`, "aria-hidden": "true" }), t(`kind_${kind}`)));
    const more = el("details", { class: "marks" }, el("summary", {}, t("marks_more")), el("ul", {}, ...MARKS.map(([sign, words]) => mark(sign, words))), bars());
    this.element = el("div", { class: "legend", role: "group", "aria-label": t("legend") }, el("ul", {}, ...lines), this.beside, this.bundles, el("ul", {}, ...kinds), more,
      samples && el("p", { class: "samples" }, el("span", { class: "stamp", title: t("sample_hint") }, t("sample")), " ", t("picture_samples")));
  }

  show(beside: boolean, bundles: boolean): void {
    this.beside.hidden = !beside;
    this.bundles.hidden = !bundles;
  }
}
