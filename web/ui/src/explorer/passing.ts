/** Passing a view on: its address where that is short enough, else a short link that the server keeps, else a file. */

import { keepView } from "../api";
import { button, el, root } from "../dom";
import { number, t } from "../messages";
import { download } from "./picture";
import { format, type State } from "./state";

/** Longer addresses are cut by mail programs and messengers. */
export const LONGEST = 1800;

export class Passing {
  readonly element: HTMLElement;
  private readonly told = el("output", { role: "status", class: "passing", "aria-label": t("take_link") });
  private state: State | null = null;

  /** `mark` is what the page may have views kept with, empty where it may not; `kept` is told of a view that is. */
  constructor(private readonly mark: string, private readonly kept: (key: string, view: string) => void) {
    this.element = el("div", {}, el("p", { class: "actions" }, button(t("take_link_copy"), () => void this.pass(), { class: "plain" })), this.told);
  }

  show(state: State): void {
    if (this.state && format(state) !== format(this.state)) this.told.replaceChildren();
    this.state = state;
  }

  private async pass(): Promise<void> {
    const view = this.state ? format(this.state) : "";
    const address = `${location.origin}${root}/explore${view ? `?${view}` : ""}`;
    if (address.length <= LONGEST) return this.copy(address, "link_long");
    if (!this.mark) return this.refuse(address, t("link_read_only"));
    try {
      const link = await keepView(view, this.mark);
      this.kept(link.key, view);
      await this.copy(location.origin + link.address, "link_short");
    } catch (failure) {
      this.refuse(address, (failure as Error).message);
    }
  }

  private async copy(link: string, told: string): Promise<void> {
    const copied = navigator.clipboard?.writeText(link) ?? Promise.reject(new Error("no clipboard")); // none over plain http elsewhere
    const words = await copied.then(() => t(told), () => t("link_not_copied"));
    this.told.replaceChildren(words, " ", el("input", { type: "text", readonly: true, value: link, "aria-label": t("link_label") }));
  }

  private refuse(address: string, reason: string): void {
    this.told.replaceChildren(el("p", {}, t("link_refused", { n: number(address.length), reason })), el("p", { class: "actions" },
      button(t("link_copy_long"), () => void this.copy(address, "link_long"), { class: "plain" }),
      button(t("link_file"), () => download(new Blob([page(address)], { type: "text/html" }), "depesche.html"), { class: "plain" })));
  }
}

/** A page of one link: opened anywhere, it leads to the view. */
function page(address: string): string {
  const body = el("body", {}, el("p", {}, el("a", { href: address }, t("link_title"))));
  return `<!doctype html>\n<meta charset="utf-8">\n<title>Depesche</title>\n${body.innerHTML}\n`;
}
