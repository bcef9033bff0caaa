/** The canvas: shows a view with Cytoscape.js, keeps placed nodes where they are, and tells what is pressed. */

import cytoscape, { type Core, type ElementDefinition, type NodeSingular } from "cytoscape";
import { t } from "../messages";
import type { EdgePayload, NodePayload } from "../payloads";
import type { Difference } from "./beside";
import { edgeLabel, FONT, nameBox, nameSize, palette, width, type NameBox } from "./look";
import { isLoop, leadingLoops, lone, type View } from "./network";
import { apart, ring, settle, spread, type Place } from "./placing";
import { stylesheet } from "./stylesheet";

export interface Choice {
  readonly node: string | null;
  readonly edge: string | null;
}

/** Up to so many edges all are labelled in full; beyond it only those that matter now, or names become illegible. */
const LABELLED = 14;

/** A party with more relations than these drags plain lines behind it, until it is let go: curves, arrows and labels take
 * longer to find their places than a frame lasts. */
const HEAVY = 40;

const still = matchMedia("(prefers-reduced-motion: reduce)");

export class Drawing {
  readonly cy: Core;
  /** Told of the parties that a box was drawn around. */
  selected: ((keys: readonly string[]) => void) | null = null;
  private laid = false;

  constructor(private readonly container: HTMLElement, choose: (choice: Choice) => void, private readonly moved: () => void) {
    this.cy = cytoscape({ container, style: stylesheet(palette()), minZoom: 0.15, maxZoom: 3, boxSelectionEnabled: true });
    this.cy.on("tap", "node", (event) => choose({ node: event.target.id(), edge: null }));
    this.cy.on("tap", "edge", (event) => choose({ node: null, edge: event.target.id() }));
    this.cy.on("tap", (event) => event.target === this.cy && choose({ node: null, edge: null }));
    this.cy.on("drag", "node", (event) => this.lighten(event.target));
    this.cy.on("dragfree", "node", () => {
      this.cy.edges(".moving").removeClass("moving");
      this.moved();
    });
    this.cy.on("select unselect", "node", () => this.selected?.(this.cy.nodes(":selected").map((node) => node.id())));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.cy.style(stylesheet(palette())));
    new ResizeObserver(() => this.cy.resize()).observe(container);
  }

  /** Shows a view. `places` are known positions (from the history); nodes without one are placed around `near`. */
  async show(view: View, places: ReadonlyMap<string, Place>, near: string | null): Promise<void> {
    const first = !this.laid;
    const wanted = new Set([...view.nodes, ...view.edges].map((thing) => thing.key));
    this.cy.elements().filter((element) => !wanted.has(element.id())).remove();
    const fresh = view.nodes.filter((node) => this.cy.getElementById(node.key).empty());
    const starts = this.starts(fresh, places, first, near);
    this.cy.batch(() => {
      this.cy.add(fresh.map((node) => nodeElement(node, starts.get(node.key) ?? { x: 0, y: 0 })));
      for (const edge of view.edges) {
        const drawn = this.cy.getElementById(edge.key);
        if (drawn.empty()) this.cy.add(edgeElement(edge));
        else drawn.data(edgeElement(edge).data); // through another lens it is told otherwise
      }
      this.cy.edges().toggleClass("whole", view.edges.length <= LABELLED);
      this.loops(view.edges);
      const alone = lone(view.edges);
      this.cy.edges().forEach((edge) => void edge.toggleClass("lone", alone.has(edge.id())));
    });
    this.laid = view.nodes.length > 0;
    if (!first) {
      const unplaced = fresh.filter((node) => !places.has(node.key)).map((node) => this.cy.getElementById(node.key) as NodeSingular);
      await settle(this.cy, unplaced);
    }
    if (first || fresh.length) this.fit();
  }

  /** Where there are many edges, one loop stands for all of a party until the party is chosen. */
  private loops(edges: readonly EdgePayload[]): void {
    const many = edges.length > LABELLED;
    const leading = leadingLoops(edges);
    for (const edge of edges.filter(isLoop)) {
      const lead = leading.get(edge.actor)!;
      const drawn = this.cy.getElementById(edge.key);
      drawn.toggleClass("spare", many && lead.key !== edge.key);
      drawn.data("brief", [edgeLabel(edge, false), many && lead.key === edge.key && lead.more ? `+${lead.more}` : ""].filter(Boolean).join(" "));
    }
  }

  private starts(fresh: readonly NodePayload[], places: ReadonlyMap<string, Place>, first: boolean, near: string | null): Map<string, Place> {
    const unplaced = fresh.filter((node) => !places.has(node.key));
    const given = new Map(fresh.filter((node) => places.has(node.key)).map((node) => [node.key, places.get(node.key)!]));
    if (first && !given.size) return this.arrange(unplaced);
    const centre = near ? this.cy.getElementById(near) : this.cy.collection();
    const around = ring(centre.nonempty() ? (centre as NodeSingular).position() : { x: 0, y: 0 }, unplaced.length, 140 + 12 * unplaced.length);
    return new Map([...unplaced.map((node, i): [string, Place] => [node.key, around[i]!]), ...given]);
  }

  /** The first arrangement: the server's, spread over the canvas, names kept from covering each other. */
  private arrange(nodes: readonly NodePayload[]): Map<string, Place> {
    const aspect = this.container.clientWidth / Math.max(1, this.container.clientHeight) || 1;
    const spreads = spread(new Map(nodes.map((node) => [node.key, node])), aspect);
    return apart(new Map(nodes.map((node) => [node.key, { ...spreads.get(node.key)!, ...box(node) }])), 120);
  }

  private lighten(held: NodeSingular): void {
    const edges = held.connectedEdges();
    if (edges.length > HEAVY && !edges[0]!.hasClass("moving")) edges.addClass("moving");
  }

  /** Marks what is chosen and its surroundings; the rest steps back. */
  choose(choice: Choice): void {
    const all = this.cy.elements();
    const key = choice.edge ?? choice.node;
    const one = key ? this.cy.getElementById(key) : this.cy.collection();
    const many = this.cy.edges().length > LABELLED;
    this.cy.batch(() => {
      all.removeClass("chosen faded called");
      if (many) this.cy.edges().removeClass("whole");
      if (one.empty()) return;
      const around = choice.edge ? one.union(one.connectedNodes()) : (one as NodeSingular).closedNeighborhood();
      if (choice.node) around.edges().addClass("called");
      one.addClass("called");
      all.not(around).addClass("faded");
      around.edges().addClass("whole");
      one.addClass("chosen");
    });
  }

  /** Marks the edges that only this drawing has, and those of which the other tells the opposite. */
  mark(differences: ReadonlyMap<string, Difference>): void {
    this.cy.batch(() => {
      this.cy.edges().removeClass("only opposite");
      for (const [key, difference] of differences) {
        const edge = this.cy.getElementById(key);
        edge.addClass(difference);
        edge.data("brief", `${t(`glyph_${difference}`)} ${edge.data("brief")}`.trim());
        edge.data("whole", `${t(`glyph_${difference}`)} ${edge.data("whole")}`);
      }
    });
  }

  /** Holds parties where they are, or lets go of them. */
  pin(keys: readonly string[], held: boolean): void {
    for (const key of keys) {
      const node = this.cy.getElementById(key);
      if (held) node.lock();
      else node.unlock();
      node.toggleClass("pinned", held);
    }
  }

  pinned(key: string): boolean {
    const node = this.cy.getElementById(key);
    return node.nonempty() && node.hasClass("pinned");
  }

  /** Follows another drawing: its places, its excerpt. */
  follow(other: Drawing): void {
    let leading = false;
    const copy = (from: Core, to: Core): void => {
      if (leading) return;
      leading = true;
      to.batch(() => from.nodes().forEach((node) => void to.getElementById(node.id()).position({ ...node.position() })));
      to.viewport({ zoom: from.zoom(), pan: { ...from.pan() } });
      leading = false;
    };
    for (const [from, to] of [[other.cy, this.cy], [this.cy, other.cy]] as const) from.on("viewport position", () => copy(from, to));
    copy(other.cy, this.cy);
  }

  /** Ends the drawing and what it listens to. */
  close(): void {
    this.cy.destroy();
  }

  /** Positions of all nodes, rounded to whole pixels. */
  places(): Map<string, Place> {
    return new Map(this.cy.nodes().map((node) => [node.id(), { x: Math.round(node.position("x")), y: Math.round(node.position("y")) }]));
  }

  fit(): void {
    if (this.cy.elements().empty() || !this.container.clientWidth) return;
    this.move({ fit: { eles: this.cy.elements(), padding: 36 } });
    if (this.cy.zoom() <= 1.1) return; // few nodes: names no larger than the page's own words
    this.cy.zoom(1.1);
    this.cy.center();
  }

  zoom(factor: number): void {
    this.move({ zoom: { level: this.cy.zoom() * factor, renderedPosition: { x: this.cy.width() / 2, y: this.cy.height() / 2 } } });
  }

  private move(how: Record<string, unknown>): void {
    const animated = !still.matches && !("fit" in how);
    if (animated) this.cy.animate({ ...how, duration: 150 } as never);
    else if ("fit" in how) this.cy.fit(this.cy.elements(), 36);
    else this.cy.zoom(how["zoom"] as never);
  }
}

const pen = document.createElement("canvas").getContext("2d");

/** The width of a text at 1 px, measured at 100 px in the bolder weight. */
function measure(text: string): number {
  if (!pen) return text.length * 0.6;
  pen.font = `600 100px ${FONT}`;
  return pen.measureText(text).width / 100;
}

function box(node: NodePayload): NameBox {
  return nameBox(node.name, nameSize(node.claims), measure);
}

function nodeElement(node: NodePayload, place: Place): ElementDefinition {
  return { group: "nodes", data: { id: node.key, kind: node.kind, size: nameSize(node.claims), ...box(node) }, position: { x: place.x, y: place.y } };
}

function edgeElement(edge: EdgePayload): ElementDefinition {
  const data = {
    id: edge.key, source: edge.actor, target: edge.recipient, standing: edge.standing, width: width(edge.claims) + (edge.standing === "disputed" ? 1.5 : 0), // the gap between the two lines
    brief: edgeLabel(edge, false), whole: edgeLabel(edge, true), recipient: edge.recipient === edge.actor ? "none" : "some",
  };
  return { group: "edges", data };
}
