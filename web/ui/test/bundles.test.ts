import { describe, expect, it } from "vitest";
import { bundled, isBundle, isBundleKey } from "../src/explorer/bundles";
import type { EdgePayload } from "../src/payloads";

const [A, B] = ["a".repeat(26), "b".repeat(26)];

function edge(key: string, quadrant: string, standing: string, more: Partial<EdgePayload> = {}): EdgePayload {
  const counts = { claims: 2, asserting: 1, alleging: 0, denying: 1, doubting: 0, intended: 0, possible: 0, articles: 2, roots: 2 };
  return { key, actor: A, recipient: B, relation: key, label: key, quadrant, standing, ...counts, ...more };
}

describe("bundles", () => {
  const label = (code: string): string => `the ${code}`;

  it("gather the relations of a quadrant in one direction and add up what adds up", () => {
    const there = [edge("1", "verbal-conflict", "asserted"), edge("2", "verbal-conflict", "denied"), edge("3", "material-conflict", "alleged"), edge("4", "verbal-conflict", "asserted", { actor: B, recipient: A })];
    const found = bundled(there, label);
    expect(found.map((one) => [one.label, one.claims, isBundle(one) && one.parts.length])).toEqual([["the verbal-conflict", 4, 2], ["the material-conflict", 2, 1], ["the verbal-conflict", 2, 1]]);
    expect(found[0]).toMatchObject({ actor: A, recipient: B, asserting: 2, denying: 2, articles: 0, roots: 0 });
    expect(found.every((one) => isBundleKey(one.key))).toBe(true);
  });

  it("are disputed only where one relation is: one asserted beside another denied is no dispute", () => {
    const of = (...standings: string[]): string | undefined => bundled(standings.map((one, i) => edge(String(i), "verbal-conflict", one)), label)[0]?.standing;
    expect([of("asserted", "denied"), of("denied", "disputed"), of("denied", "alleged"), of("denied")]).toEqual(["asserted", "disputed", "alleged", "denied"]);
  });

  it("leave ties that last alone", () => {
    const tie = edge("5", "standing-tie", "asserted");
    expect(bundled([tie], label)).toEqual([tie]);
    expect(isBundleKey(A)).toBe(false);
  });
});
