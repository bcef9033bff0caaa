import { beforeAll, describe, expect, it, vi } from "vitest";

// These modules read <html lang data-root> when they load; a page is not needed for what is tested here.
beforeAll(() => {
  vi.stubGlobal("document", { documentElement: { lang: "de", dataset: {} } });
});

describe("messages", () => {
  it("put values in place and leave unknown names visible", async () => {
    const { fill } = await import("../src/messages");
    expect(fill("{n} von {all}", { n: 3 })).toBe("3 von {all}");
  });
});

describe("curl", () => {
  it("survives quotes in the query and asks for Turtle only where the query builds one", async () => {
    const { curl, quoted } = await import("../src/sparql/run");
    expect(quoted("it's")).toBe("'it'\\''s'");
    expect(curl("http://h/sparql", "CONSTRUCT {} WHERE {}")).toContain("text/turtle");
    expect(curl("http://h/sparql", "# describe\nSELECT * {}")).toContain("sparql-results+json");
  });
});

describe("claim cards", () => {
  it("draw a negated assertion like a denial", async () => {
    const { cardLine } = await import("../src/explorer/card");
    expect(cardLine({ stance: "asserts", negated: true })).toBe("denies");
    expect(cardLine({ stance: "alleges", negated: true })).toBe("alleges");
  });
});
