/** A result as the server rendered it, read again as values: what charts and graphs are drawn from. No drawing. */

export interface Cell {
  readonly text: string;
  readonly href: string | null;
  readonly number: number | null;
}

export interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** The cell of a text and a link. */
export function cell(text: string, href: string | null): Cell {
  const bare = text.trim();
  return { text: bare, href, number: !href && NUMBER.test(bare) ? Number(bare) : null };
}

/** The columns whose every value is a number. */
export function figures(found: Rows): number[] {
  return found.columns.map((_, i) => i).filter((i) => found.rows.length > 0 && found.rows.every((row) => row[i]?.number !== null && row[i]?.number !== undefined));
}

/** The columns whose every value leads somewhere: things that can be nodes. */
export function things(found: Rows): number[] {
  return found.columns.map((_, i) => i).filter((i) => found.rows.length > 0 && found.rows.every((row) => Boolean(row[i]?.href)));
}

/** Which views a result has besides the table. */
export function views(found: Rows): readonly ("chart" | "graph")[] {
  const numbers = figures(found);
  const all: ("chart" | "graph")[] = [];
  if (numbers.length && numbers.length < found.columns.length && found.rows.length > 1) all.push("chart");
  if (things(found).length > 1) all.push("graph");
  return all;
}

/** The links of a graph: between the first two columns of things, row by row; a column between them names the link. */
export function links(found: Rows): { from: Cell; to: Cell; label: string }[] {
  const [a = 0, ...rest] = things(found);
  const b = rest.at(-1) ?? a;
  const between = found.columns.map((_, i) => i).find((i) => i > a && i < b);
  return found.rows.map((row) => ({ from: row[a]!, to: row[b]!, label: between === undefined ? "" : (row[between]?.text ?? "") }));
}
