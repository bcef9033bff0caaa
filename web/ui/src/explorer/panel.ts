/** Details of what is chosen: a party with its relations, or a relation with the claims behind it. */

import { address, button, el, hush } from "../dom";
import { count, t } from "../messages";
import type { AroundPayload, ClaimsPayload, EdgePayload, NodePayload } from "../payloads";
import { aroundTables } from "./around";
import type { Bundle } from "./bundles";
import { claimCard, standingBadge, tallyBadges } from "./card";
import { edgesOf, type View } from "./network";
import type { Lens } from "./lens";
import { PathForm, type PathActions } from "./pathform";

export interface PanelActions extends PathActions {
  chooseEdge(key: string): void;
  chooseNode(key: string): void;
  expand(key: string): void;
  hide(key: string): void;
  alone(key: string): void;
  pin(key: string): void;
  pinned(key: string): boolean;
  around(key: string): Promise<AroundPayload>;
  expandBy(key: string, relation: string, label: string): void;
  close(): void;
}

type Names = (key: string) => NodePayload | undefined;

/** A relation in words as seen from a party: "aids → B" where it acts itself, "B aids → A" where it is acted toward. */
export function edgeWords(edge: EdgePayload, from: string, name: (key: string) => string): string {
  if (edge.actor === edge.recipient) return edge.label;
  return `${edge.actor === from ? "" : `${name(edge.actor)} `}${edge.label} → ${name(edge.recipient)}`;
}

function fillClaims(place: HTMLElement, answer: ClaimsPayload): void {
  const more = answer.total - answer.claims.length;
  place.replaceChildren(
    el("h3", {}, count("n_claims", answer.total)),
    ...answer.claims.map(claimCard),
    ...(more > 0 ? [el("p", { class: "hint" }, count("not_shown", more))] : []));
  place.removeAttribute("aria-busy");
}

export class Panel {
  readonly element = el("section", { class: "panel", "aria-labelledby": "panel-title" });

  private readonly path: PathForm;

  constructor(private readonly actions: PanelActions, private readonly node: Names) {
    this.path = new PathForm(actions);
    this.nothing();
  }

  private fill(...children: (Node | null)[]): void {
    this.element.replaceChildren(...children.filter((child) => child !== null));
    this.element.classList.add("filled");
    this.element.scrollTop = 0;
  }

  private head(...title: (Node | string)[]): HTMLElement {
    return el("div", { class: "panel-head" }, el("h2", { id: "panel-title", tabindex: "-1" }, ...title),
      button("", () => this.actions.close(), { class: "plain tool", "aria-label": t("close"), title: t("close") }, "✕"));
  }

  nothing(): void {
    this.fill(el("h2", { id: "panel-title", tabindex: "-1" }, t("details")), el("p", { class: "hint" }, t("details_empty")));
    this.element.classList.remove("filled");
  }

  showNode(node: NodePayload, view: View, lens: Lens): void {
    this.path.show(node.key, lens);
    const name = (key: string): string => this.node(key)?.name ?? "?";
    const { expand, hide, alone, pin, pinned, chooseEdge } = this.actions;
    const edges = edgesOf(node.key, view.edges).map((edge) => el("li", {},
      button("", () => chooseEdge(edge.key), {}, el("span", {}, edgeWords(edge, node.key, name)), standingBadge(edge.standing), tallyBadges(edge))));
    this.fill(this.head(node.name),
      el("p", { class: "hint" }, `${t(`kind_${node.kind}`)} · ${count("n_claims_whole", node.claims)}`),
      el("p", { class: "actions" },
        button(t("expand"), () => expand(node.key)), el("a", { class: "button", href: address("entity", node.key) }, t("entity_page")),
        button(t("only_this"), () => alone(node.key), { class: "plain" }), button(t("hide"), () => hide(node.key), { class: "plain" }),
        this.pinButton(node.key, pin, pinned)),
      this.around(node.key),
      this.path.element,
      el("h3", {}, t("relations_shown"), " ", el("span", { class: "n" }, String(edges.length))),
      el("ul", { class: "edges" }, ...edges));
  }

  private pinButton(key: string, pin: (key: string) => void, pinned: (key: string) => boolean): HTMLButtonElement {
    const made = button(t("pin"), () => {
      pin(key);
      made.setAttribute("aria-pressed", String(pinned(key)));
    }, { class: "plain", "aria-pressed": String(pinned(key)) });
    return made;
  }

  /** What there is around a party, asked for when the section is opened. */
  private around(key: string): HTMLElement {
    const place = el("div", {}, el("p", { class: "hint" }, t("loading_claims")));
    const details = el("details", { class: "around-of" }, el("summary", {}, t("around")), place);
    details.addEventListener("toggle", () => {
      if (!details.open || details.dataset["asked"]) return;
      details.dataset["asked"] = "yes";
      this.actions.around(key).then(
        (told) => place.replaceChildren(...aroundTables(told, (relation, label) => this.actions.expandBy(key, relation, label))),
        (failure: Error) => place.replaceChildren(el("p", { class: "failure" }, t("said_failed", { reason: failure.message }))));
    });
    return details;
  }

  /** An edge's heading at once; `showClaims` follows when they have come. */
  showEdge(edge: EdgePayload): void {
    const end = (key: string): HTMLElement => button("", () => this.actions.chooseNode(key), { class: "plain" }, this.node(key)?.name ?? "?");
    const loop = edge.actor === edge.recipient;
    const modal = [edge.intended ? t("intended_count", { n: edge.intended }) : "", edge.possible ? t("possible_count", { n: edge.possible }) : ""].filter(Boolean).join(" · ");
    const names = [this.node(edge.actor)?.name, edge.label, loop ? null : `→ ${this.node(edge.recipient)?.name}`].filter(Boolean).join(" ");
    this.fill(this.head(names),
      el("p", { class: "actions" }, standingBadge(edge.standing), tallyBadges(edge), el("span", { class: "n", title: t("roots_hint") }, `${count("n_articles", edge.articles)} · ${count("n_roots", edge.roots)}`, modal ? ` · ${modal}` : "")),
      el("p", { class: "actions" }, end(edge.actor), loop ? null : end(edge.recipient)),
      el("div", { class: "claims", "aria-busy": "true" }, el("p", { class: "hint" }, t("loading_claims"))));
  }

  /** A bundle's heading and its relations; the claims of each come when it is opened, those of the first at once. */
  showBundle(bundle: Bundle, claims: (edge: string) => Promise<ClaimsPayload>): void {
    const [actor, recipient] = [this.node(bundle.actor)?.name ?? "?", this.node(bundle.recipient)?.name ?? "?"];
    const loop = bundle.actor === bundle.recipient;
    const parts = [...bundle.parts].sort((a, b) => b.claims - a.claims || a.key.localeCompare(b.key));
    this.fill(this.head(`${actor}${loop ? "" : ` → ${recipient}`}: ${bundle.label}`),
      el("p", { class: "actions" }, standingBadge(bundle.standing), tallyBadges(bundle), el("span", { class: "n" }, count("n_relations", parts.length))),
      ...parts.map((part, i) => this.part(part, claims, i === 0)));
  }

  private part(part: EdgePayload, claims: (edge: string) => Promise<ClaimsPayload>, open: boolean): HTMLElement {
    const place = el("div", { class: "claims", "aria-busy": "true" }, el("p", { class: "hint" }, t("loading_claims")));
    const details = el("details", { class: "around-of part" },
      el("summary", {}, el("span", {}, part.label, " ", standingBadge(part.standing), " ", tallyBadges(part), el("span", { class: "n", title: t("roots_hint") }, `${count("n_articles", part.articles)} · ${count("n_roots", part.roots)}`))), place);
    details.addEventListener("toggle", () => {
      if (!details.open || details.dataset["asked"]) return;
      details.dataset["asked"] = "yes";
      claims(part.key).then((answer) => fillClaims(place, answer), (failure: Error) => place.replaceChildren(el("p", { class: "failure" }, t("said_failed", { reason: failure.message }))));
    });
    details.open = open;
    return details;
  }

  showClaims(answer: ClaimsPayload, chosen: string | null): void {
    const place = this.element.querySelector<HTMLElement>(".claims");
    if (!place) return;
    fillClaims(place, answer);
    this.chooseClaim(chosen);
  }

  chooseClaim(key: string | null): void {
    for (const card of this.element.querySelectorAll(".claim")) card.classList.toggle("chosen", card.id === `claim-${key}`);
    this.element.querySelector(".claim.chosen")?.scrollIntoView({ block: "nearest" });
  }

  fail(reason: string): void {
    this.element.querySelector(".claims")?.replaceChildren(el("p", { class: "failure" }, t("said_failed", { reason }), hush("")));
  }

  focus(): void {
    this.element.querySelector<HTMLElement>("#panel-title")?.focus({ preventScroll: true });
  }
}
