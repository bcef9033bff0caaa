import { describe, expect, it } from "vitest";
import { edgesOf, leadingLoops, lone, Network, passes } from "../src/explorer/network";
import { parse } from "../src/explorer/state";
import type { EdgePayload, NodePayload } from "../src/payloads";

const node = (key: string, x = 0): NodePayload => ({ key, name: key.toUpperCase(), kind: "state", claims: 1, x, y: 0 });
const edge = (actor: string, recipient: string, more: Partial<EdgePayload> = {}): EdgePayload => ({
  key: `${actor}-${recipient}`, actor, recipient, relation: "AID", label: "aids", quadrant: "", claims: 1, asserting: 1, alleging: 0, denying: 0,
  doubting: 0, intended: 0, possible: 0, articles: 1, roots: 1, standing: "asserted", ...more,
});

describe("the network in hand", () => {
  it("shows the edges among the parties of the state, and counts what the filter hides", () => {
    const network = new Network();
    network.add({ nodes: [node("a"), node("b"), node("c")], edges: [edge("a", "b"), edge("b", "c", { relation: "ACCUSE" })], hidden: 0, hidden_edges: 0, unknown: 0, revision: 3 });
    const view = network.view(parse("?entities=a,b,c&relation=AID"));
    expect([view.nodes.map((n) => n.key), view.edges.map((e) => e.key), view.filtered]).toEqual([["a", "b", "c"], ["a-b"], 1]);
    expect(network.view(parse("?entities=a,c")).edges).toEqual([]);
  });

  it("keeps the position of a party that it knows", () => {
    const network = new Network();
    network.add({ nodes: [node("a", 1)], edges: [], hidden: 0, hidden_edges: 0, unknown: 0, revision: 1 });
    network.add({ nodes: [node("a", 9), node("b", 2)], edges: [], hidden: 0, hidden_edges: 0, unknown: 0, revision: 1 });
    expect(network.node("a")?.x).toBe(1);
  });

  it("knows all edges only among parties that came in one answer", () => {
    const network = new Network();
    network.add({ nodes: [node("a"), node("b")], edges: [], hidden: 0, hidden_edges: 0, unknown: 0, revision: 1 });
    network.add({ nodes: [node("c")], edges: [], hidden: 0, hidden_edges: 0, unknown: 0, revision: 1 });
    expect([network.knows(["a", "b"]), network.knows(["b"]), network.knows(["a", "c"])]).toEqual([true, true, false]);
  });
});

describe("what was too much to be sent", () => {
  it("is asked for again when fewer parties are left, which have more room", () => {
    const network = new Network();
    network.add({ nodes: [node("a"), node("b"), node("c")], edges: [], hidden: 0, hidden_edges: 7, unknown: 0, revision: 1 });
    expect([network.knows(["c", "a", "b"]), network.knows(["a", "b"])]).toEqual([true, false]);
  });
});

describe("lines that need no bend", () => {
  it("are those with no other between the same two, whichever way it leads; loops are none", () => {
    const edges = [edge("a", "b"), edge("b", "a"), edge("b", "c"), edge("c", "c"), edge("a", "c", { key: "one" }), edge("a", "c", { key: "two" })];
    expect([...lone(edges)]).toEqual(["b-c"]);
  });
});

describe("filters", () => {
  it("passes an edge that some claim denies, whatever the others say", () => {
    expect(passes(edge("a", "b", { denying: 1, standing: "disputed" }), parse("?stance=denies"))).toBe(true);
    expect(passes(edge("a", "b"), parse("?stance=denies,doubts"))).toBe(false);
  });

  it("passes only disputed ones when asked", () => {
    expect(passes(edge("a", "b"), parse("?disputed=1"))).toBe(false);
  });
});

it("lists a party's edges with the most reported first", () => {
  const edges = [edge("a", "b"), edge("c", "a", { claims: 5 }), edge("b", "c")];
  expect(edgesOf("a", edges).map((e) => e.key)).toEqual(["c-a", "a-b"]);
});

it("lets one loop stand for the others of a party, the contested before the frequent", () => {
  const loops = [edge("a", "a", { key: "often", claims: 9, standing: "asserted" }), edge("a", "a", { key: "disputed", claims: 1, standing: "disputed" }), edge("a", "b")];
  expect([...leadingLoops(loops)]).toEqual([["a", { key: "disputed", more: 1 }]]);
});
