/** What was fetched so far: a network for each lens, and the claims behind edges. Asks the server for what is missing. */

import { fetchEdge, fetchNetwork } from "../api";
import type { ClaimsPayload, EdgePayload, NetworkPayload, NodePayload } from "../payloads";
import { lensKey, type Lens } from "./lens";
import { Network } from "./network";

/** So many neighbours join at once; the rest is said, and comes with the next press. */
const NEIGHBOURS = 24;

export class Holdings {
  private readonly networks = new Map<string, Network>();
  private readonly claims = new Map<string, Promise<ClaimsPayload>>();
  private readonly parties = new Map<string, NodePayload>();

  /** `given` came with the page: it answers what is asked first, which is what the address says. */
  constructor(private given: NetworkPayload | null) {}

  /** What is in hand of the network through a lens. */
  through(lens: Lens): Network {
    const key = lensKey(lens);
    const known = this.networks.get(key) ?? new Network();
    this.networks.set(key, known);
    return known;
  }

  /** A party that any answer told of. */
  node(key: string): NodePayload | undefined {
    return this.parties.get(key);
  }

  /** Fetches all edges among these parties, unless they are known; without parties, those that the lens shows most of. */
  async among(entities: readonly string[] | null, lens: Lens): Promise<NetworkPayload | null> {
    if (entities && this.through(lens).knows(entities)) return null;
    const given = this.given;
    this.given = null;
    return this.take(given ?? (await fetchNetwork(entities ?? [], lens)), lens);
  }

  /** Fetches the neighbours of a party, in one relation or in all. */
  async expand(entities: readonly string[], key: string, lens: Lens, by?: string): Promise<NetworkPayload> {
    return this.take(await fetchNetwork(entities, lens, { expand: key, limit: NEIGHBOURS, ...(by ? { by } : {}) }), lens);
  }

  claimsOf(edge: EdgePayload, lens: Lens): Promise<ClaimsPayload> {
    const key = `${edge.key} ${lensKey(lens)}`;
    const known = this.claims.get(key);
    if (known) return known;
    const asked = fetchEdge(edge, lens);
    this.claims.set(key, asked);
    asked.catch(() => this.claims.delete(key));
    return asked;
  }

  private take(answer: NetworkPayload, lens: Lens): NetworkPayload {
    this.through(lens).add(answer);
    for (const node of answer.nodes) if (!this.parties.has(node.key)) this.parties.set(node.key, node);
    return answer;
  }
}
