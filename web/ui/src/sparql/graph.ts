/** A result's things as a graph; Cytoscape comes only when somebody wants to see it. */

import { el } from "../dom";
import { t } from "../messages";
import { links, type Rows } from "./rows";

const MOST = 300; // links that can be told apart

export async function graph(found: Rows): Promise<HTMLElement> {
  const { default: cytoscape } = await import("cytoscape");
  const { palette } = await import("../explorer/look");
  const shown = links(found).slice(0, MOST);
  const canvas = el("div", { class: "canvas", role: "img", "aria-label": t("graph_of", { n: shown.length }) });
  const place = el("div", { class: "result-graph" }, canvas, found.rows.length > shown.length ? el("p", { class: "hint" }, t("chart_cut", { n: shown.length })) : null);
  const nodes = new Map(shown.flatMap(({ from, to }) => [from, to]).map((cell) => [cell.href!, cell.text]));
  const p = palette();
  requestAnimationFrame(() => {
    const cy = cytoscape({
      container: canvas,
      elements: [
        ...[...nodes].map(([id, label]) => ({ data: { id, label } })),
        ...shown.map(({ from, to, label }, i) => ({ data: { id: `link-${i}`, source: from.href!, target: to.href!, label } })),
      ],
      layout: { name: nodes.size < 60 ? "cose" : "concentric", animate: false } as never,
      style: [
        { selector: "node", style: { label: "data(label)", "font-size": 11, color: p["--ink"], "background-color": p["--accent"], width: 12, height: 12, "text-valign": "bottom", "text-margin-y": 3, "text-max-width": "120px", "text-wrap": "ellipsis" } },
        { selector: "edge", style: { label: "data(label)", "font-size": 9, color: p["--ink-soft"], "line-color": p["--line-strong"], "target-arrow-color": p["--line-strong"], "target-arrow-shape": "triangle", "curve-style": "bezier", width: 1.5 } },
      ] as never,
    });
    cy.on("tap", "node", (event) => location.assign(event.target.id() as string));
  });
  return place;
}
