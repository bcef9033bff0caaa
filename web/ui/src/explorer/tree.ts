/** The list twin: parties, their relations and the claims behind them as a tree for keyboard, ear and small screens. */

import { el, hush } from "../dom";
import { count, t } from "../messages";
import type { ClaimPayload, NodePayload } from "../payloads";
import { standingBadge, stanceBadge, tallyBadges } from "./card";
import { isBundle, type Drawn } from "./bundles";
import { edgesOf, type View } from "./network";
import { edgeWords } from "./panel";
import { TreeKeys } from "./treekeys";

export interface TreeActions {
  chooseNode(key: string): void;
  chooseEdge(key: string): void;
  chooseClaim(edge: string, claim: string): void;
  claims(edge: string): Promise<readonly ClaimPayload[]>;
  expand(key: string): void;
  hide(key: string): void;
}

let lines = 0;

export class Tree {
  readonly element = el("ul", { class: "tree", role: "tree", "aria-labelledby": "list-title" });
  private readonly open = new Set<string>();
  private readonly keys: TreeKeys;
  private view: View = { nodes: [], edges: [], filtered: 0, relations: 0 };

  constructor(private readonly actions: TreeActions) {
    this.keys = new TreeKeys(this.element, {
      toggle: (item, wanted) => this.toggle(item, wanted),
      choose: (item) => this.choose(item),
      other: (item, key) => this.other(item, key),
    });
    this.element.addEventListener("click", (event) => this.click(event));
  }

  show(view: View): void {
    this.view = view;
    const focused = this.keys.focusedId();
    this.element.replaceChildren(...[...view.nodes].sort(byName).map((node) => this.nodeItem(node)));
    this.keys.restore(focused);
  }

  /** Marks what is chosen in the drawing or here, opens the way to it and brings it into sight. */
  mark(node: string | null, edge: string | null, claim: string | null): void {
    for (const item of this.element.querySelectorAll("[aria-selected=true]")) item.setAttribute("aria-selected", "false");
    const among = (key: string | null, name: string): HTMLElement[] => (key ? [...this.element.querySelectorAll<HTMLElement>(`[data-${name}="${CSS.escape(key)}"]`)] : []);
    const inner = among(claim, "claim");
    const items = inner.length ? inner : edge ? this.edgeItems(edge) : among(node, "node");
    for (const item of items) item.setAttribute("aria-selected", "true");
    items.find((item) => item.offsetParent !== null)?.firstElementChild?.scrollIntoView({ block: "nearest" });
  }

  private edgeItems(key: string): HTMLElement[] {
    const edge = this.view.edges.find((one) => one.key === key);
    const holder = edge && this.element.querySelector<HTMLElement>(`[data-node="${CSS.escape(edge.actor)}"]`);
    if (holder && holder.getAttribute("aria-expanded") === "false") this.toggle(holder, true);
    return [...this.element.querySelectorAll<HTMLElement>(`[data-edge="${CSS.escape(key)}"]`)];
  }

  private item(id: string, data: Record<string, string>, expandable: boolean, ...line: (Node | string)[]): HTMLElement {
    const expanded = expandable ? String(this.open.has(id)) : null;
    const label = `line-${++lines}`; // else the name would hold all that hangs below
    return el("li", { role: "treeitem", tabindex: "-1", "aria-labelledby": label, "aria-selected": "false", "aria-expanded": expanded, "data-id": id, ...data },
      el("div", { class: "line", id: label }, el("span", { class: "twist", "aria-hidden": "true" }), ...line));
  }

  private nodeItem(node: NodePayload): HTMLElement {
    const edges = edgesOf(node.key, this.view.edges);
    const item = this.item(node.key, { "data-node": node.key }, edges.length > 0,
      el("span", { class: `sign sign-${node.kind}`, "aria-hidden": "true", title: t(`kind_${node.kind}`) }),
      el("span", { class: "party" }, node.name), " ", // the name begins with what is seen: speech input says it as it reads
      el("span", { class: "n", title: count("n_claims_whole", node.claims) }, String(node.claims), hush(` ${t("claims")}, ${t(`kind_${node.kind}`)}`)));
    if (this.open.has(node.key)) item.append(this.edgeList(node.key));
    return item;
  }

  private edgeList(node: string): HTMLElement {
    return el("ul", { role: "group" }, ...edgesOf(node, this.view.edges).map((edge) => this.edgeItem(edge, node)));
  }

  private edgeItem(edge: Drawn, from: string, within = from): HTMLElement {
    const id = `${within}/${edge.key}`;
    const name = (key: string): string => this.view.nodes.find((node) => node.key === key)?.name ?? "?";
    const item = this.item(id, { "data-edge": edge.key }, true, el("span", { class: "two" }, edgeWords(edge, from, name), " ", el("span", { class: "badges" }, standingBadge(edge.standing), " ", tallyBadges(edge))));
    if (this.open.has(id)) this.fillEdge(item, edge.key);
    return item;
  }

  /** What hangs below an edge: the relations of a bundle, else claims. */
  private fillEdge(item: HTMLElement, key: string): void {
    const bundle = this.view.edges.find((one) => one.key === key);
    if (!bundle || !isBundle(bundle)) return void this.fillClaims(item, key);
    const from = item.parentElement?.closest<HTMLElement>("[data-node]")?.dataset["node"] ?? bundle.actor;
    const parts = [...bundle.parts].sort((a, b) => b.claims - a.claims || a.key.localeCompare(b.key));
    item.append(el("ul", { role: "group" }, ...parts.map((part) => this.edgeItem(part, from, item.dataset["id"]))));
  }

  private async fillClaims(item: HTMLElement, edge: string): Promise<void> {
    const group = el("ul", { role: "group" }, el("li", { class: "line dim" }, t("loading_claims")));
    item.append(group);
    const claims = await this.actions.claims(edge).catch(() => []);
    group.replaceChildren(...claims.map((claim) => this.item(`${item.dataset["id"]}/${claim.key}`, { "data-claim": claim.key, "data-of": edge }, false,
      el("span", { class: "two" }, stanceBadge(claim.stance), " ", claim.sentence.map((piece) => piece.text).join(""), " ", el("span", { class: "n" }, claim.article.outlet ?? "")))));
  }

  private toggle(item: HTMLElement, wanted: boolean): void {
    const id = item.dataset["id"] ?? "";
    if (!item.hasAttribute("aria-expanded") || this.open.has(id) === wanted) return;
    item.setAttribute("aria-expanded", String(wanted));
    if (!wanted) {
      this.open.delete(id);
      item.querySelector(":scope > ul")?.remove();
      return;
    }
    this.open.add(id);
    if (item.dataset["node"]) item.append(this.edgeList(item.dataset["node"]));
    else if (item.dataset["edge"]) this.fillEdge(item, item.dataset["edge"]);
  }

  private choose(item: HTMLElement): void {
    const { node, edge, claim, of } = item.dataset;
    if (node) this.actions.chooseNode(node);
    else if (edge) this.actions.chooseEdge(edge);
    else if (claim && of) this.actions.chooseClaim(of, claim);
  }

  private other(item: HTMLElement, key: string): boolean {
    const node = item.dataset["node"];
    if (node && key === "+") this.actions.expand(node);
    else if (node && key === "Delete") this.actions.hide(node);
    else return false;
    return true;
  }

  private click(event: MouseEvent): void {
    const target = event.target as HTMLElement;
    const item = target.closest<HTMLElement>("[role=treeitem]");
    if (!item) return;
    this.keys.focus(item);
    if (target.classList.contains("twist")) return this.toggle(item, item.getAttribute("aria-expanded") !== "true");
    this.toggle(item, true);
    this.choose(item);
  }
}

function byName(a: NodePayload, b: NodePayload): number {
  return b.claims - a.claims || a.name.localeCompare(b.name);
}
