/** The day as of which everything is shown: only what had been printed by then counts. */

import { button, el } from "../dom";
import { t } from "../messages";

export class AsOf {
  readonly element: HTMLElement;
  private readonly input = el("input", { type: "date", id: "as-of" });
  private readonly clear: HTMLButtonElement;

  constructor(changed: (day: string | null) => void) {
    this.clear = button("", () => changed(null), { class: "plain tool", "aria-label": t("as_of_clear"), title: t("as_of_clear"), hidden: true }, "✕");
    // While a year is typed, 2, 20 and 202 are years too.
    this.input.addEventListener("change", () => (this.input.value === "" || this.input.value >= "1000") && changed(this.input.value || null));
    this.element = el("p", { class: "as-of", title: t("as_of_hint") }, el("label", { for: "as-of" }, t("as_of")), this.input, this.clear);
  }

  show(day: string | null): void {
    if (this.input.value !== (day ?? "")) this.input.value = day ?? "";
    this.clear.hidden = day === null;
  }
}
