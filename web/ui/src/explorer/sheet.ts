/** A sheet that hangs below its button: opened by it, closed by Escape or by a press elsewhere. */

import { el } from "../dom";

export function dropdown(summary: HTMLElement, sheet: HTMLElement, name = ""): HTMLDetailsElement {
  const details = el("details", { class: `filters ${name}`.trim() }, summary, sheet);
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    details.open = false;
    summary.focus();
  });
  document.addEventListener("pointerdown", (event) => details.contains(event.target as Node) || (details.open = false));
  return details;
}
