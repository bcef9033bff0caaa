/** What there is around a party, counted in roots before any of it is drawn; each relation can be opened alone. */

import { button, el } from "../dom";
import { count, number, t } from "../messages";
import type { AroundPayload, SharePayload } from "../payloads";

/** The counts as a small table for each way to divide them; `expand` opens the neighbours in one relation. */
export function aroundTables(told: AroundPayload, expand: (relation: string, label: string) => void): HTMLElement[] {
  return [
    el("p", { class: "hint" }, `${count("n_claims", told.claims)} · ${count("n_roots", told.roots)} · ${count("n_parties", told.parties)}`),
    table("around_relations", told.relations, (share) =>
      button("", () => expand(share.key, share.name), { class: "plain", "aria-label": t("around_expand", { name: share.name, n: share.parties }) }, `+ ${number(share.parties)}`)),
    table("around_stances", told.stances.map((share) => ({ ...share, name: t(`voice_${share.key}`) }))),
    table("around_years", told.years),
    table("around_sources", told.sources),
  ];
}

function table(title: string, shares: readonly SharePayload[], act?: (share: SharePayload) => HTMLElement): HTMLElement {
  if (!shares.length) return el("div", { hidden: true });
  const rows = shares.map((share) => el("tr", {}, el("th", { scope: "row" }, share.name), el("td", { class: "figure" }, number(share.claims)), el("td", { class: "figure" }, number(share.roots)), act ? el("td", {}, act(share)) : null));
  return el("table", { class: "around" }, el("caption", {}, t(title)),
    el("thead", {}, el("tr", {}, el("td", {}), el("th", { scope: "col" }, t("claims")), el("th", { scope: "col" }, t("roots")), act ? el("th", { scope: "col" }, t("parties")) : null)),
    el("tbody", {}, ...rows));
}
