/** The sheet from which what is drawn is taken along: as data, as a query, as a picture. */

import { fetchQuery, viewAddress } from "../api";
import { button, el } from "../dom";
import { t } from "../messages";
import { Passing } from "./passing";
import { dropdown } from "./sheet";
import { seenQuery, type State } from "./state";

export interface TakeActions {
  picture(form: "png" | "svg"): void;
  kept(key: string, view: string): void;
}

const FILES = ["csv", "gexf", "graphml", "ttl"] as const;
const LABELS = { csv: "CSV", gexf: "GEXF", graphml: "GraphML", ttl: "Turtle" } as const;

export class TakeAway {
  readonly element: HTMLElement;
  private readonly files = FILES.map((form) => el("a", { class: "button plain", download: `depesche.${form}` }, LABELS[form]));
  private readonly open = el("a", { class: "button plain" }, t("take_open"));
  private readonly told = el("output", { role: "status", "aria-label": t("take") });
  private readonly passing: Passing;
  private query = "";

  constructor(actions: TakeActions, mark: string) {
    this.passing = new Passing(mark, actions.kept);
    const rows = FILES.map((form, i) => el("li", {}, this.files[i]!, " ", el("span", { class: "n" }, t(`take_${form}`))));
    const sheet = el("div", { class: "sheet" }, el("p", { class: "hint" }, t("take_hint")),
      group("take_link", this.passing.element),
      group("take_files", el("ul", { class: "take-files" }, ...rows)),
      group("take_query", el("p", { class: "actions" }, this.open, button(t("take_copy"), () => void this.copy(fetchQuery(this.query)), { class: "plain" }))),
      group("take_picture", el("p", { class: "actions" }, button(t("save_picture"), () => actions.picture("png"), { class: "plain" }), button(t("save_vector"), () => actions.picture("svg"), { class: "plain" }))),
      this.told);
    this.element = dropdown(el("summary", {}, t("take")), sheet, "take");
  }

  show(state: State): void {
    this.query = seenQuery(state);
    this.told.replaceChildren();
    this.passing.show(state);
    this.files.forEach((link, i) => link.setAttribute("href", viewAddress(`.${FILES[i]}`, this.query)));
    this.open.setAttribute("href", viewAddress(".sparql", this.query));
  }

  private async copy(words: Promise<string>): Promise<void> {
    const done = words.then((text) => navigator.clipboard.writeText(text)).then(() => t("take_copied"));
    this.told.replaceChildren(await done.catch((failure: Error) => (failure.name === "Error" ? failure.message : t("copy_failed"))));
  }
}

function group(legend: string, ...inside: Node[]): HTMLElement {
  return el("fieldset", {}, el("legend", {}, t(legend)), ...inside);
}
