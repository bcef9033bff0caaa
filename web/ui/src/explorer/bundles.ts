/** Relations gathered into bundles: one for each quadrant of PLOVER from one party to another. No drawing, no asking.
 *
 * A bundle is drawn and listed like a relation. Its claims and what their sources say add up, since no claim is of two
 * relations; articles and texts do not add up, so a bundle tells none: its relations do.
 */

import type { EdgePayload } from "../payloads";

/** What is drawn as one line: a relation, or a bundle, which has `parts`. */
export interface Drawn extends EdgePayload {
  readonly parts?: readonly EdgePayload[];
}

export interface Bundle extends Drawn {
  readonly parts: readonly EdgePayload[];
}

/** Ties that last are of no quadrant: they stay as they are. */
const QUADRANTS = ["verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"];
const SUMMED = ["claims", "asserting", "alleging", "denying", "doubting", "intended", "possible"] as const;
const RANK = ["disputed", "asserted", "alleged", "denied"];
const KEY = /^[a-z]+-[a-z]+:[a-z2-7]{26}:[a-z2-7]{26}$/;

/** Whether this names a bundle, not a relation. */
export function isBundleKey(key: string): boolean {
  return KEY.test(key);
}

export function isBundle(edge: Drawn): edge is Bundle {
  return edge.parts !== undefined;
}

/** The relations in bundles, in the order of each bundle's first relation; `label` names a quadrant. */
export function bundled(edges: readonly EdgePayload[], label: (quadrant: string) => string): Drawn[] {
  const groups = new Map<string, EdgePayload[]>();
  for (const edge of edges) {
    const key = QUADRANTS.includes(edge.quadrant) ? `${edge.quadrant}:${edge.actor}:${edge.recipient}` : edge.key;
    groups.set(key, [...(groups.get(key) ?? []), edge]);
  }
  return [...groups].map(([key, parts]) => (key === parts[0]!.key ? parts[0]! : bundle(key, parts, label(parts[0]!.quadrant))));
}

function bundle(key: string, parts: readonly EdgePayload[], label: string): Bundle {
  const sums = Object.fromEntries(SUMMED.map((name) => [name, parts.reduce((sum, part) => sum + part[name], 0)])) as Pick<EdgePayload, (typeof SUMMED)[number]>;
  return { ...parts[0]!, ...sums, key, label, relation: "", articles: 0, roots: 0, standing: standing(parts), parts };
}

/** A bundle is disputed where one of its relations is; else it stands as its firmest one: to tell that a relation is asserted
 * and another one denied is no dispute. */
function standing(parts: readonly EdgePayload[]): string {
  return RANK.find((one) => parts.some((part) => part.standing === one)) ?? "alleged";
}
