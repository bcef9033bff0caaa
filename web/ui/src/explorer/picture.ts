/** The drawing as a PNG whose foot says what it is: reported claims, how many, as of which revision, examples or not. */

import type { Core } from "cytoscape";
import { palette, wrap } from "./look";
import { vector } from "./vector";

function load(address: string): Promise<HTMLImageElement> {
  return new Promise((done, fail) => {
    const image = new Image();
    image.onload = () => done(image);
    image.onerror = () => fail(new Error("the picture could not be made"));
    image.src = address;
  });
}

export async function savePicture(cy: Core, foot: string): Promise<void> {
  const colours = palette();
  const blob = await cy.png({ output: "blob-promise", full: true, scale: 2, bg: colours["--paper"] ?? "#fff", maxWidth: 6000, maxHeight: 6000 });
  const address = URL.createObjectURL(blob);
  const image = await load(address);
  URL.revokeObjectURL(address);
  const [edge, line] = [40, 34];
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("the browser gives no canvas");
  const font = "24px system-ui, sans-serif";
  pen.font = font;
  canvas.width = Math.max(image.width, 900) + 2 * edge;
  const foots = wrap(foot, canvas.width - 2 * edge, (text) => pen.measureText(text).width);
  canvas.height = image.height + 3 * edge + foots.length * line;
  pen.fillStyle = colours["--paper"] ?? "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, (canvas.width - image.width) / 2, edge);
  pen.font = font; // setting the size forgets it
  pen.fillStyle = colours["--ink-soft"] ?? "#333";
  foots.forEach((text, i) => pen.fillText(text, edge, image.height + 2 * edge + (i + 0.8) * line));
  const done = await new Promise<Blob | null>((give) => canvas.toBlob(give, "image/png"));
  if (!done) throw new Error("the picture is too large");
  download(done, "depesche.png");
}

/** The drawing as an SVG file with the same foot. */
export function saveVector(cy: Core, foot: string): void {
  const rows = wrap(foot, 700, (text) => text.length * 5.6); // about the width of a letter at 11 units
  download(new Blob([vector(cy, palette(), rows)], { type: "image/svg+xml" }), "depesche.svg");
}

/** Saves a file under a name. */
export function download(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
