/** A claim as a card, the same as `_claim.html` makes on the server: words, chain, stance, both times, links. */

import { address, el, hush } from "../dom";
import { dateWords, period, t } from "../messages";
import type { ClaimPayload, EdgePayload, EntityRef, StepPayload } from "../payloads";
import { tally } from "./network";
import { FILTER_STANCES } from "./state";

export function stanceBadge(code: string): HTMLElement {
  return el("span", { class: `stance stance-${code}` }, el("span", { class: "glyph", "aria-hidden": "true" }, t(`glyph_${code}`)), " ", t(`stance_${code}`));
}

export function standingBadge(code: string): HTMLElement {
  return el("span", { class: `standing standing-${code}` }, el("span", { class: "glyph", "aria-hidden": "true" }, t(`glyph_${code}`)), " ", t(`standing_${code}`));
}

/** How many claims of an edge assert, allege, deny and doubt. */
export function tallyBadges(edge: EdgePayload): HTMLElement {
  const parts = FILTER_STANCES.filter((stance) => tally(edge, stance) > 0).map((stance) =>
    el("span", { class: `stance stance-${stance}`, title: t(`tally_${stance}`) },
      el("span", { class: "glyph", "aria-hidden": "true" }, t(`glyph_${stance}`)), hush(` ${t(`tally_${stance}`)}: `), String(tally(edge, stance))));
  return el("span", { class: "tally" }, ...parts.flatMap((part) => [part, " "]));
}

export function party(entity: EntityRef | null, missing = "nobody_named"): HTMLElement {
  if (!entity) return el("span", { class: "party nobody" }, t(missing));
  return el("a", { class: `party kind-${entity.kind}`, href: address("entity", entity.key) }, entity.name);
}

function words(claim: ClaimPayload): HTMLElement {
  const pieces = claim.sentence.map((piece) => (piece.role ? el("mark", { class: `is-${piece.role}`, title: t(`role_${piece.role}`) }, piece.text) : piece.text));
  const line = el("p", {},
    claim.before && el("span", { class: "context" }, `${claim.before} `),
    el("span", { class: "sentence" }, ...pieces),
    claim.after && el("span", { class: "context" }, ` ${claim.after}`));
  return el("blockquote", { class: "words", lang: claim.article.language, cite: claim.article.url }, line);
}

function stop(step: StepPayload, language: string): HTMLElement {
  const source = step.source ? party(step.source) : el("span", { class: "party nobody" }, t("source_omitted"));
  return el("li", { class: "stop" }, source, " ",
    step.anonymous && step.source && el("span", { class: "note" }, t("anonymous")), " ",
    stanceBadge(step.stance), " ",
    step.cue && el("q", { class: "cue", lang: language }, step.cue));
}

function chain(claim: ClaimPayload): HTMLElement {
  const outlet = el("li", { class: "stop outlet" },
    el("a", { href: address("article", claim.article.key) }, claim.article.outlet ?? t("outlet_unknown")), " ",
    claim.chain.length === 0 && el("span", { class: "own-voice" }, t("own_voice")));
  return el("ol", { class: "chain", "aria-label": t("chain") }, outlet, ...claim.chain.map((step) => stop(step, claim.article.language)));
}

function fact(name: string, ...values: (Node | string | null | false)[]): HTMLElement {
  return el("div", {}, el("dt", {}, t(name)), el("dd", {}, ...values));
}

function facts(claim: ClaimPayload): HTMLElement {
  const { language, published } = claim.article;
  const holds = period(claim.earliest, claim.latest);
  return el("dl", { class: "facts" },
    fact("reported_on", published ? dateWords(published) : t("date_unknown")),
    (claim.time_text || holds) ? fact("said_to_hold", claim.time_text ? el("q", { lang: language }, claim.time_text) : null, holds ? ` ${holds}` : null) : null,
    claim.place ? fact("place", el("span", { lang: language }, claim.place)) : null,
    claim.theme ? fact("theme", el("span", { lang: language }, claim.theme)) : null,
    fact("read_by_rule", el("code", {}, claim.rule)));
}

function links(claim: ClaimPayload): HTMLElement {
  const page = address("claim", claim.key);
  const outside = claim.article.sample ? null : claim.article.url; // an example's address is as invented as its outlet
  return el("p", { class: "claim-links" },
    el("a", { href: page }, t("claim_page")), " ",
    el("a", { href: `${address("article", claim.article.key)}#claim-${claim.key}` }, t("in_article")), " ",
    outside && el("a", { href: outside, rel: "external noreferrer" }, t("original_article")), " ",
    el("a", { href: `${page}.json`, type: "application/json" }, "JSON"), " ",
    el("a", { href: `${page}.ttl`, type: "text/turtle" }, "Turtle"));
}

/** What a claim's left border says: a negated assertion counts as a denial, as everywhere. */
export function cardLine(claim: Pick<ClaimPayload, "stance" | "negated">): string {
  return claim.negated && (claim.stance === "asserts" || claim.stance === "confirms") ? "denies" : claim.stance;
}

export function claimCard(claim: ClaimPayload): HTMLElement {
  const title = el("h3", { class: "claim-title" }, party(claim.actor, "nobody_actor"), " ", el("span", { class: "relation" }, claim.relation_label),
    ...(claim.recipient ? [" ", el("span", { class: "arrow", "aria-hidden": "true" }, "→"), " ", party(claim.recipient)] : []));
  const qualities = el("p", { class: "qualities" }, stanceBadge(claim.stance), " ",
    claim.modality !== "actual" && el("span", { class: `quality modality-${claim.modality}` }, t(`modality_${claim.modality}`)), " ",
    claim.negated && el("span", { class: "quality negated" }, `¬ ${t("negated")}`), " ",
    claim.article.sample && el("span", { class: "stamp", title: t("sample_hint") }, t("sample")));
  return el("article", { class: `claim stance-line-${cardLine(claim)}`, id: `claim-${claim.key}` },
    el("header", { class: "claim-head" }, title, qualities), words(claim), chain(claim), facts(claim), links(claim));
}
