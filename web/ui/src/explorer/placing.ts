/** Where nodes stand: the server's abstract positions spread to pixels, and a place for what joins later. */

import type { Core, NodeSingular } from "cytoscape";

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Pixels per node along each side: names of 150 px with room for an edge label between them. */
const ROOM = 170;

/** Spreads abstract positions over a square that grows with the number of nodes; the centre is 0, 0. */
export function spread(places: ReadonlyMap<string, Place>): Map<string, Place> {
  const xs = [...places.values()].map((place) => place.x);
  const ys = [...places.values()].map((place) => place.y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const side = ROOM * Math.sqrt(Math.max(places.size, 2)) * 1.35;
  // Both axes fill the square: names are wide, so the room matters more than the shape.
  const across = right > left ? side / (right - left) : 0;
  const down = bottom > top ? (side * 0.75) / (bottom - top) : 0;
  return new Map([...places].map(([key, place]) => [key, { x: (place.x - (left + right) / 2) * across, y: (place.y - (top + bottom) / 2) * down }]));
}

/** Places on a ring around `centre`, first to the right: where `n` newcomers start. */
export function ring(centre: Place, n: number, radius: number): Place[] {
  return Array.from({ length: n }, (_, i) => {
    const angle = (2 * Math.PI * i) / Math.max(n, 1) - Math.PI / 2;
    return { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) };
  });
}

/** Lays out `fresh` around what is placed already, which does not move. fcose is fetched when first needed. */
export async function settle(cy: Core, fresh: readonly NodeSingular[]): Promise<void> {
  if (!fresh.length) return;
  const { fcose } = await import("./fcose");
  fcose();
  const names = new Set(fresh.map((node) => node.id()));
  const fixed = cy.nodes().toArray().filter((node) => !names.has(node.id())).map((node) => ({ nodeId: node.id(), position: { ...node.position() } }));
  const options = {
    name: "fcose", randomize: false, animate: false, fit: false, quality: "proof", idealEdgeLength: 150, nodeRepulsion: 9000,
    nodeDimensionsIncludeLabels: true, packComponents: false, fixedNodeConstraint: fixed.length ? fixed : undefined,
  };
  await new Promise<void>((done) => {
    const layout = cy.layout(options as never);
    layout.one("layoutstop", () => done());
    layout.run();
  });
  // The constraint holds to a fraction of a pixel; here it holds exactly.
  for (const { nodeId, position } of fixed) (cy.getElementById(nodeId) as NodeSingular).position(position);
}
