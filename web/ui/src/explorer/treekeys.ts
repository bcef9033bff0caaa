/** The keyboard of a tree (ARIA authoring practices): one tab stop, arrows, Home, End, first letters. */

export interface TreeKeyActions {
  toggle(item: HTMLElement, wanted: boolean): void;
  choose(item: HTMLElement): void;
  /** Any other key; true when it meant something. */
  other(item: HTMLElement, key: string): boolean;
}

export class TreeKeys {
  private current: HTMLElement | null = null;

  constructor(private readonly tree: HTMLElement, private readonly actions: TreeKeyActions) {
    tree.addEventListener("keydown", (event) => this.key(event));
    tree.addEventListener("focusin", (event) => this.stop((event.target as HTMLElement).closest("[role=treeitem]")));
  }

  focusedId(): string | null {
    return this.tree.contains(document.activeElement) ? (this.current?.dataset["id"] ?? null) : null;
  }

  /** After a redraw: the tab stop back to where it was, else to the first item. */
  restore(id: string | null): void {
    const items = this.items();
    const same = items.find((item) => item.dataset["id"] === (id ?? this.current?.dataset["id"]));
    this.stop(same ?? items[0] ?? null);
    if (id) (same ?? items[0])?.focus();
  }

  focus(item: HTMLElement): void {
    item.focus({ preventScroll: true });
  }

  private items(): HTMLElement[] {
    return [...this.tree.querySelectorAll<HTMLElement>("[role=treeitem]")];
  }

  private stop(item: HTMLElement | null): void {
    this.current?.setAttribute("tabindex", "-1");
    this.current = item;
    item?.setAttribute("tabindex", "0");
  }

  private go(item: HTMLElement | null | undefined): void {
    item?.focus();
    item?.firstElementChild?.scrollIntoView({ block: "nearest" });
  }

  private key(event: KeyboardEvent): void {
    const item = this.current;
    if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
    const items = this.items();
    const at = items.indexOf(item);
    const expanded = item.getAttribute("aria-expanded");
    if (event.key === "ArrowDown") this.go(items[at + 1]);
    else if (event.key === "ArrowUp") this.go(items[at - 1]);
    else if (event.key === "Home") this.go(items[0]);
    else if (event.key === "End") this.go(items.at(-1));
    else if (event.key === "ArrowRight") expanded === "true" ? this.go(items[at + 1]) : this.actions.toggle(item, true);
    else if (event.key === "ArrowLeft") expanded === "true" ? this.actions.toggle(item, false) : this.go(item.parentElement?.closest<HTMLElement>("[role=treeitem]"));
    else if (event.key === "Enter" || event.key === " ") this.actions.choose(item);
    else if (!this.actions.other(item, event.key) && !this.letter(event.key, items, at)) return;
    event.preventDefault();
  }

  private letter(key: string, items: readonly HTMLElement[], at: number): boolean {
    if (key.length !== 1 || !/\p{L}/u.test(key)) return false;
    const starts = (item: HTMLElement): boolean => (item.querySelector(".party, .line span:nth-child(2)")?.textContent ?? "").toLowerCase().startsWith(key.toLowerCase());
    this.go([...items.slice(at + 1), ...items.slice(0, at + 1)].find(starts));
    return true;
  }
}
