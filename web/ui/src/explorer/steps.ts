/** The explorer's steps in the browser's history: every state is an address; undo and redo are back and forward. */

import type { Place } from "./placing";
import { format, parse, type State } from "./state";

interface Kept {
  readonly step: number;
  readonly places: readonly (readonly [string, number, number])[];
  /** What a short address stands for. */
  readonly view?: string;
}

export class Steps {
  private step: number;
  private last: number;

  /** `view` is what the present address stands for, where it is a short one. */
  constructor(arrived: (state: State, places: ReadonlyMap<string, Place>) => void, view: string) {
    this.step = (history.state as Kept | null)?.step ?? 0;
    this.last = Number(sessionStorage.getItem("depesche-last-step") ?? this.step);
    if (view) history.replaceState({ step: this.step, places: [], ...(history.state as Kept | null), view } satisfies Kept, "");
    window.addEventListener("popstate", (event) => {
      this.step = (event.state as Kept | null)?.step ?? 0;
      arrived(this.state(), this.places());
    });
  }

  state(): State {
    return parse(this.view() ?? location.search);
  }

  private view(): string | undefined {
    return (history.state as Kept | null)?.view;
  }

  /** Where the nodes stood when this address was left, if it was seen before in this tab. */
  places(): ReadonlyMap<string, Place> {
    const kept = (history.state as Kept | null)?.places ?? [];
    return new Map(kept.map(([key, x, y]) => [key, { x, y }]));
  }

  /** A new step, which undo takes back. */
  push(state: State): void {
    this.step += 1;
    this.last = this.step;
    sessionStorage.setItem("depesche-last-step", String(this.last));
    history.pushState({ step: this.step, places: [] } satisfies Kept, "", `?${format(state, location.search)}`);
  }

  /** Gives the present address its short form, now that the server keeps the view under a key. */
  rename(key: string, view: string): void {
    const address = new URLSearchParams({ state: key });
    const language = new URLSearchParams(location.search).get("lang");
    if (language) address.set("lang", language);
    history.replaceState({ ...(history.state as Kept), view } satisfies Kept, "", `?${address}`);
  }

  /** Remembers the positions with the present address, so that reload and undo bring them back. */
  keep(places: ReadonlyMap<string, Place>): void {
    const view = this.view();
    const kept: Kept = { step: this.step, places: [...places].map(([key, { x, y }]) => [key, x, y] as const), ...(view ? { view } : {}) };
    history.replaceState(kept, "");
  }

  can(): { back: boolean; forward: boolean } {
    return { back: this.step > 0, forward: this.step < this.last };
  }
}
