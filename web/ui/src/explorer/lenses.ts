/** The sheet in which a lens is chosen: through whom, what is told how, how well corroborated, and beside whom. */

import { el } from "../dom";
import { t } from "../messages";
import { MODALITIES, looking, type Lens } from "./lens";
import { dropdown } from "./sheet";
import type { State } from "./state";
import { TellerField } from "./teller";

export interface LensActions {
  look(change: { lens?: Lens; beside?: string | null }): void;
}

export class LensSheet {
  readonly element: HTMLElement;
  private readonly summary = el("summary", {}, t("lens"));
  private readonly first: TellerField;
  private readonly second: TellerField;
  private readonly boxes = new Map<string, HTMLInputElement>();
  private readonly firm = el("input", { type: "checkbox" });
  private lens: Lens | null = null;

  constructor(private readonly actions: LensActions) {
    this.first = new TellerField(t("lens_through"), t("lens_everybody"), (teller) => this.change({ teller }));
    this.second = new TellerField(t("lens_beside"), t("lens_nobody"), (beside) => this.actions.look({ beside }));
    const modalities = MODALITIES.map((code) => {
      const box = el("input", { type: "checkbox", value: code });
      this.boxes.set(code, box);
      box.addEventListener("change", () => this.change({ modalities: this.checked() }));
      return el("label", {}, box, t(`modality_${code}`));
    });
    this.firm.addEventListener("change", () => this.change({ roots: this.firm.checked ? 2 : 1 }));
    const sheet = el("div", { class: "sheet" }, el("p", { class: "hint" }, t("lens_hint")), this.first.element, this.second.element,
      el("fieldset", {}, el("legend", {}, t("lens_modality")), ...modalities),
      el("fieldset", {}, el("legend", {}, t("lens_roots")), el("label", {}, this.firm, t("lens_firm"))));
    this.element = dropdown(this.summary, sheet, "lenses");
  }

  private checked(): readonly string[] | null {
    const chosen = [...this.boxes.values()].filter((box) => box.checked).map((box) => box.value);
    return chosen.length && chosen.length < this.boxes.size ? chosen : null;
  }

  private change(change: Partial<Lens>): void {
    if (this.lens) this.actions.look({ lens: { ...this.lens, ...change } });
  }

  show(state: State): void {
    this.lens = state.lens;
    this.first.show(state.lens.teller);
    this.second.show(state.beside);
    for (const [code, box] of this.boxes) box.checked = state.lens.modalities?.includes(code) ?? false;
    this.firm.checked = state.lens.roots > 1;
    this.summary.textContent = t(looking({ ...state.lens, from: null, to: null, asOf: null }) || state.beside ? "lens_active" : "lens");
  }

  /** What the lenses are called: for the headings of two drawings, and for pictures. */
  words(): { first: string; second: string } {
    return { first: this.first.words() || t("lens_everybody"), second: this.second.words() };
  }
}
