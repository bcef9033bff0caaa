/** The SPARQL page's entry: an editor over the plain form, results without leaving the page. */

import { button, el } from "./dom";
import { loadMessages, t } from "./messages";
import { QueryEditor, wordsOf } from "./sparql/editor";
import { curl, python, run, type Running } from "./sparql/run";
import { offer } from "./sparql/views";

class Bench {
  private readonly editor = document.createElement("query-editor") as QueryEditor;
  private readonly status = el("span", { class: "hint", role: "status" });
  private readonly stop = button(t("cancel"), () => this.running?.cancel(), { class: "plain", hidden: true });
  private running: Running | null = null;

  constructor(private readonly form: HTMLFormElement, private readonly field: HTMLTextAreaElement) {
    const examples = [...document.querySelectorAll<HTMLElement>("[data-query]")];
    const prefixes = [...document.querySelectorAll(".prefixes dt")].map((prefix) => prefix.textContent ?? "");
    const known = JSON.parse(document.getElementById("sparql-terms")?.textContent ?? "[]") as string[];
    const terms = [...new Set([...prefixes, ...known, ...wordsOf(examples.map((one) => one.dataset["query"]).join("\n")).filter((word) => word.includes(":"))])];
    field.before(this.editor);
    this.editor.mount(field, t("query"), terms, () => void this.run());
    for (const example of examples) example.addEventListener("click", (event) => this.load(event, example.dataset["query"] ?? ""));
    const actions = form.querySelector(".actions");
    actions?.append(this.stop, button(t("copy_curl"), () => void this.copy(curl), { class: "plain" }), button(t("copy_python"), () => void this.copy(python), { class: "plain" }), el("span", { class: "hint" }, t("run_keys")), this.status);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.run();
    });
    window.addEventListener("popstate", () => location.reload());
    this.mark();
    offer(document.getElementById("result"));
  }

  private load(event: MouseEvent, query: string): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a new tab was wanted
    event.preventDefault();
    this.editor.text = query;
  }

  private address(): string {
    const parameters = new URLSearchParams(location.search);
    parameters.set("query", this.field.value);
    return `${this.form.action}?${parameters}`;
  }

  private async run(): Promise<void> {
    if (!this.field.value.trim()) {
      this.status.textContent = t("no_query");
      return;
    }
    this.running?.cancel();
    const address = this.address();
    const running = (this.running = run(address));
    this.busy(true);
    try {
      const section = await running.result;
      document.getElementById("result")?.replaceWith(section);
      offer(section);
      history.pushState(null, "", address);
      this.status.textContent = section.querySelector("#result-title")?.textContent ?? "";
      this.mark();
    } catch (failure) {
      this.status.textContent = (failure as Error).name === "AbortError" ? t("cancelled") : t("no_answer");
    } finally {
      if (this.running === running) this.busy(false);
    }
  }

  private busy(yes: boolean): void {
    this.stop.hidden = !yes;
    document.getElementById("result")?.setAttribute("aria-busy", String(yes));
    if (yes) this.status.textContent = t("running");
  }

  /** Shows in the editor where the server says the error is. */
  private mark(): void {
    const result = document.getElementById("result");
    const line = Number(result?.dataset["line"]) || null;
    this.editor.mark(line, Number(result?.dataset["column"]) || null, result?.querySelector(".failure")?.textContent?.trim() ?? "");
  }

  private async copy(as: (endpoint: string, query: string) => string): Promise<void> {
    const copied = navigator.clipboard?.writeText(as(this.form.action, this.field.value)) ?? Promise.reject(new Error("no clipboard"));
    this.status.textContent = await copied.then(() => t("copied"), () => t("copy_failed"));
  }
}

const form = document.getElementById("query-form");
const field = document.getElementById("query");
if (form instanceof HTMLFormElement && field instanceof HTMLTextAreaElement) {
  await loadMessages();
  new Bench(form, field);
}
