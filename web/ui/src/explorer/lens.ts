/** A lens: through whom one looks, at which stretch of time, at what is told how. The server counts anew through it.
 *
 *   lens=speaker:KEY   on whose word; outlet:KEY who prints it; state:KEY printed by outlets of a state
 *   clock=event        the window is one of events; missing: of publication
 *   from=, to=         days of the window, both included
 *   modality=actual,…  only claims of these modalities        roots=2   only what at least so many texts tell
 *   asof=DAY           as it stood on a day: only what had been printed by then
 */

export interface Lens {
  readonly teller: string | null; // such as "outlet:KEY"
  readonly clock: Clock;
  readonly from: string | null;
  readonly to: string | null;
  readonly modalities: readonly string[] | null;
  readonly roots: number;
  readonly asOf: string | null;
}

export type Clock = "published" | "event";

export const TELLERS = ["speaker", "outlet", "state"] as const;
export const MODALITIES = ["actual", "intended", "possible"] as const;
export const CLEAR: Lens = { teller: null, clock: "published", from: null, to: null, modalities: null, roots: 1, asOf: null };
export const LENS_NAMES = ["lens", "clock", "from", "to", "modality", "roots", "asof"] as const;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TELLER = /^(speaker|outlet|state):[a-z2-7]{26}$/;

function day(value: string | null): string | null {
  return value && DAY.test(value) ? value : null;
}

/** A teller as the address says it; anything else is none. */
export function teller(value: string | null): string | null {
  return value && TELLER.test(value) ? value : null;
}

/** The lens that an address's query says. */
export function parseLens(read: URLSearchParams): Lens {
  const modalities = (read.get("modality") ?? "").split(",").filter((one) => (MODALITIES as readonly string[]).includes(one));
  const roots = Number(read.get("roots") ?? 1);
  return {
    teller: teller(read.get("lens")),
    clock: read.get("clock") === "event" ? "event" : "published",
    from: day(read.get("from")),
    to: day(read.get("to")),
    modalities: modalities.length ? modalities : null,
    roots: Number.isInteger(roots) && roots > 1 && roots < 100 ? roots : 1,
    asOf: day(read.get("asof")),
  };
}

/** The parameters that say the lens, for the address bar and for the server. */
export function lensPairs(lens: Lens): [string, string][] {
  const pairs: [string, string | null][] = [
    ["lens", lens.teller], ["clock", lens.clock === "event" ? "event" : null], ["from", lens.from], ["to", lens.to],
    ["modality", lens.modalities?.join(",") ?? null], ["roots", lens.roots > 1 ? String(lens.roots) : null], ["asof", lens.asOf],
  ];
  return pairs.filter((pair): pair is [string, string] => Boolean(pair[1]));
}

/** One word for a lens: what is fetched through it is kept under it. */
export function lensKey(lens: Lens): string {
  return lensPairs(lens).map(([name, value]) => `${name}=${value}`).join("&");
}

/** Whether the lens leaves anything out. */
export function looking(lens: Lens): boolean {
  return lensKey({ ...lens, clock: "published" }) !== "";
}

/** The key of the party that one looks through. */
export function tellerKey(said: string | null): string | null {
  return said?.split(":")[1] ?? null;
}
