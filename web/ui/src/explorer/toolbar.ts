/** The bar above: add a party, filters, zoom, undo, picture; and the line that says how much is shown. */

import { button, el } from "../dom";
import { count, dateWords, t } from "../messages";
import { Suggest } from "../site/suggest";
import type { Lens } from "./lens";
import { LensSheet } from "./lenses";
import { dropdown } from "./sheet";
import { filtering, FILTER_STANCES, type State } from "./state";
import { TakeAway, type TakeActions } from "./takeaway";
import type { View } from "./network";

export interface RelationOption {
  readonly code: string;
  readonly label: string;
}

export interface BarActions extends TakeActions {
  add(key: string, name: string): void;
  filter(change: Pick<State, "stances" | "relations" | "disputed" | "bundles">): void;
  undo(): void;
  redo(): void;
  fit(): void;
  zoom(factor: number): void;
  restart(): void;
  view(which: "list" | "drawing"): void;
  look(change: { lens?: Lens; beside?: string | null }): void;
}

export class Toolbar {
  readonly element = el("div", { class: "bar" });
  private readonly status = el("p", { class: "status" });
  private readonly undo: HTMLButtonElement;
  private readonly redo: HTMLButtonElement;
  private readonly summary = el("summary", {}, t("filter"));
  private readonly boxes = new Map<string, HTMLInputElement>();
  private readonly disputed = el("input", { type: "checkbox" });
  private readonly relation: HTMLSelectElement;
  private readonly bundles = el("select", {}, el("option", { value: "" }, t("bundles_relation")), el("option", { value: "quadrant" }, t("bundles_quadrant")));
  readonly lenses: LensSheet;
  private readonly take: TakeAway;

  constructor(private readonly actions: BarActions, relations: readonly RelationOption[], mark: string) {
    this.undo = tool("↶", "undo", actions.undo);
    this.redo = tool("↷", "redo", actions.redo);
    this.relation = el("select", {}, el("option", { value: "" }, t("all_relations")), ...relations.map((one) => el("option", { value: one.code }, one.label)));
    this.lenses = new LensSheet(actions);
    this.take = new TakeAway(actions, mark);
    this.element.append(
      this.search(), this.lenses.element, this.filters(),
      el("p", { class: "group-of", role: "group", "aria-label": t("tools") }, this.undo, this.redo,
        button(t("start_over"), actions.restart, { class: "tool" })),
      el("p", { class: "group-of for-drawing", role: "group", "aria-label": t("switch_drawing") },
        tool("−", "zoom_out", () => actions.zoom(1 / 1.3)), tool("+", "zoom_in", () => actions.zoom(1.3)), tool("⤢", "fit", actions.fit)),
      this.take.element,
      this.switch(), this.status);
  }

  private search(): HTMLElement {
    const input = el("input", { type: "search", id: "add-party", autocomplete: "off", spellcheck: "false", placeholder: t("add_party"), "aria-label": t("add_party") });
    const take = (hit: { entity: { key: string; name: string } }): void => {
      input.value = "";
      this.actions.add(hit.entity.key, hit.entity.name);
    };
    const form = el("form", { class: "search" }, el("span", { class: "search-line" }, input, el("button", { type: "submit", "aria-label": t("add_party") }, "+")));
    const suggest = new Suggest(input, take);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      suggest.close();
      void suggest.first().then((hit) => hit && take(hit));
    });
    return form;
  }

  private filters(): HTMLElement {
    const stances = FILTER_STANCES.map((code) => {
      const box = el("input", { type: "checkbox", value: code });
      this.boxes.set(code, box);
      return el("label", {}, box, el("span", { class: `stance stance-${code}` }, el("span", { class: "glyph", "aria-hidden": "true" }, t(`glyph_${code}`)), " ", t(`tally_${code}`)));
    });
    const sheet = el("div", { class: "sheet" },
      el("fieldset", {}, el("legend", {}, t("filter_standing")), ...stances,
        el("label", {}, this.disputed, el("span", { class: "standing standing-disputed" }, el("span", { class: "glyph", "aria-hidden": "true" }, t("glyph_disputed")), " ", t("standing_disputed")))),
      el("label", {}, el("span", {}, t("filter_relation")), this.relation),
      el("label", {}, el("span", {}, t("bundles")), this.bundles));
    sheet.addEventListener("change", () => this.changed());
    return dropdown(this.summary, sheet);
  }

  private changed(): void {
    const stances = [...this.boxes.values()].filter((box) => box.checked).map((box) => box.value);
    this.actions.filter({
      stances: stances.length && stances.length < this.boxes.size ? stances : null,
      relations: this.relation.value ? [this.relation.value] : null,
      disputed: this.disputed.checked,
      bundles: this.bundles.value === "quadrant",
    });
  }

  private switch(): HTMLElement {
    const buttons = (["list", "drawing"] as const).map((which) => button(t(`switch_${which}`), () => choose(which), { "aria-pressed": String(which === "list") }));
    const choose = (which: "list" | "drawing"): void => {
      buttons.forEach((one, i) => one.setAttribute("aria-pressed", String((i === 0) === (which === "list"))));
      this.actions.view(which);
    };
    return el("div", { class: "switch", role: "group", "aria-label": t("view") }, ...buttons);
  }

  show(state: State, view: View, hidden: { nodes: number; edges: number; unknown: number }, steps: { back: boolean; forward: boolean }): void {
    this.undo.disabled = !steps.back;
    this.redo.disabled = !steps.forward;
    for (const [code, box] of this.boxes) box.checked = state.stances ? state.stances.includes(code) : false;
    this.disputed.checked = state.disputed;
    this.lenses.show(state);
    this.take.show(state);
    this.relation.value = state.relations?.[0] ?? "";
    this.bundles.value = state.bundles ? "quadrant" : "";
    this.summary.textContent = t(filtering(state) ? "filter_active" : "filter");
    this.status.textContent = [
      count("n_parties", view.nodes.length), count("n_relations", view.relations), state.bundles ? count("n_bundles", view.edges.length) : "",
      view.filtered ? count("hidden_by_filter", view.filtered) : "", hidden.nodes ? count("more_parties", hidden.nodes) : "", hidden.edges ? count("more_relations", hidden.edges) : "",
      hidden.unknown ? count("unknown_keys", hidden.unknown) : "", state.lens.asOf ? t("as_of_day", { day: dateWords(state.lens.asOf) }) : "",
    ].filter(Boolean).join(" · ");
  }
}

function tool(glyph: string, key: string, press: () => void): HTMLButtonElement {
  return button("", press, { class: "tool", "aria-label": t(key), title: t(key) }, glyph);
}
