import { describe, expect, it } from "vitest";
import { differences, opposite } from "../src/explorer/beside";
import { CLEAR, lensKey, lensPairs, looking, parseLens } from "../src/explorer/lens";
import { after, filled, lastDay, total } from "../src/explorer/calendar";
import { format, parse } from "../src/explorer/state";
import type { EdgePayload } from "../src/payloads";

const KEY = "a".repeat(26);
const edge = (key: string, standing: string): EdgePayload => ({ key, standing }) as EdgePayload;

describe("a lens", () => {
  it("stands in the address and comes back from it", () => {
    const query = `lens=outlet:${KEY}&clock=event&from=2024-03-01&to=2024-03-31&modality=actual,possible&roots=2&asof=2024-05-01`;
    const lens = parseLens(new URLSearchParams(query));
    expect(lens).toEqual({ teller: `outlet:${KEY}`, clock: "event", from: "2024-03-01", to: "2024-03-31", modalities: ["actual", "possible"], roots: 2, asOf: "2024-05-01" });
    expect(lensKey(lens)).toBe(query);
    expect(format(parse(`?${query}&beside=state:${KEY}`))).toBe(`${query}&beside=state:${KEY}`);
  });

  it("is clear where the address says nothing, or nothing that can be understood", () => {
    expect(parseLens(new URLSearchParams("lens=planet:x&from=soon&roots=many&clock=wall&modality=real"))).toEqual(CLEAR);
    expect(lensPairs(CLEAR)).toEqual([]);
    expect([looking(CLEAR), looking({ ...CLEAR, clock: "event" }), looking({ ...CLEAR, roots: 2 })]).toEqual([false, false, true]);
  });
});

describe("two lenses side by side", () => {
  it("differ in what only one tells and in what the other denies", () => {
    const here = [edge("a", "asserted"), edge("b", "asserted"), edge("c", "disputed")];
    const there = [edge("b", "denied"), edge("c", "asserted"), edge("d", "alleged")];
    expect([...differences(here, there)]).toEqual([["a", "only"], ["b", "opposite"]]);
    expect([...differences(there, here)]).toEqual([["b", "opposite"], ["d", "only"]]);
  });

  it("contradict each other only where one says what the other denies", () => {
    expect([opposite("alleged", "denied"), opposite("denied", "asserted"), opposite("disputed", "denied"), opposite("asserted", "alleged")]).toEqual([true, true, false, false]);
  });
});

describe("months", () => {
  const month = (name: string, asserting = 1) => ({ month: name, asserting, alleging: 1, denying: 0, doubting: 0 });

  it("are filled where nothing was told, over the turn of a year", () => {
    expect(filled([month("2023-11"), month("2024-02")]).map((one) => [one.month, total(one)])).toEqual([["2023-11", 2], ["2023-12", 0], ["2024-01", 0], ["2024-02", 2]]);
    expect(filled([])).toEqual([]);
  });

  it("end on their last day", () => {
    expect([lastDay("2024-02"), lastDay("2023-02"), lastDay("2024-12"), after("2024-12")]).toEqual(["2024-02-29", "2023-02-28", "2024-12-31", "2025-01"]);
  });
});
