/** A path from one party to another, as anybody tells it or as somebody in particular, and only of what is corroborated. */

import { button, el } from "../dom";
import { t } from "../messages";
import { lensKey, type Lens } from "./lens";
import { PartyField } from "./party";
import { TellerField } from "./teller";

export interface PathActions {
  /** Looks for a path and adds it; gives the names along it, none where there is no path. */
  path(from: string, to: string, through: Lens): Promise<readonly string[]>;
  /** Looks at everything through the lens by which the path was found. */
  through(lens: Lens): void;
}

export class PathForm {
  readonly element: HTMLDetailsElement;
  private readonly target = new PartyField(t("path_to"), (to) => (this.to = to));
  private readonly firm = el("input", { type: "checkbox" });
  private readonly teller: TellerField;
  private readonly told = el("output", { class: "path-told", role: "status", "aria-label": t("path_found") });
  private from = "";
  private to: string | null = null;
  private said: string | null = null; // who must tell every step
  private lens: Lens | null = null;

  constructor(private readonly actions: PathActions) {
    this.teller = new TellerField(t("path_told_by"), t("lens_everybody"), (said) => (this.said = said));
    const find = el("button", { type: "submit" }, t("path_find"));
    const form = el("form", { class: "path-to", "aria-label": t("path_find") },
      el("p", {}, el("span", { class: "label" }, t("path_to")), " ", this.target.element), this.teller.element,
      el("label", { class: "tick" }, this.firm, t("lens_firm")), el("p", { class: "actions" }, find), this.told);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.find();
    });
    this.element = el("details", { class: "around-of" }, el("summary", {}, t("path_find")), form);
  }

  /** Begins at a party, with the choices of the present lens; what was chosen for this party before stays. */
  show(from: string, lens: Lens): void {
    const same = from === this.from && this.lens !== null && lensKey(lens) === lensKey(this.lens);
    this.lens = lens;
    if (same) return;
    if (from !== this.from) {
      this.element.open = false;
      this.to = null;
      this.target.show(null);
      this.told.replaceChildren();
    }
    this.from = from;
    this.said = lens.teller;
    this.teller.show(lens.teller);
    this.firm.checked = lens.roots > 1;
  }

  private async find(): Promise<void> {
    const { from, to, lens } = this;
    if (!lens) return;
    if (!to) return void this.told.replaceChildren(t("path_no_end"));
    const through: Lens = { ...lens, teller: this.said, roots: this.firm.checked ? Math.max(2, lens.roots) : 1 };
    const names = await this.actions.path(from, to, through);
    if (from !== this.from) return; // another party was chosen meanwhile
    const how = [this.teller.words(), this.firm.checked ? t("lens_firm") : ""].filter(Boolean).join(", ");
    const words = names.length ? t("said_path", { path: names.join(" – ") }) : t("said_no_path");
    const other = names.length > 0 && lensKey(through) !== lensKey(lens);
    this.told.replaceChildren(words, how ? ` (${how})` : "", ...(other ? [" ", button(t("path_look"), () => this.actions.through(through), { class: "plain" })] : []));
  }
}
