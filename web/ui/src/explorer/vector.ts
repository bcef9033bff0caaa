/** The drawing as SVG: the same lines, glyphs and boxes as on the canvas, with what must be said of them below. */

import type { Core, EdgeSingular, NodeSingular } from "cytoscape";
import { FONT, look, type Palette } from "./look";

const MARGIN = 24;
const LINE = 16; // units for a line of the foot

const DASHES: Readonly<Record<string, string>> = { dashed: "9 6", dotted: "2 4" };

/** Text as it may stand in XML. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function tag(name: string, attributes: Record<string, string | number>, inside = ""): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`).join("");
  return inside ? `<${name}${said}>${inside}</${name}>` : `<${name}${said}/>`;
}

const round = (n: number): number => Math.round(n * 10) / 10;

function edge(one: EdgeSingular, p: Palette): string {
  const { line, colour } = look(String(one.data("standing")));
  const ink = p[colour] ?? "";
  const [from, to] = [one.sourceEndpoint(), one.targetEndpoint()];
  const bend = one.controlPoints?.() ?? [];
  const loop = one.source().same(one.target());
  const path = bend.length && !loop
    ? `M${round(from.x)} ${round(from.y)} Q${bend.map((at) => `${round(at.x)} ${round(at.y)}`).at(0)} ${round(to.x)} ${round(to.y)}`
    : bend.length > 1
      ? `M${round(from.x)} ${round(from.y)} C${round(bend[0]!.x)} ${round(bend[0]!.y)} ${round(bend[1]!.x)} ${round(bend[1]!.y)} ${round(to.x)} ${round(to.y)}`
      : `M${round(from.x)} ${round(from.y)} L${round(to.x)} ${round(to.y)}`;
  const width = Number(one.data("width"));
  const drawn: Record<string, string | number> = { d: path, fill: "none", stroke: ink, "stroke-width": width };
  if (DASHES[line]) drawn["stroke-dasharray"] = DASHES[line];
  if (!loop) drawn["marker-end"] = `url(#arrow-${one.data("standing")})`;
  const lines = line === "double" ? tag("path", { ...drawn, "stroke-width": width + 5 }) + tag("path", { d: path, fill: "none", stroke: p["--paper"] ?? "", "stroke-width": width }) : tag("path", drawn);
  const middle = one.midpoint();
  const words = tag("text", { x: round(middle.x), y: round(middle.y), fill: ink, "font-size": 11, "text-anchor": "middle", stroke: p["--paper"] ?? "", "stroke-width": 3, "paint-order": "stroke" }, escaped(String(one.data(one.hasClass("whole") ? "whole" : "brief"))));
  return lines + words;
}

function node(one: NodeSingular, p: Palette): string {
  const { x, y } = one.position();
  const [w, h] = [one.outerWidth(), one.outerHeight()];
  const kind = String(one.data("kind"));
  const state = kind === "state";
  const box = { stroke: (state ? p["--accent"] : p["--line-strong"]) ?? "", fill: (state ? p["--accent"] : p["--sheet"]) ?? "", "stroke-width": 1.5, ...(kind === "group" ? { "stroke-dasharray": "5 3" } : {}) };
  const shape = kind === "place" ? tag("ellipse", { cx: round(x), cy: round(y), rx: round(w / 2), ry: round(h / 2), ...box })
    : tag("rect", { x: round(x - w / 2), y: round(y - h / 2), width: round(w), height: round(h), rx: kind === "person" || kind === "group" ? 6 : 0, ...box });
  const size = Number(one.data("size"));
  const rows = String(one.data("rows")).split("\n");
  const spans = rows.map((row, i) => tag("tspan", { x: round(x), y: round(y + size * 0.35 + (i - (rows.length - 1) / 2) * size * 1.2) }, escaped(row))).join("");
  return shape + tag("text", { "text-anchor": "middle", "font-size": size, "font-weight": state ? 600 : 400, fill: (state ? p["--accent-ink"] : p["--ink"]) ?? "" }, spans);
}

function arrows(standings: readonly string[], p: Palette): string {
  return tag("defs", {}, standings.map((standing) =>
    tag("marker", { id: `arrow-${standing}`, viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 9, markerHeight: 9, markerUnits: "userSpaceOnUse", orient: "auto" }, tag("path", { d: "M0 0 L8 4 L0 8 z", fill: p[look(standing).colour] ?? "" }))).join(""));
}

/** What is drawn, as one SVG document; `foot` are the lines below it. */
export function vector(cy: Core, p: Palette, foot: readonly string[]): string {
  const { x1, y1, w, h } = cy.elements(":visible").boundingBox({});
  const [left, top, wide] = [x1 - MARGIN, y1 - MARGIN, Math.max(w + 2 * MARGIN, 520)];
  const high = h + 2 * MARGIN + foot.length * LINE;
  const edges = cy.edges(":visible").toArray() as EdgeSingular[];
  const standings = [...new Set(edges.map((one) => String(one.data("standing"))))].sort();
  const words = foot.map((line, i) => tag("text", { x: round(left + 8), y: round(top + h + 2 * MARGIN + i * LINE), "font-size": 11, fill: p["--ink-soft"] ?? "" }, escaped(line))).join("");
  return tag("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: [left, top, wide, high].map(round).join(" "), width: round(wide), height: round(high), "font-family": FONT },
    arrows(standings, p) + tag("rect", { x: round(left), y: round(top), width: round(wide), height: round(high), fill: p["--paper"] ?? "" }) +
    edges.map((one) => edge(one, p)).join("") + (cy.nodes(":visible").toArray() as NodeSingular[]).map((one) => node(one, p)).join("") + words);
}
