/** Ties it together: a state, the network in hand, and the four places that show them. Only `go` changes the state. */

import { fetchEdge, fetchNetwork } from "../api";
import { el } from "../dom";
import { number, t } from "../messages";
import type { ClaimsPayload } from "../payloads";
import { Drawing } from "./drawing";
import { legend } from "./legend";
import { edgesOf, Network, type View } from "./network";
import { Panel } from "./panel";
import { savePicture } from "./picture";
import type { Place } from "./placing";
import { unchosen, type State } from "./state";
import { Steps } from "./steps";
import { Toolbar, type RelationOption } from "./toolbar";
import { Tree } from "./tree";

export interface Options {
  readonly relations: readonly RelationOption[];
  readonly samples: number;
  /** The parties of the relation in the address, for addresses that name no others. */
  readonly parties: readonly string[];
}

/** So many neighbours join at once; the rest is said, and comes with the next press. */
const NEIGHBOURS = 24;
/** So many parties are drawn when the address names none: as many as a screen shows with legible names. */
const OPENING = 26;
const NOWHERE: ReadonlyMap<string, Place> = new Map();

export class Explorer {
  private readonly network = new Network();
  private readonly claims = new Map<string, Promise<ClaimsPayload>>();
  private readonly voice = el("p", { class: "hush", role: "status", "aria-live": "polite" });
  private readonly empty = el("p", { class: "empty notice", hidden: true }, t("empty_network"));
  private readonly canvas = el("div", { class: "canvas", role: "img" });
  private readonly steps = new Steps((state, places) => void this.go(state, { places, push: false }));
  private readonly drawing: Drawing;
  private readonly panel: Panel;
  private readonly tree: Tree;
  private readonly bar: Toolbar;
  private state: State;
  private view: View = { nodes: [], edges: [], filtered: 0 };
  private hidden = { nodes: 0, edges: 0, unknown: 0 }; // what the server left out
  private moving = 0; // how many states are being drawn
  private shown = ""; // what the panel shows now

  constructor(private readonly place: HTMLElement, private readonly options: Options) {
    this.state = this.steps.state();
    this.panel = new Panel({
      chooseEdge: (key) => this.choose(null, key), chooseNode: (key) => this.choose(key, null),
      expand: (key) => void this.expand(key), hide: (key) => this.hide(key), alone: (key) => this.alone(key), close: () => this.choose(null, null),
    }, (key) => this.network.node(key));
    this.tree = new Tree({
      chooseNode: (key) => this.choose(key, null), chooseEdge: (key) => this.choose(null, key), chooseClaim: (edge, claim) => this.choose(null, edge, claim),
      claims: async (edge) => (await this.claimsOf(edge)).claims, expand: (key) => void this.expand(key), hide: (key) => this.hide(key),
    });
    this.bar = new Toolbar({
      add: (key, name) => void this.add(key, name), filter: (change) => this.filter(change), undo: () => history.back(), redo: () => history.forward(),
      fit: () => this.drawing.fit(), zoom: (factor) => this.drawing.zoom(factor), picture: () => void this.picture(), restart: () => void this.restart(),
      view: (which) => this.look(which),
    }, options.relations);
    const drawing = el("div", { class: "drawing" }, this.empty, this.canvas, legend(options.samples > 0));
    const list = el("section", { class: "list", "aria-labelledby": "list-title" },
      el("h2", { id: "list-title" }, t("list_title")), el("p", { class: "hint" }, t("list_hint")), this.tree.element);
    place.append(this.bar.element, list, drawing, this.panel.element, this.voice);
    place.classList.add("live");
    this.look("list");
    this.drawing = new Drawing(this.canvas, ({ node, edge }) => this.choose(node, edge), () => this.keep());
  }

  async start(): Promise<void> {
    await this.go(this.state, { places: this.steps.places(), push: false });
  }

  /** Shows a state: fetches what is not in hand, then draws, lists and opens it. */
  private async go(state: State, how: { push: boolean; places?: ReadonlyMap<string, Place>; near?: string }): Promise<void> {
    this.busy(+1);
    try {
      this.state = await this.complete(state);
      if (how.push) this.steps.push(this.state);
      this.view = this.network.view(this.state);
      this.tree.show(this.view);
      this.openChosen();
      this.describe();
      await this.drawing.show(this.view, how.places ?? NOWHERE, how.near ?? null);
      this.drawing.choose(this.state);
      this.keep();
    } catch (failure) {
      this.fail(failure);
    } finally {
      this.busy(-1);
    }
  }

  /** Says of the drawing that it still moves. */
  private busy(more: number): void {
    this.moving += more;
    this.canvas.setAttribute("aria-busy", String(this.moving > 0));
  }

  /** The state with its parties named, after everything about them was fetched. */
  private async complete(state: State): Promise<State> {
    if (state.entities && this.network.knows(state.entities)) return state;
    const wanted = state.entities ?? (state.edge && this.options.parties.length ? this.options.parties : null);
    const answer = await fetchNetwork(wanted ?? [], undefined, wanted ? undefined : OPENING);
    this.network.add(answer);
    const lost = [state.node && !this.network.node(state.node), state.edge && !this.network.edge(state.edge)].filter(Boolean).length;
    this.hidden = { nodes: wanted ? 0 : answer.hidden, edges: answer.hidden_edges, unknown: answer.unknown + lost };
    return { ...state, entities: answer.nodes.map((node) => node.key) };
  }

  private openChosen(): void {
    const { node, edge, claim } = this.state;
    this.tree.mark(node, edge, claim);
    const one = edge ? this.network.edge(edge) : undefined;
    const other = node ? this.network.node(node) : undefined;
    if (one) this.openEdge(one.key, claim);
    else if (other) this.panel.showNode(other, this.view);
    else this.panel.nothing();
    this.shown = one?.key ?? "";
  }

  private openEdge(key: string, claim: string | null): void {
    if (this.shown === key) return this.panel.chooseClaim(claim);
    const edge = this.network.edge(key)!;
    this.panel.showEdge(edge);
    this.claimsOf(key).then((answer) => this.state.edge === key && this.panel.showClaims(answer, this.state.claim), (failure: Error) => this.panel.fail(failure.message));
  }

  private claimsOf(key: string): Promise<ClaimsPayload> {
    const known = this.claims.get(key);
    if (known) return known;
    const asked = fetchEdge(this.network.edge(key)!);
    this.claims.set(key, asked);
    asked.catch(() => this.claims.delete(key));
    return asked;
  }

  private describe(): void {
    this.bar.show(this.state, this.view, this.hidden, this.steps.can());
    this.canvas.setAttribute("aria-label", t("canvas_summary", { nodes: this.view.nodes.length, edges: this.view.edges.length }));
    this.empty.hidden = this.view.nodes.length > 0;
    if (!this.view.nodes.length) this.say(t("empty_network"));
  }

  private choose(node: string | null, edge: string | null, claim: string | null = null): void {
    if (node === this.state.node && edge === this.state.edge && claim === this.state.claim) return;
    void this.go({ ...this.state, node, edge, claim }, { push: true });
    const name = node ? this.network.node(node)?.name : edge ? this.network.edge(edge)?.label : null;
    if (name) this.say(t("said_selected", { name }));
  }

  private async expand(key: string): Promise<void> {
    const before = new Set(this.state.entities);
    const edges = this.view.edges.length;
    const name = this.network.node(key)?.name ?? "";
    try {
      const answer = await fetchNetwork([...before], key, NEIGHBOURS);
      this.network.add(answer);
      this.hidden = { nodes: answer.hidden, edges: answer.hidden_edges, unknown: 0 };
      const fresh = answer.nodes.map((node) => node.key).filter((one) => !before.has(one));
      if (!fresh.length) return this.say(t("said_nothing_new", { name }));
      await this.go({ ...unchosen(this.state), entities: [...before, ...fresh], node: key }, { push: true, near: key });
      this.say(t("said_expanded", { name, nodes: fresh.length, edges: this.view.edges.length - edges, hidden: answer.hidden }));
    } catch (failure) {
      this.fail(failure);
    }
  }

  private hide(key: string): void {
    const rest = (this.state.entities ?? []).filter((one) => one !== key);
    void this.go({ ...unchosen(this.state), entities: rest.length ? rest : null }, { push: true });
    this.say(t("said_hidden", { name: this.network.node(key)?.name ?? "" }));
  }

  private alone(key: string): void {
    const near = new Set(edgesOf(key, this.view.edges).flatMap((edge) => [edge.actor, edge.recipient]));
    void this.go({ ...this.state, entities: (this.state.entities ?? []).filter((one) => one === key || near.has(one)) }, { push: true });
  }

  private async add(key: string, name: string): Promise<void> {
    const present = this.state.entities ?? [];
    const known = present.includes(key);
    await this.go({ ...unchosen(this.state), entities: known ? present : [...present, key], node: key }, { push: true });
    this.say(t(known ? "said_present" : "said_added", { name }));
  }

  private filter(change: Pick<State, "stances" | "relations" | "disputed">): void {
    void this.go({ ...this.state, ...change }, { push: true }).then(() => this.say(t("said_filtered", { edges: this.view.edges.length })));
  }

  private async restart(): Promise<void> {
    await this.go({ entities: null, node: null, edge: null, claim: null, stances: null, relations: null, disputed: false }, { push: true });
    this.drawing.fit();
  }

  private async picture(): Promise<void> {
    const claims = this.view.edges.reduce((sum, edge) => sum + edge.claims, 0);
    const foot = [t("picture_line", { claims: number(claims), revision: this.network.revision }), this.options.samples ? t("picture_samples") : ""].filter(Boolean).join(" · ");
    this.drawing.choose({ node: null, edge: null }); // a picture shows everything alike
    await savePicture(this.drawing.cy, foot).catch((failure) => this.fail(failure));
    this.drawing.choose(this.state);
  }

  private look(which: "list" | "drawing"): void {
    this.place.dataset["view"] = which;
    if (which === "drawing") requestAnimationFrame(() => (this.drawing.cy.resize(), this.drawing.fit()));
  }

  private keep(): void {
    this.steps.keep(this.drawing.places());
  }

  private fail(failure: unknown): void {
    this.say(t("said_failed", { reason: failure instanceof Error ? failure.message : String(failure) }));
    this.voice.classList.remove("hush"); // a failure is for the eye too
  }

  private say(words: string): void {
    this.voice.classList.add("hush");
    this.voice.textContent = words;
  }
}
