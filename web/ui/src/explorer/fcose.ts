/** Registers the fcose layout with Cytoscape.js, once. */

import cytoscape from "cytoscape";
import layout from "cytoscape-fcose";

let registered = false;

export function fcose(): void {
  if (!registered) cytoscape.use(layout);
  registered = true;
}
