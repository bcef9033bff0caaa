/** Where nodes stand: the server's abstract positions spread to pixels, and a place for what joins later. */

import type { Core, NodeSingular } from "cytoscape";

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Pixels per node along each side: about a name and a half, so that names stay legible when all are fitted in. */
const ROOM = 135;

/** Spreads abstract positions over an area that grows with the number of nodes; `aspect` is its width by height. */
export function spread(places: ReadonlyMap<string, Place>, aspect: number): Map<string, Place> {
  const side = ROOM * Math.sqrt(Math.max(places.size, 2));
  const shape = Math.sqrt(Math.min(2, Math.max(0.6, aspect)));
  const xs = loosened([...places.values()].map((place) => place.x), side * shape);
  const ys = loosened([...places.values()].map((place) => place.y), side / shape);
  return new Map([...places.keys()].map((key, i) => [key, { x: xs[i] ?? 0, y: ys[i] ?? 0 }]));
}

/** Coordinates over `length` around 0, halfway between where they are and evenly spaced in the same order: a layout by
 * springs crowds the middle, where names need room. */
function loosened(values: readonly number[], length: number): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (high === low) return values.map(() => 0);
  const order = [...new Set(values)].sort((a, b) => a - b);
  return values.map((value) => length * ((value - low) / (high - low) / 2 + order.indexOf(value) / (order.length - 1) / 2 - 0.5));
}

export interface Box extends Place {
  readonly w: number;
  readonly h: number;
}

/** Free pixels that two names keep between them. */
const MARGIN = 44;

/** Pushes overlapping boxes apart, each pair along the axis where less is missing; the same input gives the same result. */
export function apart(boxes: ReadonlyMap<string, Box>, rounds = 60): Map<string, Place> {
  const all = [...boxes].map(([key, box]) => ({ key, ...box }));
  for (let round = 0, moved = true; moved && round < rounds; round += 1) {
    moved = false;
    for (const [i, a] of all.entries()) {
      for (const b of all.slice(i + 1)) {
        const missX = (a.w + b.w) / 2 + MARGIN - Math.abs(a.x - b.x);
        const missY = (a.h + b.h) / 2 + MARGIN - Math.abs(a.y - b.y);
        if (missX <= 0.5 || missY <= 0.5) continue;
        moved = true;
        const axis = missX < missY ? "x" : "y";
        const push = (Math.min(missX, missY) / 2) * (a[axis] <= b[axis] ? 1 : -1);
        a[axis] -= push;
        b[axis] += push;
      }
    }
  }
  return new Map(all.map(({ key, x, y }) => [key, { x, y }]));
}

/** The free place nearest to where `box` would like to be, found along a spiral; `taken` do not move. */
export function freePlace(box: Box, taken: readonly Box[]): Place {
  const covers = (x: number, y: number): boolean =>
    taken.some((other) => Math.abs(other.x - x) < (other.w + box.w) / 2 + MARGIN && Math.abs(other.y - y) < (other.h + box.h) / 2 + MARGIN);
  for (let turn = 0; turn < 4000; turn += 1) {
    // The golden angle: every direction gets its turn, evenly, ever farther out.
    const [far, angle] = [9 * Math.sqrt(turn), turn * 2.399963];
    const [x, y] = [box.x + far * Math.cos(angle), box.y + far * Math.sin(angle)];
    if (!covers(x, y)) return { x, y };
  }
  return { x: box.x, y: box.y };
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
  // The constraint holds to a fraction of a pixel; here it holds exactly, and names do not cover each other.
  const boxOf = (node: NodeSingular): Box => ({ ...node.position(), w: node.data("w") as number, h: node.data("h") as number });
  for (const { nodeId, position } of fixed) (cy.getElementById(nodeId) as NodeSingular).position(position);
  const taken = fixed.map(({ nodeId }) => boxOf(cy.getElementById(nodeId) as NodeSingular));
  for (const node of fresh) {
    node.position(freePlace(boxOf(node), taken));
    taken.push(boxOf(node));
  }
}
