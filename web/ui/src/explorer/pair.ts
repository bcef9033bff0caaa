/** The canvas, or two of them side by side: one layout, two lenses, what differs marked on each. */

import { el } from "../dom";
import { t } from "../messages";
import { differences } from "./beside";
import { Drawing, type Choice } from "./drawing";
import type { View } from "./network";
import type { Place } from "./placing";

export class Pair {
  readonly element = el("div", { class: "pair-of-drawings" });
  drawing!: Drawing;
  private readonly canvas = el("div", { class: "canvas", role: "img" });
  private readonly heads = [el("p", { class: "through" }), el("p", { class: "through" })] as const;
  private second: { readonly drawing: Drawing; readonly column: HTMLElement; readonly canvas: HTMLElement } | null = null;

  constructor(private readonly choose: (choice: Choice) => void, private readonly moved: () => void) {
    this.heads[0].hidden = true;
    this.element.append(el("div", { class: "column" }, this.heads[0], this.canvas));
  }

  /** Begins to draw; the element must stand in the page by then, or the canvas has no size. */
  begin(): void {
    this.drawing = new Drawing(this.canvas, this.choose, this.moved);
  }

  /** Shows one view, or two whose lenses are called `names`. */
  async show(view: View, other: View | null, names: { first: string; second: string }, places: ReadonlyMap<string, Place>, near: string | null): Promise<void> {
    await this.drawing.show(view, places, near);
    this.heads[0].hidden = other === null;
    if (!other) return this.close();
    const first = this.second === null;
    const second = this.second ?? this.open();
    const [here, there] = [differences(view.edges, other.edges), differences(other.edges, view.edges)];
    await second.drawing.show(other, this.drawing.places(), null);
    if (first) second.drawing.follow(this.drawing);
    this.drawing.mark(here);
    second.drawing.mark(there);
    const count = (found: ReadonlyMap<string, string>, which: string): number => [...found.values()].filter((one) => one === which).length;
    this.heads[0].textContent = `${t("lens_through")} ${names.first} · ${t("beside_only", { n: count(here, "only") })} · ${t("beside_opposite", { n: count(here, "opposite") })}`;
    this.heads[1].textContent = `${t("lens_through")} ${names.second} · ${t("beside_only", { n: count(there, "only") })} · ${t("beside_opposite", { n: count(there, "opposite") })}`;
    second.canvas.setAttribute("aria-label", t("canvas_summary", { nodes: other.nodes.length, edges: other.edges.length }));
  }

  mark(choice: Choice): void {
    this.drawing.choose(choice);
    this.second?.drawing.choose(choice);
  }

  describe(words: string): void {
    this.canvas.setAttribute("aria-label", words);
  }

  busy(moving: boolean): void {
    this.canvas.setAttribute("aria-busy", String(moving));
  }

  private open(): { readonly drawing: Drawing; readonly column: HTMLElement; readonly canvas: HTMLElement } {
    const canvas = el("div", { class: "canvas", role: "img" });
    const column = el("div", { class: "column" }, this.heads[1], canvas);
    this.element.append(column);
    const drawing = new Drawing(canvas, this.choose, this.moved);
    this.drawing.cy.resize();
    this.drawing.fit();
    this.second = { drawing, column, canvas };
    return this.second;
  }

  private close(): void {
    if (!this.second) return;
    this.second.drawing.close();
    this.second.column.remove();
    this.second = null;
    this.drawing.cy.resize();
    this.drawing.fit();
  }
}
