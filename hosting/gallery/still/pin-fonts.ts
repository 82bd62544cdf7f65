// Pictures must not depend on the fonts of a machine. Open fonts are used in place of the system's,
// and the page believes that emoji can be drawn: whether they are in colour differs too.
import "./pinned.css";

const emojiProbePx = 32;

export function pinFonts(): void {
  document.documentElement.dataset["pinned"] = "";
  const read = CanvasRenderingContext2D.prototype.getImageData;
  CanvasRenderingContext2D.prototype.getImageData = function (x, y, width, height, settings) {
    const data = read.call(this, x, y, width, height, settings);
    if (width === emojiProbePx && height === emojiProbePx) data.data.set([255, 0, 0, 255]);
    return data;
  };
}

const families = [
  "Noto Sans Variable",
  "Noto Sans Hebrew Variable",
  "Noto Sans Arabic Variable",
  "Noto Emoji Variable",
];

/** Resolves when the fonts of everything that is written on the page have been loaded. */
export async function loadFonts(): Promise<void> {
  const text = document.body.textContent;
  await Promise.all(families.map((family) => document.fonts.load(`1rem "${family}"`, text)));
}
