/** What the explorer shows, as one value, and its form in the address bar.
 *
 *   entities=KEY,KEY   the parties that are drawn; missing: the most reported ones
 *   node=KEY           the chosen party          edge=KEY   the chosen relation between two
 *   claim=KEY          the chosen claim          (at most the innermost of the three is opened)
 *   stance=asserts,…   only relations that some claim asserts, alleges, denies or doubts; missing: all
 *   relation=AID,…     only these relations; missing: all
 *   disputed=1         only relations that are disputed
 *   bundles=quadrant   one line for all relations of a quadrant between two; missing: one for each relation
 *   bundle=QUADRANT:KEY:KEY   the chosen bundle, instead of edge
 *   beside=outlet:KEY  a second teller, drawn beside the first
 *
 *   state=KEY          instead of all of it: a view that the server keeps
 *
 * The parameters of the lens stand in `lens.ts`.
 * Parameters of others (`lang`) stay as they are.
 */

import { isBundleKey } from "./bundles";
import { LENS_NAMES, lensPairs, parseLens, teller, type Lens } from "./lens";

export interface State {
  readonly entities: readonly string[] | null;
  readonly node: string | null;
  readonly edge: string | null;
  readonly claim: string | null;
  readonly stances: readonly string[] | null;
  readonly relations: readonly string[] | null;
  readonly disputed: boolean;
  readonly bundles: boolean;
  readonly lens: Lens;
  readonly beside: string | null;
}

export const FILTER_STANCES = ["asserts", "alleges", "denies", "doubts"] as const;

const OURS: readonly string[] = ["entities", "node", "edge", "claim", "stance", "relation", "disputed", "beside", "state", "bundles", "bundle", ...LENS_NAMES];

function list(value: string | null): readonly string[] | null {
  const parts = (value ?? "").split(",").filter((part) => part !== "");
  return parts.length ? [...new Set(parts)] : null;
}

function bundleKey(value: string | null): string | null {
  return value && isBundleKey(value) ? value : null;
}

/** The state that an address's query says. */
export function parse(query: string): State {
  const read = new URLSearchParams(query);
  return {
    entities: list(read.get("entities")),
    node: read.get("node"),
    edge: read.get("edge") ?? bundleKey(read.get("bundle")),
    claim: read.get("claim"),
    stances: list(read.get("stance")),
    relations: list(read.get("relation")),
    disputed: read.get("disputed") === "1",
    bundles: read.get("bundles") === "quadrant",
    lens: parseLens(read),
    beside: teller(read.get("beside")),
  };
}

/** The query that says the state; `present` is the address's query now, from which foreign parameters are kept. */
export function format(state: State, present = ""): string {
  const pairs: [string, string][] = [...new URLSearchParams(present)].filter(([name]) => !OURS.includes(name));
  const say = (name: string, value: string | null | undefined): void => {
    if (value) pairs.push([name, value]);
  };
  say("entities", state.entities?.join(","));
  say("node", state.node);
  say(state.edge && isBundleKey(state.edge) ? "bundle" : "edge", state.edge);
  say("claim", state.claim);
  say("stance", state.stances?.join(","));
  say("relation", state.relations?.join(","));
  say("disputed", state.disputed ? "1" : null);
  say("bundles", state.bundles ? "quadrant" : null);
  pairs.push(...lensPairs(state.lens));
  say("beside", state.beside);
  // Commas and colons are legal in a query and readable; URLSearchParams would write %2C and %3A.
  return pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%3A", ":")}`).join("&");
}

/** The query that says what is drawn, whatever of it is chosen: that of files, of the SPARQL behind it, of pictures. */
export function seenQuery(state: State): string {
  return format({ ...unchosen(state), beside: null, bundles: false });
}

/** The state with nothing chosen. */
export function unchosen(state: State): State {
  return { ...state, node: null, edge: null, claim: null };
}

/** Whether any filter is set. */
export function filtering(state: State): boolean {
  return state.stances !== null || state.relations !== null || state.disputed;
}
