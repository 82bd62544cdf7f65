// Whether a floating square shines through behind words. Pictures of the page without the squares,
// with squares in a colour that nothing else has, and without them again: where words are, all are
// the same. Where the first differs from the last, the page itself has changed meanwhile.
import type { Page } from "playwright-core";

/** Of 255. The soft edge of a ground ends in less than this. */
const leastDifference = 8;

function paintSquares(colour: string | null): void {
  const all = document.querySelector<HTMLElement>(".squares");
  if (all !== null) all.style.visibility = colour === null ? "hidden" : "";
  for (const square of document.querySelectorAll<HTMLElement>(".squares i")) {
    square.style.background = colour ?? "";
  }
}

interface Pictures {
  readonly pictures: readonly string[];
  readonly least: number;
}

async function compare({ pictures, least }: Pictures): Promise<string[]> {
  const [plain, painted, again] = await Promise.all(
    pictures.map(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0)!);
      const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d")!;
      context.drawImage(bitmap, 0, 0);
      return context.getImageData(0, 0, bitmap.width, bitmap.height);
    }),
  );
  const { data, width, height } = plain!;
  const scale = width / innerWidth;
  const differs = (x: number, y: number) => {
    const at = 4 * (y * width + x);
    const isUnlike = (other: ImageData) =>
      [0, 1, 2].some((channel) => Math.abs(data[at + channel]! - other.data[at + channel]!) >= least);
    return isUnlike(painted!) && !isUnlike(again!);
  };
  const found = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const words = node.textContent?.trim() ?? "";
    const around = node.parentElement!;
    if (words === "" || !around.checkVisibility({ visibilityProperty: true })) continue;
    // What lies on a picture that moves is never the same twice, and never on paper.
    if (around.closest(".visually-hidden, [data-testid=preview], noscript, option") !== null) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      const [x0, x1] = [Math.max(0, left * scale), Math.min(width, right * scale)];
      const [y0, y1] = [Math.max(0, top * scale), Math.min(height, bottom * scale)];
      for (let y = Math.ceil(y0); y < y1; y += 2) {
        for (let x = Math.ceil(x0); x < x1; x += 2) if (differs(x, y)) found.add(`a square behind "${words}"`);
      }
    }
  }
  return [...found];
}

/** The words in the window that have a square behind them. */
export async function listSquaresBehindWords(page: Page): Promise<string[]> {
  const pictures: string[] = [];
  for (const colour of [null, "#ff00ff", null]) {
    await page.evaluate(paintSquares, colour);
    pictures.push((await page.screenshot({ animations: "disabled" })).toString("base64"));
  }
  const found = await page.evaluate(compare, { pictures, least: leastDifference });
  await page.evaluate(paintSquares, "");
  return found;
}
