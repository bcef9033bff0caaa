/** Cytoscape's stylesheet from our looks and the theme's colours. */

import type { StylesheetJson } from "cytoscape";
import { FONT, look, STANDINGS, type Palette } from "./look";

type Rule = { selector: string; style: Record<string, unknown> };

function nodes(p: Palette): Rule[] {
  return [
    {
      selector: "node",
      style: {
        shape: "round-rectangle", width: "data(w)", height: "data(h)", padding: 7, label: "data(rows)", "font-size": "data(size)",
        "font-family": FONT, "text-wrap": "wrap", "text-max-width": 999,
        "text-valign": "center", "text-halign": "center", color: p["--ink"], "background-color": p["--sheet"],
        "border-width": 1.5, "border-color": p["--line-strong"],
      },
    },
    { selector: "node[kind = 'state']", style: { shape: "rectangle", "background-color": p["--accent"], "border-color": p["--accent"], color: p["--accent-ink"], "font-weight": 600 } },
    { selector: "node[kind = 'place']", style: { shape: "ellipse", padding: 10 } },
    { selector: "node[kind = 'outlet']", style: { shape: "cut-rectangle", padding: 9 } },
    { selector: "node[kind = 'organisation']", style: { shape: "rectangle", "border-color": p["--ink"] } },
    { selector: "node[kind = 'group']", style: { "border-style": "dashed", "font-style": "italic" } },
    { selector: "node.chosen", style: { "border-color": p["--focus"], "border-width": 4, "z-index": 10 } },
    { selector: "node:selected", style: { "outline-width": 3, "outline-color": p["--focus"], "outline-offset": 3, "outline-style": "dashed" } },
    { selector: "node.pinned", style: { "border-width": 3, "border-style": "double", "border-color": p["--focus"] } },
    { selector: ".faded", style: { opacity: 0.28 } },
  ];
}

function edges(p: Palette): Rule[] {
  const base: Rule = {
    selector: "edge",
    style: {
      "curve-style": "bezier", "control-point-step-size": 46, "loop-direction": "0deg", "loop-sweep": "50deg",
      width: "data(width)", "target-arrow-shape": "triangle", "arrow-scale": 1.1, label: "data(brief)", "font-size": 13, color: p["--ink"],
      "text-background-color": p["--paper"], "text-background-opacity": 0.92, "text-background-padding": "2px", // not rotated: a turned ✕ reads as a plus
      "min-zoomed-font-size": 6, "line-cap": "butt",
    },
  };
  const standings = STANDINGS.map((standing): Rule => {
    const { line, colour } = look(standing);
    const ink = p[colour];
    const style: Record<string, unknown> = { color: ink, "line-color": ink, "target-arrow-color": ink, "line-style": line === "double" ? "solid" : line };
    if (line === "dashed") style["line-dash-pattern"] = [9, 6];
    // Two parallel lines: a line in the colour of the paper within an outline.
    if (line === "double") Object.assign(style, { "line-color": p["--paper"], "line-outline-width": 3, "line-outline-color": ink });
    return { selector: `edge[standing = '${standing}']`, style };
  });
  return [
    base, ...standings,
    // The same line as a curve without a bend, but nothing looks for others beside it whenever one of its parties moves.
    { selector: "edge.lone", style: { "curve-style": "straight" } },
    { selector: "edge.moving", style: { "curve-style": "haystack", "haystack-radius": 0, "target-arrow-shape": "none", label: "" } },
    { selector: "edge[recipient = 'none']", style: { "target-arrow-shape": "none", "control-point-step-size": 30 } },
    { selector: "edge.whole[recipient = 'none']", style: { "control-point-step-size": 48 } }, // room for a label on each
    { selector: "edge.spare", style: { display: "none" } },
    { selector: "edge.called", style: { display: "element" } },
    // A faded paper-coloured line would let its outline shine through as one thick line.
    { selector: "edge.faded[standing = 'disputed']", style: { "line-color": p["--disputed"], "line-outline-width": 0, width: 2 } },
    { selector: "edge.only", style: { "underlay-color": p["--ink-soft"], "underlay-opacity": 0.25, "underlay-padding": 4 } },
    { selector: "edge.opposite", style: { "underlay-color": p["--denied"], "underlay-opacity": 0.35, "underlay-padding": 6 } },
    { selector: "edge.whole", style: { label: "data(whole)", "font-size": 12, "text-rotation": "autorotate", "z-index": 9 } },
    { selector: "edge.chosen", style: { label: "data(whole)", "text-rotation": "autorotate", "font-weight": 700, "underlay-color": p["--focus"], "underlay-opacity": 0.45, "underlay-padding": 5, "z-index": 10 } },
  ];
}

export function stylesheet(p: Palette): StylesheetJson {
  return [...nodes(p), ...edges(p)] as unknown as StylesheetJson;
}
