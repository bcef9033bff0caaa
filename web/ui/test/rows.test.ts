import { describe, expect, it } from "vitest";
import { cell, figures, links, things, views, type Rows } from "../src/sparql/rows";

const rows = (columns: string[], ...values: [string, string | null][][]): Rows => ({ columns, rows: values.map((row) => row.map(([text, href]) => cell(text, href))) });

describe("a result", () => {
  it("offers a chart where names stand beside figures", () => {
    const found = rows(["name", "n"], [["Iran", null], ["12", null]], [["Israel", null], ["-3.5", null]]);
    expect([figures(found), views(found)]).toEqual([[1], ["chart"]]);
  });

  it("offers a graph where two columns lead somewhere, and names links by what stands between", () => {
    const found = rows(["a", "how", "b"], [["x", "/id/x"], ["aids", null], ["y", "/id/y"]]);
    expect([things(found), views(found)]).toEqual([[0, 2], ["graph"]]);
    expect(links(found).map(({ from, to, label }) => [from.href, to.href, label])).toEqual([["/id/x", "/id/y", "aids"]]);
  });

  it("offers nothing else for text alone, for figures alone, or for nothing", () => {
    expect(views(rows(["a"], [["x", null]]))).toEqual([]);
    expect(views(rows(["n"], [["1", null]], [["2", null]]))).toEqual([]);
    expect(views(rows(["a", "n"]))).toEqual([]);
  });
});
