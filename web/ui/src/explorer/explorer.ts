/** Ties it together: a state, what is in hand, and the places that show it. Only `go` changes the state. */

import { fetchAround, fetchPath, fetchStamp, fetchTimeline } from "../api";
import { el } from "../dom";
import { t } from "../messages";
import type { ClaimsPayload, NetworkPayload } from "../payloads";
import { isBundle, isBundleKey, type Drawn } from "./bundles";
import { Holdings } from "./holdings";
import { Legend } from "./legend";
import { CLEAR, type Lens } from "./lens";
import { Months } from "./months";
import { edgesOf, type Network, type View } from "./network";
import { Pair } from "./pair";
import { Panel } from "./panel";
import { savePicture, saveVector } from "./picture";
import type { Place } from "./placing";
import { SelectionBar } from "./selection";
import { seenQuery, unchosen, type State } from "./state";
import { Steps } from "./steps";
import { Toolbar, type RelationOption } from "./toolbar";
import { Tree } from "./tree";

export interface Options {
  readonly relations: readonly RelationOption[];
  readonly samples: number;
  /** What the quadrants are called, by their codes. */
  readonly quadrants: Readonly<Record<string, string>>;
  /** The parties of the relation in the address, for addresses that name no others. */
  readonly parties: readonly string[];
  /** The network that the address asks for. */
  readonly network: NetworkPayload;
  /** What a short address stands for, as a long one would say it; empty where the address is a long one. */
  readonly kept: string;
  /** What this page may have views kept with; empty where it may not. */
  readonly mark: string;
}

const NOWHERE: ReadonlyMap<string, Place> = new Map();
const EMPTY: State = { entities: null, node: null, edge: null, claim: null, stances: null, relations: null, disputed: false, bundles: false, lens: CLEAR, beside: null };

export class Explorer {
  private readonly holdings: Holdings;
  private readonly voice = el("p", { class: "hush", role: "status", "aria-live": "polite" });
  private readonly empty = el("p", { class: "empty notice", hidden: true }, t("empty_network"));
  private readonly steps: Steps;
  private readonly pair: Pair;
  private readonly legend: Legend;
  private readonly months: Months;
  private readonly selection: SelectionBar;
  private readonly panel: Panel;
  private readonly tree: Tree;
  private readonly bar: Toolbar;
  private state: State;
  private view: View = { nodes: [], edges: [], filtered: 0, relations: 0 };
  private hidden = { nodes: 0, edges: 0, unknown: 0 }; // what the server left out
  private moving = 0; // how many states are being drawn
  private shown = ""; // what the panel shows now
  private seen: Lens = CLEAR; // and through which lens

  constructor(private readonly place: HTMLElement, private readonly options: Options) {
    this.holdings = new Holdings(options.network);
    this.steps = new Steps((state, places) => void this.go(state, { places, push: false }), options.kept);
    this.state = this.steps.state();
    this.panel = new Panel({
      chooseEdge: (key) => this.choose(null, key), chooseNode: (key) => this.choose(key, null),
      expand: (key) => void this.expand(key), hide: (key) => this.hide([key]), alone: (key) => this.alone([key]), close: () => this.choose(null, null),
      pin: (key) => this.pair.drawing.pin([key], !this.pair.drawing.pinned(key)), pinned: (key) => this.pair.drawing.pinned(key),
      path: (from, to, lens) => this.path(from, to, lens), through: (lens) => this.through({ lens }), around: (key) => fetchAround(key, this.state.lens),
      expandBy: (key, relation, label) => void this.expand(key, { relation, label }),
    }, (key) => this.holdings.node(key));
    this.tree = new Tree({
      chooseNode: (key) => this.choose(key, null), chooseEdge: (key) => this.choose(null, key), chooseClaim: (edge, claim) => this.choose(null, edge, claim),
      claims: async (edge) => (await this.claimsOf(edge)).claims, expand: (key) => void this.expand(key), hide: (key) => this.hide([key]),
    });
    this.bar = new Toolbar({
      add: (key, name) => void this.add(key, name), filter: (change) => this.filter(change), undo: () => history.back(), redo: () => history.forward(),
      fit: () => this.pair.drawing.fit(), zoom: (factor) => this.pair.drawing.zoom(factor), picture: (form) => void this.picture(form), kept: (key, view) => this.steps.rename(key, view), restart: () => void this.restart(),
      view: (which) => this.look(which), look: (change) => this.through(change),
    }, options.relations, options.mark);
    this.months = new Months({ window: (change) => this.through({ lens: { ...this.state.lens, ...change } }), clock: (clock) => this.through({ lens: { ...this.state.lens, clock, from: null, to: null } }), asOf: (asOf) => this.through({ lens: { ...this.state.lens, asOf } }) });
    this.selection = new SelectionBar({
      isolate: (keys) => this.only(keys), hide: (keys) => this.hide(keys), neighbours: (keys) => this.alone(keys),
      pin: (keys) => this.pair.drawing.pin(keys, !keys.every((key) => this.pair.drawing.pinned(key))),
    });
    this.pair = new Pair(({ node, edge }) => this.choose(node, edge), () => this.keep());
    this.legend = new Legend(options.samples > 0);
    const drawing = el("div", { class: "drawing" }, this.empty, this.selection.element, this.pair.element, this.months.element, this.legend.element);
    const list = el("section", { class: "list", "aria-labelledby": "list-title" },
      el("h2", { id: "list-title" }, t("list_title")), el("p", { class: "hint" }, t("list_hint")), this.tree.element);
    place.append(this.bar.element, list, drawing, this.panel.element, this.voice);
    place.classList.add("live");
    this.pair.begin();
    this.pair.drawing.selected = (keys) => this.selection.show(keys);
    this.look("list");
  }

  /** What is in hand of the network as the state's lens shows it. */
  private get network(): Network {
    return this.holdings.through(this.state.lens);
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
      this.view = this.network.view(this.state, this.quadrant);
      this.tree.show(this.view);
      this.openChosen();
      this.describe();
      await this.pair.show(this.view, await this.beside(), this.bar.lenses.words(), how.places ?? NOWHERE, how.near ?? null);
      this.pair.mark(this.state);
      this.keep();
      void this.time();
    } catch (failure) {
      this.fail(failure);
    } finally {
      this.busy(-1);
    }
  }

  /** Says of the drawing that it still moves. */
  private busy(more: number): void {
    this.moving += more;
    this.pair.busy(this.moving > 0);
  }

  /** The state with its parties named, after everything about them was fetched. */
  private async complete(state: State): Promise<State> {
    const wanted = state.entities ?? (state.edge && this.options.parties.length ? this.options.parties : null);
    const answer = await this.holdings.among(wanted, state.lens);
    if (!answer) return state;
    const network = this.holdings.through(state.lens);
    const lost = [state.node && !network.node(state.node), state.edge && !isBundleKey(state.edge) && !network.edge(state.edge)].filter(Boolean).length;
    this.hidden = { nodes: wanted ? 0 : answer.hidden, edges: answer.hidden_edges, unknown: answer.unknown + lost };
    return { ...state, entities: answer.nodes.map((node) => node.key) };
  }

  /** What the second lens shows of the same parties, if there is one. */
  private async beside(): Promise<View | null> {
    if (!this.state.beside) return null;
    const lens = { ...this.state.lens, teller: this.state.beside };
    await this.holdings.among(this.state.entities, lens);
    return this.holdings.through(lens).view(this.state, this.quadrant);
  }

  /** The months of what is drawn; asked for last, as nothing waits for them. */
  private async time(): Promise<void> {
    const { entities, lens } = this.state;
    if (!entities?.length) return this.months.show({ clock: lens.clock, months: [], undated: 0 }, lens);
    const told = await fetchTimeline(entities, lens).catch(() => null);
    if (told && this.state.entities === entities && this.state.lens === lens) this.months.show(told, lens);
  }

  private openChosen(): void {
    const { node, edge, claim } = this.state;
    this.tree.mark(node, edge, claim);
    const one = edge ? this.edge(edge) : undefined;
    const other = node ? this.network.node(node) : undefined;
    if (one) this.openEdge(one.key, claim);
    else if (other) this.panel.showNode(other, this.view, this.state.lens);
    else this.panel.nothing();
    this.shown = one?.key ?? "";
  }

  private openEdge(key: string, claim: string | null): void {
    if (this.shown === key && this.seen === this.state.lens && !isBundleKey(key)) return this.panel.chooseClaim(claim);
    this.seen = this.state.lens;
    const edge = this.edge(key)!;
    if (isBundle(edge)) return this.panel.showBundle(edge, (part) => this.claimsOf(part));
    this.panel.showEdge(edge);
    this.claimsOf(key).then((answer) => this.state.edge === key && this.panel.showClaims(answer, this.state.claim), (failure: Error) => this.panel.fail(failure.message));
  }

  /** An edge as it is drawn, a bundle too; else as it is known. */
  private edge(key: string): Drawn | undefined {
    return this.view.edges.find((one) => one.key === key) ?? this.network.edge(key);
  }

  private readonly quadrant = (code: string): string => this.options.quadrants[code] ?? code;

  private claimsOf(key: string): Promise<ClaimsPayload> {
    return this.holdings.claimsOf(this.network.edge(key)!, this.state.lens);
  }

  private describe(): void {
    this.bar.show(this.state, this.view, this.hidden, this.steps.can());
    this.pair.describe(t("canvas_summary", { nodes: this.view.nodes.length, edges: this.view.edges.length }));
    this.legend.show(this.state.beside !== null, this.state.bundles);
    this.empty.hidden = this.view.nodes.length > 0;
    if (!this.view.nodes.length) this.say(t("empty_network"));
  }

  private choose(node: string | null, edge: string | null, claim: string | null = null): void {
    if (node === this.state.node && edge === this.state.edge && claim === this.state.claim) return;
    void this.go({ ...this.state, node, edge, claim }, { push: true });
    const name = node ? this.holdings.node(node)?.name : edge ? this.edge(edge)?.label : null;
    if (name) this.say(t("said_selected", { name }));
  }

  private async expand(key: string, by?: { relation: string; label: string }): Promise<void> {
    const before = new Set(this.state.entities);
    const edges = this.view.edges.length;
    const name = this.holdings.node(key)?.name ?? "";
    try {
      const answer = await this.holdings.expand([...before], key, this.state.lens, by?.relation);
      const fresh = this.joined(answer, before);
      if (!fresh.length) return this.say(t("said_nothing_new", { name }));
      await this.go({ ...unchosen(this.state), entities: [...before, ...fresh], node: key }, { push: true, near: key });
      this.say(t("said_expanded", { name, nodes: fresh.length, edges: this.view.edges.length - edges, hidden: answer.hidden }));
    } catch (failure) {
      this.fail(failure);
    }
  }

  private joined(answer: NetworkPayload, before: ReadonlySet<string>): string[] {
    this.hidden = { nodes: answer.hidden, edges: answer.hidden_edges, unknown: 0 };
    return answer.nodes.map((node) => node.key).filter((one) => !before.has(one));
  }

  private async path(from: string, to: string, lens: Lens): Promise<readonly string[]> {
    try {
      const { parties } = await fetchPath(from, to, lens);
      if (!parties.length) return [];
      const present = this.state.entities ?? [];
      const fresh = parties.map((party) => party.key).filter((key) => !present.includes(key));
      await this.go({ ...unchosen(this.state), entities: [...present, ...fresh], node: from }, { push: true, near: from });
      return parties.map((party) => party.name);
    } catch (failure) {
      this.fail(failure);
      return [];
    }
  }

  private through(change: { lens?: Lens; beside?: string | null }): void {
    void this.go({ ...this.state, ...change }, { push: true }).then(() => this.say(t("said_filtered", { edges: this.view.relations })));
  }

  private only(keys: readonly string[]): void {
    void this.go({ ...unchosen(this.state), entities: keys }, { push: true });
  }

  private hide(keys: readonly string[]): void {
    const rest = (this.state.entities ?? []).filter((one) => !keys.includes(one));
    void this.go({ ...unchosen(this.state), entities: rest.length ? rest : null }, { push: true });
    this.say(t("said_hidden", { name: keys.map((key) => this.holdings.node(key)?.name ?? "").join(", ") }));
  }

  /** Leaves only these parties and their neighbours. */
  private alone(keys: readonly string[]): void {
    const near = new Set(keys.flatMap((key) => [key, ...edgesOf(key, this.view.edges).flatMap((edge) => [edge.actor, edge.recipient])]));
    void this.go({ ...this.state, entities: (this.state.entities ?? []).filter((one) => near.has(one)) }, { push: true });
  }

  private async add(key: string, name: string): Promise<void> {
    const present = this.state.entities ?? [];
    const known = present.includes(key);
    await this.go({ ...unchosen(this.state), entities: known ? present : [...present, key], node: key }, { push: true });
    this.say(t(known ? "said_present" : "said_added", { name }));
  }

  private filter(change: Pick<State, "stances" | "relations" | "disputed" | "bundles">): void {
    const rest = change.bundles === this.state.bundles ? this.state : unchosen(this.state); // what was chosen is drawn no more
    void this.go({ ...rest, ...change }, { push: true }).then(() => this.say(t("said_filtered", { edges: this.view.relations })));
  }

  private async restart(): Promise<void> {
    await this.go(EMPTY, { push: true });
    this.pair.drawing.fit();
  }

  /** Saves what is drawn, with what must be said of it below: the same words as in every file. */
  private async picture(form: "png" | "svg"): Promise<void> {
    try {
      const { lines } = await fetchStamp(seenQuery(this.state));
      const foot = [...lines, location.host].join(" · ");
      this.pair.mark({ node: null, edge: null }); // a picture shows everything alike
      const { cy } = this.pair.drawing;
      await (form === "svg" ? saveVector(cy, foot) : savePicture(cy, foot));
    } catch (failure) {
      this.fail(failure);
    } finally {
      this.pair.mark(this.state);
    }
  }

  private look(which: "list" | "drawing"): void {
    this.place.dataset["view"] = which;
    if (which === "drawing") requestAnimationFrame(() => (this.pair.drawing.cy.resize(), this.pair.drawing.fit()));
  }

  private keep(): void {
    this.steps.keep(this.pair.drawing.places());
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
