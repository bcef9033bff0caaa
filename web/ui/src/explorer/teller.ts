/** Through whom something is told: a kind of teller and its party, as two fields that make one word of the lens. */

import { el } from "../dom";
import { t } from "../messages";
import { TELLERS, tellerKey } from "./lens";
import { PartyField } from "./party";

/** A kind of teller and its party, as two fields that make one word. */
export class TellerField {
  readonly element: HTMLElement;
  private readonly kind: HTMLSelectElement;
  private readonly party: PartyField;
  private key: string | null = null;

  constructor(legend: string, nobody: string, changed: (said: string | null) => void) {
    const say = (): void => changed(this.kind.value && this.key ? `${this.kind.value}:${this.key}` : null);
    this.kind = el("select", { "aria-label": legend }, el("option", { value: "" }, nobody), ...TELLERS.map((one) => el("option", { value: one }, t(`lens_${one}`))));
    this.party = new PartyField(t("lens_party", { which: legend }), (key) => {
      this.key = key;
      if (key && !this.kind.value) this.kind.value = "speaker";
      say();
    });
    this.kind.addEventListener("change", () => {
      this.party.element.hidden = !this.kind.value;
      if (!this.kind.value) this.key = null;
      if (this.key || !this.kind.value) say();
    });
    this.element = el("fieldset", {}, el("legend", {}, legend), this.kind, this.party.element);
  }

  show(said: string | null): void {
    this.key = tellerKey(said);
    if (said) this.kind.value = said.split(":")[0] ?? "";
    else if (!this.kind.matches(":focus")) this.kind.value = "";
    this.party.element.hidden = !this.kind.value;
    this.party.show(this.key);
  }

  words(): string {
    return this.key ? `${t(`lens_${this.kind.value}`)}: ${this.party.name()}` : "";
  }
}
