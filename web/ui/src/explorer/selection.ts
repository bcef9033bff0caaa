/** What can be done with the parties that a box was drawn around. */

import { button, el } from "../dom";
import { count, t } from "../messages";

export interface SelectionActions {
  isolate(keys: readonly string[]): void;
  hide(keys: readonly string[]): void;
  pin(keys: readonly string[]): void;
  neighbours(keys: readonly string[]): void;
}

export class SelectionBar {
  readonly element: HTMLElement;
  private readonly words = el("span", {});
  private keys: readonly string[] = [];

  constructor(actions: SelectionActions) {
    this.element = el("p", { class: "selection", role: "group", "aria-label": t("selection"), hidden: true }, this.words,
      button(t("selection_isolate"), () => actions.isolate(this.keys), { class: "tool" }), button(t("hide"), () => actions.hide(this.keys), { class: "tool" }),
      button(t("selection_neighbours"), () => actions.neighbours(this.keys), { class: "tool" }), button(t("pin"), () => actions.pin(this.keys), { class: "tool" }));
  }

  /** One party alone is what the panel is for. */
  show(keys: readonly string[]): void {
    this.keys = keys;
    this.element.hidden = keys.length < 2;
    this.words.textContent = count("n_selected", keys.length);
  }
}
