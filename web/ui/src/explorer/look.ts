/** How edges and nodes look: the standing as line, glyph and colour together, so that it never hangs on colour alone. */

import type { EdgePayload } from "../payloads";

export type Line = "solid" | "dashed" | "dotted" | "double";

export interface Look {
  readonly line: Line;
  readonly glyph: string;
  readonly colour: string; // name of a custom property
}

const LOOKS: Readonly<Record<string, Look>> = {
  asserted: { line: "solid", glyph: "●", colour: "--asserted" },
  alleged: { line: "dashed", glyph: "◌", colour: "--alleged" },
  denied: { line: "dotted", glyph: "✕", colour: "--denied" },
  disputed: { line: "double", glyph: "◐", colour: "--disputed" },
};

export const STANDINGS: readonly string[] = Object.keys(LOOKS);

/** The look of a standing; an unknown one looks alleged, the weakest thing to say. */
export function look(standing: string): Look {
  return LOOKS[standing] ?? LOOKS["alleged"]!;
}

/** Line width in pixels: grows with the logarithm of the claims, so that one much-reported pair does not drown the rest. */
export function width(claims: number): number {
  return Math.min(6, 1.5 + Math.log2(Math.max(1, claims)) * 0.7);
}

/** An edge's words in the drawing: glyph always (asserted ones only when `whole`), relation and number when `whole`. */
export function edgeLabel(edge: EdgePayload, whole: boolean): string {
  const { glyph } = look(edge.standing);
  if (!whole) return edge.standing === "asserted" ? "" : glyph;
  return `${glyph} ${edge.label}${edge.claims > 1 ? ` · ${edge.claims}` : ""}`;
}

/** Font size of a node's name in pixels, from its number of claims. */
export function nameSize(claims: number): number {
  return Math.min(17, 11 + Math.log2(Math.max(1, claims)));
}

/** The font of names, for drawing and measuring alike. */
export const FONT = "system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, sans-serif";

/** Names wrap at this width (pixels), between words. */
export const NAME_ROOM = 150;

export interface NameBox {
  readonly rows: string; // the name, broken into lines
  readonly w: number;
  readonly h: number;
}

/** A name broken into lines, with the width and height in pixels that they take; `measure` gives a text's width at 1 px. */
export function nameBox(name: string, size: number, measure: (text: string) => number): NameBox {
  const rows = wrap(name, NAME_ROOM, (text) => measure(text) * size);
  const widest = Math.max(...rows.map((row) => measure(row) * size));
  return { rows: rows.join("\n"), w: Math.ceil(widest) + 4, h: Math.ceil(rows.length * size * 1.2) };
}

/** More lines than these hide the neighbours; the list and the panel tell the whole name. */
const MOST_ROWS = 4;

/** Cuts words into at most four lines no wider than `room`; a word that is wider is cut itself. */
export function wrap(words: string, room: number, measure: (text: string) => number): string[] {
  const rows = lines(words.split(" ").flatMap((word) => pieces(word, room, measure)), room, measure);
  return rows.length > MOST_ROWS ? [...rows.slice(0, MOST_ROWS - 1), `${rows[MOST_ROWS - 1]} …`] : rows;
}

function pieces(word: string, room: number, measure: (text: string) => number): string[] {
  if (measure(word) <= room) return [word];
  const letters = [...word];
  let n = letters.length - 1;
  while (n > 1 && measure(`${letters.slice(0, n).join("")}-`) > room) n -= 1;
  return [`${letters.slice(0, n).join("")}-`, ...pieces(letters.slice(n).join(""), room, measure)];
}

function lines(words: readonly string[], room: number, measure: (text: string) => number): string[] {
  const rows: string[] = [];
  for (const word of words) {
    const longer = rows.length ? `${rows.at(-1)} ${word}` : word;
    if (rows.length && measure(longer) <= room) rows[rows.length - 1] = longer;
    else rows.push(word);
  }
  return rows;
}

export interface Palette {
  readonly [name: string]: string;
}

const NAMES = ["--paper", "--sheet", "--sunken", "--ink", "--ink-soft", "--line-strong", "--accent", "--accent-ink", "--focus", "--asserted", "--alleged", "--denied", "--disputed"];

/** The colours of the theme in force. */
export function palette(): Palette {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(name).trim()]));
}
