/** A field that takes one party: typed, suggested, shown by its name, and emptied again. */

import { fetchEntityName } from "../api";
import { button, el } from "../dom";
import { t } from "../messages";
import { Suggest } from "../site/suggest";

export class PartyField {
  readonly element: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly clear: HTMLButtonElement;
  private readonly names = new Map<string, string>();
  private key: string | null = null;

  constructor(label: string, changed: (key: string | null) => void) {
    this.input = el("input", { type: "search", autocomplete: "off", spellcheck: "false", placeholder: t("party_hint"), "aria-label": label });
    this.clear = button("", () => (this.show(null), changed(null)), { class: "plain tool", "aria-label": t("party_clear", { label }), hidden: true }, "✕");
    this.element = el("span", { class: "party-field" }, this.input, this.clear);
    const suggest = new Suggest(this.input, (hit) => {
      this.names.set(hit.entity.key, hit.entity.name);
      this.show(hit.entity.key);
      changed(hit.entity.key);
    });
    this.input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.defaultPrevented) return;
      event.preventDefault();
      suggest.close();
      void suggest.first().then((hit) => {
        if (!hit) return;
        this.names.set(hit.entity.key, hit.entity.name);
        this.show(hit.entity.key);
        changed(hit.entity.key);
      });
    });
    this.input.addEventListener("change", () => this.input.value.trim() === "" && this.key && (this.show(null), changed(null)));
  }

  /** Shows the party with this key; its name is looked up where it is not known. */
  show(key: string | null): void {
    this.key = key;
    this.clear.hidden = key === null;
    this.input.value = key ? (this.names.get(key) ?? "…") : "";
    if (key && !this.names.has(key))
      void fetchEntityName(key).then((name) => {
        this.names.set(key, name);
        if (this.key === key) this.input.value = name;
      }, () => undefined);
  }

  /** The name of the party that stands here, "" for nobody. */
  name(): string {
    return this.key ? (this.names.get(this.key) ?? "") : "";
  }
}
