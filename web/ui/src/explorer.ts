/** The explorer's entry: takes over the list that the server rendered, once the interface's words are there. */

import { Explorer, type Options } from "./explorer/explorer";
import { loadMessages } from "./messages";

const place = document.getElementById("explorer");
const given = document.getElementById("explorer-options")?.textContent;
if (place && given) {
  await loadMessages();
  await new Explorer(place, JSON.parse(given) as Options).start();
  // Drawn in the next frame, on the screen in the one after: from then on the graph is seen and answers.
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("explorer-interactive")));
}
