/** Makes elements from words alone: text never becomes markup, and no style attribute is written. */

export type Child = Node | string | null | undefined | false;
type Attributes = Record<string, string | number | boolean | null | undefined>;

/** An element with attributes (false and null leave one out, true writes it empty) and children. */
export function el<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false && child !== ""));
  return element;
}

/** A button that does something when pressed. */
export function button(label: string, press: () => void, attributes: Attributes = {}, ...children: Child[]): HTMLButtonElement {
  const made = el("button", { type: "button", ...attributes }, ...(children.length ? children : [label]));
  made.addEventListener("click", press);
  return made;
}

/** Words for the ear only. */
export function hush(words: string): HTMLSpanElement {
  return el("span", { class: "hush" }, words);
}

/** Where the site is mounted: "" or a path such as "/depesche". */
export const root: string = document.documentElement.dataset["root"] ?? "";

/** The page of a thing. */
export function address(kind: string, key: string): string {
  return `${root}/id/${kind}/${encodeURIComponent(key)}`;
}
