/** Two lenses over one layout: what only one of them tells, and where they tell the opposite. No drawing, no asking. */

import type { EdgePayload } from "../payloads";

export type Difference = "only" | "opposite";

/** Whether two standings contradict each other: one says so, the other denies it. */
export function opposite(a: string, b: string): boolean {
  const says = (standing: string): boolean => standing === "asserted" || standing === "alleged";
  return (says(a) && b === "denied") || (a === "denied" && says(b));
}

/** How the edges of one side differ from those of the other, by key; those that both tell alike are left out. */
export function differences(here: readonly EdgePayload[], there: readonly EdgePayload[]): Map<string, Difference> {
  const others = new Map(there.map((edge) => [edge.key, edge.standing]));
  const found = new Map<string, Difference>();
  for (const edge of here) {
    const other = others.get(edge.key);
    if (other === undefined) found.set(edge.key, "only");
    else if (opposite(edge.standing, other)) found.set(edge.key, "opposite");
  }
  return found;
}
