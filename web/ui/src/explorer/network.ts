/** The network in hand: everything fetched so far, and the part of it that a state shows. No drawing, no asking. */

import type { EdgePayload, NetworkPayload, NodePayload } from "../payloads";
import { bundled, type Drawn } from "./bundles";
import type { State } from "./state";

/** What is to be seen: nodes and edges after filtering, in the server's order; `filtered` edges are left out. */
export interface View {
  readonly nodes: readonly NodePayload[];
  readonly edges: readonly Drawn[];
  readonly filtered: number;
  /** How many relations the edges stand for: more than there are edges, where these are bundles. */
  readonly relations: number;
}

export class Network {
  private readonly nodes = new Map<string, NodePayload>();
  private readonly edges = new Map<string, EdgePayload>();
  /** Sets of parties among which all edges are known, or, if they are too `many`, as many as are sent of just these parties. */
  private readonly complete: { readonly parties: ReadonlySet<string>; readonly many: boolean }[] = [];
  revision = 0;

  /** Takes in an answer of the server, which holds the edges among its nodes, those with the most claims first. Known nodes keep their positions. */
  add(answer: NetworkPayload): void {
    this.revision = answer.revision;
    for (const node of answer.nodes) {
      const known = this.nodes.get(node.key);
      this.nodes.set(node.key, known ? { ...node, x: known.x, y: known.y } : node);
    }
    for (const edge of answer.edges) this.edges.set(edge.key, edge);
    this.complete.push({ parties: new Set(answer.nodes.map((node) => node.key)), many: answer.hidden_edges > 0 });
  }

  /** Whether all edges among these parties that the server sends are known already. */
  knows(entities: readonly string[]): boolean {
    return this.complete.some(({ parties, many }) => (!many || parties.size === entities.length) && entities.every((key) => parties.has(key)));
  }

  node(key: string): NodePayload | undefined {
    return this.nodes.get(key);
  }

  edge(key: string): EdgePayload | undefined {
    return this.edges.get(key);
  }

  /** What the state shows of the network. */
  view(state: State, quadrant: (code: string) => string = (code) => code): View {
    const nodes = (state.entities ?? []).map((key) => this.nodes.get(key)).filter((node) => node !== undefined);
    const shown = new Set(nodes.map((node) => node.key));
    const among = [...this.edges.values()].filter((edge) => shown.has(edge.actor) && shown.has(edge.recipient));
    const edges = among.filter((edge) => passes(edge, state));
    return { nodes, edges: state.bundles ? bundled(edges, quadrant) : edges, filtered: among.length - edges.length, relations: edges.length };
  }
}

/** How many claims of an edge take a stance. */
export function tally(edge: EdgePayload, stance: string): number {
  switch (stance) {
    case "asserts": return edge.asserting;
    case "alleges": return edge.alleging;
    case "denies": return edge.denying;
    case "doubts": return edge.doubting;
    default: return 0;
  }
}

/** Whether an edge passes the state's filters. */
export function passes(edge: EdgePayload, state: State): boolean {
  if (state.disputed && edge.standing !== "disputed") return false;
  if (state.relations && !state.relations.includes(edge.relation)) return false;
  return !state.stances || state.stances.some((stance) => tally(edge, stance) > 0);
}

const RANK = ["disputed", "denied", "alleged", "asserted"];

/** Whether an edge names no recipient: drawn as a loop. */
export function isLoop(edge: EdgePayload): boolean {
  return edge.actor === edge.recipient;
}

/** For each party the loop that stands for all its loops where there is no room for more, and how many it stands for
 * besides itself: the most contested one, then the most reported. */
export function leadingLoops(edges: readonly EdgePayload[]): Map<string, { readonly key: string; readonly more: number }> {
  const loops = edges.filter(isLoop).sort((a, b) => RANK.indexOf(a.standing) - RANK.indexOf(b.standing) || b.claims - a.claims || a.key.localeCompare(b.key));
  const leading = new Map<string, { key: string; more: number }>();
  for (const loop of loops) {
    const lead = leading.get(loop.actor);
    if (lead) lead.more += 1;
    else leading.set(loop.actor, { key: loop.key, more: 0 });
  }
  return leading;
}

/** The edges that have no other between the same two parties, by their keys. */
export function lone(edges: readonly EdgePayload[]): ReadonlySet<string> {
  const between = new Map<string, string[]>();
  for (const edge of edges.filter((one) => !isLoop(one))) {
    const pair = [edge.actor, edge.recipient].sort().join(" ");
    between.set(pair, [...(between.get(pair) ?? []), edge.key]);
  }
  return new Set([...between.values()].filter((keys) => keys.length === 1).flat());
}

/** The edges that touch a party, most claims first. */
export function edgesOf(key: string, edges: readonly Drawn[]): Drawn[] {
  return edges.filter((edge) => edge.actor === key || edge.recipient === key).sort((a, b) => b.claims - a.claims || a.key.localeCompare(b.key));
}
