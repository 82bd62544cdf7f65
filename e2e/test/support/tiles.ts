// What a page has shown of the others, moment by moment: a mutation observer misses nothing that polling would.
import type { Page } from "playwright-core";

export interface Tile {
  readonly participant: string;
  readonly status: string;
  /** Of a silence. */
  readonly words: string;
}

export interface Sight {
  readonly atMs: number;
  readonly tiles: readonly Tile[];
}

interface Watching extends Window {
  sights?: Sight[];
}

/** Runs in the page, before its scripts or at any time later. */
function watchTiles(): void {
  const sights: Sight[] = ((window as Watching).sights = []);
  let last = "";
  const look = () => {
    const tiles = [...document.querySelectorAll<HTMLElement>('[data-testid="tile"]')].map((tile) => ({
      participant: tile.dataset["participant"] ?? "",
      status: tile.dataset["status"] ?? "",
      words: tile.querySelector<HTMLElement>('[data-testid="tile-silent"]')?.innerText ?? "",
    }));
    const current = JSON.stringify(tiles);
    if (current === last) return;
    last = current;
    sights.push({ atMs: Date.now(), tiles });
  };
  look();
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ["data-status", "data-participant"],
  });
}

/** From now on; what is shown at this moment comes first. */
export async function recordTiles(page: Page): Promise<void> {
  await page.evaluate(watchTiles);
}

/** From the page's very beginning. */
export async function recordTilesFromStart(page: Page): Promise<void> {
  await page.addInitScript(watchTiles);
}

export function readSights(page: Page): Promise<readonly Sight[]> {
  return page.evaluate(() => (window as Watching).sights ?? []);
}

/** The fewest and the most tiles there ever were. */
export function rangeOfTiles(sights: readonly Sight[]): { min: number; max: number } {
  const counts = sights.map(({ tiles }) => tiles.length);
  return { min: Math.min(...counts), max: Math.max(...counts) };
}

/** When a tile was last seen to go, to the moment; undefined when it was never there, or still is. */
export function goneAtMs(sights: readonly Sight[], isIt: (tile: Tile) => boolean): number | undefined {
  const lastIndex = sights.findLastIndex(({ tiles }) => tiles.some(isIt));
  return lastIndex < 0 ? undefined : sights[lastIndex + 1]?.atMs;
}

export function everSeen(sights: readonly Sight[]): string[] {
  return [...new Set(sights.flatMap(({ tiles }) => tiles.map(({ participant }) => participant)))];
}
