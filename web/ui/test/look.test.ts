import { describe, expect, it } from "vitest";
import { edgeLabel, look, nameBox, STANDINGS, width, wrap } from "../src/explorer/look";
import { apart, freePlace, ring, spread, type Box } from "../src/explorer/placing";
import type { EdgePayload } from "../src/payloads";

const edge = (standing: string, claims: number): EdgePayload => ({ standing, claims, label: "hilft" }) as EdgePayload;
const perLetter = (text: string): number => text.length * 0.5;

describe("edges", () => {
  it("differ by line and by glyph, not only by colour", () => {
    for (const part of ["line", "glyph", "colour"] as const) expect(new Set(STANDINGS.map((standing) => look(standing)[part])).size).toBe(4);
  });

  it("say glyph, relation and number; the glyph stays when the words go", () => {
    expect(edgeLabel(edge("disputed", 4), true)).toBe("◐ hilft · 4");
    expect(edgeLabel(edge("denied", 1), true)).toBe("✕ hilft");
    expect(edgeLabel(edge("denied", 1), false)).toBe("✕");
    expect(edgeLabel(edge("asserted", 9), false)).toBe("");
  });

  it("look alleged, the weakest, when the standing is unknown", () => {
    expect(look("proven").line).toBe("dashed");
  });

  it("grow with the claims and stop growing", () => {
    expect(width(1)).toBeLessThan(width(8));
    expect(width(1_000_000)).toBe(6);
  });
});

describe("names", () => {
  it("break between words, and within one only where it is wider than the room", () => {
    expect(wrap("aa bb cc", 2.5, perLetter)).toEqual(["aa bb", "cc"]);
    expect(wrap("unbreakable", 3, perLetter)).toEqual(["unbre-", "akable"]);
  });

  it("end after four lines", () => {
    expect(wrap("aa bb cc dd ee ff", 1, perLetter)).toEqual(["aa", "bb", "cc", "dd …"]);
  });

  it("take a box as wide as the widest line", () => {
    expect(nameBox("Iran", 10, perLetter)).toEqual({ rows: "Iran", w: 24, h: 12 });
  });
});

describe("places", () => {
  it("spread around the middle, and stand alone in it", () => {
    const placed = spread(new Map([["a", { x: 0, y: 0 }], ["b", { x: 1, y: 1 }]]), 1);
    expect(placed.get("a")!.x).toBe(-placed.get("b")!.x);
    expect(spread(new Map([["a", { x: 7, y: 7 }]]), 1).get("a")).toEqual({ x: 0, y: 0 });
  });

  it("are pushed apart until no two names overlap, the same way each time", () => {
    const boxes = new Map<string, Box>([0, 1, 2, 3, 4].map((i) => [String(i), { x: i * 10, y: i * 7, w: 100, h: 30 }]));
    const placed = [...apart(boxes).values()];
    for (const [i, a] of placed.entries())
      for (const b of placed.slice(i + 1)) expect(Math.abs(a.x - b.x) >= 100 || Math.abs(a.y - b.y) >= 30).toBe(true);
    expect([...apart(boxes).values()]).toEqual(placed);
  });

  it("for newcomers are free ones near to where they would like to be", () => {
    const taken: Box[] = [{ x: 0, y: 0, w: 80, h: 20 }, { x: 0, y: 70, w: 80, h: 20 }];
    const { x, y } = freePlace({ x: 5, y: 5, w: 80, h: 20 }, taken);
    for (const other of taken) expect(Math.abs(other.x - x) >= 80 || Math.abs(other.y - y) >= 20).toBe(true);
    expect(Math.hypot(x, y)).toBeLessThan(160);
    expect(freePlace({ x: 500, y: 5, w: 80, h: 20 }, taken)).toEqual({ x: 500, y: 5 });
  });

  it("go around a centre in a ring", () => {
    for (const { x, y } of ring({ x: 5, y: 5 }, 6, 10)) expect(Math.hypot(x - 5, y - 5)).toBeCloseTo(10);
  });
});
