/** Turns a search field into a combobox that suggests parties while one types (ARIA 1.2 pattern, list below). */

import { search } from "../api";
import { el } from "../dom";
import { count, loadMessages, t } from "../messages";
import type { Hit } from "../payloads";

/** Wait this long (ms) after a key before asking: short enough to feel immediate, long enough to skip keys. */
const PAUSE = 120;
let made = 0;

export class Suggest {
  private readonly list = el("ul", { class: "suggestions", role: "listbox", hidden: true });
  private readonly voice = el("span", { class: "hush", role: "status" });
  private hits: Hit[] = [];
  private active = -1;
  private timer = 0;
  private asking: AbortController | null = null;

  constructor(private readonly input: HTMLInputElement, private readonly choose: (hit: Hit) => void) {
    this.list.id = `suggestions-${++made}`;
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", this.list.id]] as const)
      input.setAttribute(name, value);
    input.after(this.list, this.voice);
    input.addEventListener("input", () => this.later());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.close());
    this.list.addEventListener("pointerdown", (event) => this.press(event));
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask(), PAUSE);
  }

  private async ask(): Promise<void> {
    const query = this.input.value.trim();
    this.asking?.abort();
    if (!query) return this.close();
    this.asking = new AbortController();
    try {
      await loadMessages();
      this.show((await search(query, this.asking.signal)).hits);
    } catch (failure) {
      if ((failure as Error).name === "AbortError") return;
      this.close();
      this.voice.textContent = t("no_answer");
    }
  }

  private show(hits: Hit[]): void {
    this.hits = hits;
    this.active = -1;
    this.list.setAttribute("aria-label", t("suggestions"));
    this.list.replaceChildren(...hits.map((hit, i) => this.option(hit, i)));
    this.list.hidden = hits.length === 0;
    this.input.setAttribute("aria-expanded", String(hits.length > 0));
    this.input.removeAttribute("aria-activedescendant");
    this.voice.textContent = hits.length ? count("n_suggestions", hits.length) : t("no_suggestions");
  }

  private option(hit: Hit, i: number): HTMLLIElement {
    return el("li", { role: "option", id: `${this.list.id}-${i}`, "aria-selected": "false", "data-i": i },
      el("span", {}, hit.entity.name), " ",
      el("span", { class: "kind" }, t(`kind_${hit.entity.kind}`)), " ",
      el("span", { class: "n" }, count("n_claims", hit.claims)));
  }

  private key(event: KeyboardEvent): void {
    const last = this.hits.length - 1;
    if (event.key === "Escape" && !this.list.hidden) this.close();
    else if (this.list.hidden || last < 0) return;
    else if (event.key === "ArrowDown") this.mark(this.active >= last ? 0 : this.active + 1);
    else if (event.key === "ArrowUp") this.mark(this.active <= 0 ? last : this.active - 1);
    else if (event.key === "Enter" && this.active >= 0) this.take(this.active);
    else return;
    event.preventDefault();
  }

  private mark(i: number): void {
    this.active = i;
    this.list.querySelectorAll("[role=option]").forEach((option, at) => option.setAttribute("aria-selected", String(at === i)));
    this.input.setAttribute("aria-activedescendant", `${this.list.id}-${i}`);
    this.list.children[i]?.scrollIntoView({ block: "nearest" });
  }

  private press(event: PointerEvent): void {
    event.preventDefault(); // the field keeps the focus, so that `blur` does not close the list first
    const option = (event.target as Element).closest<HTMLElement>("[data-i]");
    if (option) this.take(Number(option.dataset["i"]));
  }

  private take(i: number): void {
    const hit = this.hits[i];
    this.close();
    if (hit) this.choose(hit);
  }

  /** The best hit for what stands in the field, for those who just press Enter. */
  async first(): Promise<Hit | undefined> {
    const query = this.input.value.trim();
    return query ? (await search(query, new AbortController().signal)).hits[0] : undefined;
  }

  close(): void {
    clearTimeout(this.timer);
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}
