/** The strip of time below the drawing: claims by month on one of two clocks, a window to draw over them, and a way to play. */

import { button, el } from "../dom";
import { dateWords, number, t } from "../messages";
import type { MonthPayload, TimelinePayload } from "../payloads";
import { AsOf } from "./asof";
import { filled, lastDay, total, VOICES } from "./calendar";
import type { Clock, Lens } from "./lens";

export interface TimeActions {
  window(change: Pick<Lens, "from" | "to">): void;
  clock(clock: Clock): void;
  asOf(day: string | null): void;
}

const SVG = "http://www.w3.org/2000/svg";
const HEIGHT = 34; // units of the picture; a bar of the fullest month
const WIDE = 10; // units of a month
const BEAT = 1200; // ms a month stays while playing: long enough to read what changed

export class Months {
  readonly element: HTMLElement;
  private readonly bars = document.createElementNS(SVG, "svg");
  private readonly start = slider("time_from");
  private readonly end = slider("time_to");
  private readonly clocks = el("select", { "aria-label": t("time_clock") }, el("option", { value: "published" }, t("clock_published")), el("option", { value: "event" }, t("clock_event")));
  private readonly words = el("output", { class: "window" });
  private readonly strip: HTMLElement;
  private readonly asOf = new AsOf((day) => (this.stop(), this.actions.asOf(day)));
  private readonly play: HTMLButtonElement;
  private readonly whole: HTMLButtonElement;
  private months: MonthPayload[] = [];
  private beat = 0;

  constructor(private readonly actions: TimeActions) {
    this.bars.setAttribute("preserveAspectRatio", "none");
    this.bars.setAttribute("aria-hidden", "true");
    for (const input of [this.start, this.end]) {
      input.addEventListener("input", () => this.moved(input));
      input.addEventListener("change", () => (this.stop(), this.say()));
    }
    this.clocks.addEventListener("change", () => (this.stop(), this.actions.clock(this.clocks.value as Clock)));
    this.play = button("", () => (this.beat ? this.stop() : this.run()), { class: "tool", "aria-label": t("time_play"), title: t("time_play") }, "▶");
    this.whole = button(t("time_whole"), () => (this.stop(), this.actions.window({ from: null, to: null })), { class: "plain" });
    this.strip = el("div", { class: "strip" }, this.clocks, this.play, el("div", { class: "brush" }, this.bars, this.start, this.end), this.words, this.whole);
    this.element = el("section", { class: "months", "aria-label": t("time"), hidden: true }, this.strip, this.asOf.element);
  }

  /** Shows the months of an answer and the window of the lens over them. */
  show(told: TimelinePayload, lens: Lens): void {
    this.months = filled(told.months);
    this.strip.hidden = this.months.length < 2;
    this.element.hidden = this.strip.hidden && !lens.asOf; // else nobody could leave the day again
    this.asOf.show(lens.asOf);
    this.clocks.value = lens.clock;
    const last = Math.max(0, this.months.length - 1);
    for (const input of [this.start, this.end]) input.max = String(last);
    const month = (day: string): number => this.months.findIndex((one) => one.month >= day.slice(0, 7));
    const from = lens.from ? month(lens.from) : 0;
    const to = lens.to ? this.months.filter((one) => one.month <= lens.to!.slice(0, 7)).length - 1 : last;
    this.start.value = String(from < 0 ? last : from);
    this.end.value = String(Math.max(0, to));
    this.whole.hidden = !lens.from && !lens.to;
    this.draw();
  }

  private draw(): void {
    const most = Math.max(1, ...this.months.map(total));
    const [from, to] = [Number(this.start.value), Number(this.end.value)];
    this.bars.setAttribute("viewBox", `0 0 ${Math.max(1, this.months.length) * WIDE} ${HEIGHT}`);
    this.bars.replaceChildren(...this.months.flatMap((month, i) => stack(month, i, most, i >= from && i <= to)));
    const [first, last] = [this.months[from], this.months[to]];
    const claims = this.months.slice(from, to + 1).reduce((sum, month) => sum + total(month), 0);
    const span = first && last ? (from === to ? dateWords(first.month) : `${dateWords(first.month)} – ${dateWords(last.month)}`) : "";
    this.words.textContent = span ? `${span} · ${t("time_claims", { n: number(claims) })}` : "";
    this.start.setAttribute("aria-valuetext", first ? dateWords(first.month) : "");
    this.end.setAttribute("aria-valuetext", last ? dateWords(last.month) : "");
  }

  /** A thumb was moved; the other one is pushed along. */
  private moved(input: HTMLInputElement): void {
    if (Number(this.start.value) > Number(this.end.value)) (input === this.start ? this.end : this.start).value = input.value;
    this.draw();
  }

  private say(): void {
    const [from, to] = [Number(this.start.value), Number(this.end.value)];
    const [first, last] = [this.months[from], this.months[to]];
    const whole = from === 0 && to === this.months.length - 1;
    this.actions.window(whole || !first || !last ? { from: null, to: null } : { from: `${first.month}-01`, to: lastDay(last.month) });
  }

  /** Moves the end of the window month by month, so that one sees what came when. */
  private run(): void {
    if (Number(this.end.value) >= this.months.length - 1) this.end.value = this.start.value;
    this.play.textContent = "❚❚";
    this.play.setAttribute("aria-label", t("time_pause"));
    this.beat = window.setInterval(() => {
      this.end.value = String(Number(this.end.value) + 1);
      this.draw();
      this.say();
      if (Number(this.end.value) >= this.months.length - 1) this.stop();
    }, BEAT);
    this.draw();
    this.say();
  }

  private stop(): void {
    window.clearInterval(this.beat);
    this.beat = 0;
    this.play.textContent = "▶";
    this.play.setAttribute("aria-label", t("time_play"));
  }
}

function slider(label: string): HTMLInputElement {
  return el("input", { type: "range", min: 0, max: 0, step: 1, "aria-label": t(label) });
}

/** One month: what is asserted below, then what is alleged, denied, doubted; hatching is left to the colours' lightness. */
function stack(month: MonthPayload, i: number, most: number, within: boolean): SVGRectElement[] {
  let top = HEIGHT;
  return VOICES.filter((voice) => month[voice] > 0).map((voice) => {
    const high = (month[voice] / most) * HEIGHT;
    top -= high;
    const rect = document.createElementNS(SVG, "rect");
    for (const [name, value] of Object.entries({ x: i * WIDE + 1, y: top, width: WIDE - 2, height: high, class: `bar-${voice}${within ? "" : " out"}` })) rect.setAttribute(name, String(value));
    return rect;
  });
}
