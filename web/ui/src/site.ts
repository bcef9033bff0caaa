/** On every page: suggestions in the search fields, and news of a job that runs. Pages work without it.
 *
 * No single-character shortcut for the whole page: speech input would trip over it (WCAG 2.1.4).
 */

import { address } from "./dom";
import { Job } from "./site/job";
import { Suggest } from "./site/suggest";

for (const input of document.querySelectorAll<HTMLInputElement>("form[data-suggest] input[type=search]")) {
  new Suggest(input, (hit) => location.assign(address("entity", hit.entity.key)));
}

for (const place of document.querySelectorAll<HTMLElement>("[data-job][data-unfinished]")) new Job(place).follow();
