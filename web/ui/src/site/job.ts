/** A job that adds articles: asks how far it is, says so, and shows the page anew when it is done. */

import { fetchJob } from "../api";
import { count, loadMessages, t } from "../messages";
import type { JobPayload } from "../payloads";

const PAUSE = 1000; // milliseconds between two questions
const MOST_MISSED = 30; // questions without an answer before we give up: a server that restarts needs a few seconds

export class Job {
  private missed = 0;
  private readonly said: HTMLElement | null;
  private readonly bar: HTMLProgressElement | null;

  constructor(private readonly place: HTMLElement) {
    this.said = place.querySelector("[data-said]");
    this.bar = place.querySelector("progress");
  }

  /** Ask until it is finished. */
  follow(): void {
    setTimeout(() => void this.ask(), PAUSE);
  }

  private async ask(): Promise<void> {
    try {
      await loadMessages();
      const job = await fetchJob(this.place.dataset["job"] ?? "");
      this.missed = 0;
      if (job.finished) return location.reload();
      this.show(job);
    } catch (reason) {
      this.missed += 1;
      if (this.missed >= MOST_MISSED) return this.say(reason instanceof Error ? reason.message : String(reason));
    }
    this.follow();
  }

  private show(job: JobPayload): void {
    const state = t(`job_${job.state}`);
    const far = job.waiting ? t("add_waiting", { holder: job.waiting }) : job.read ? `${count("n_articles", job.read)}, ${count("n_claims", job.claims)}.` : "";
    this.say(`${state} ${far}`.trim());
    if (this.bar && job.expected && job.expected > 1) {
      this.bar.max = job.expected;
      this.bar.value = job.read;
    }
  }

  /** Only what is new is said, so that nobody hears the same each second. */
  private say(words: string): void {
    if (this.said && this.said.textContent?.trim().replace(/\s+/g, " ") !== words) this.said.textContent = words;
  }
}
