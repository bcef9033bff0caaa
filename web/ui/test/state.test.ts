import { CLEAR } from "../src/explorer/lens";
import { describe, expect, it } from "vitest";
import { filtering, format, parse, unchosen, type State } from "../src/explorer/state";

const EMPTY: State = { entities: null, node: null, edge: null, claim: null, stances: null, relations: null, disputed: false, bundles: false, lens: CLEAR, beside: null };

describe("state and address", () => {
  it("has nothing chosen and nothing filtered in an empty address", () => {
    expect(parse("")).toEqual(EMPTY);
    expect(format(EMPTY)).toBe("");
  });

  it.each<Partial<State>>([
    { entities: ["a", "b"] },
    { node: "a" },
    { entities: ["a"], edge: "e", claim: "c" },
    { bundles: true, edge: `verbal-conflict:${"a".repeat(26)}:${"b".repeat(26)}` },
    { stances: ["asserts", "denies"], relations: ["AID"], disputed: true },
  ])("comes back from the address as it went: %o", (part) => {
    const state = { ...EMPTY, ...part };
    expect(parse(`?${format(state)}`)).toEqual(state);
  });

  it("keeps what others wrote into the address", () => {
    expect(format({ ...EMPTY, node: "a" }, "?lang=en&node=b&entities=x")).toBe("lang=en&node=a");
  });

  it("writes lists with plain commas", () => {
    expect(format({ ...EMPTY, entities: ["a", "b"] })).toBe("entities=a,b");
  });

  it("names each party once and skips empty names", () => {
    expect(parse("?entities=a,,b,a").entities).toEqual(["a", "b"]);
  });

  it("knows when it filters, and forgets only what is chosen", () => {
    expect(filtering({ ...EMPTY, disputed: true })).toBe(true);
    expect(unchosen({ ...EMPTY, node: "a", relations: ["AID"] })).toEqual({ ...EMPTY, relations: ["AID"] });
  });
});
