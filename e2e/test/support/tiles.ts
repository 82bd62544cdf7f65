// What a page has shown of the others, moment by moment: a mutation observer misses nothing that polling would.
import type { Page } from "playwright-core";

export interface Tile {
  readonly participant: string;
  readonly status: string;
  /** Of a silence. */
  readonly text: string;
}

export interface TileSnapshot {
  readonly atMs: number;
  readonly tiles: readonly Tile[];
}

interface Watching extends Window {
  snapshots?: TileSnapshot[];
}

/** Runs in the page, before its scripts or at any time later. */
function watchTiles(): void {
  const snapshots: TileSnapshot[] = ((window as Watching).snapshots = []);
  let last = "";
  const record = () => {
    const tiles = [...document.querySelectorAll<HTMLElement>('[data-testid="tile"]')].map((tile) => ({
      participant: tile.dataset["participant"] ?? "",
      status: tile.dataset["status"] ?? "",
      text: tile.querySelector<HTMLElement>('[data-testid="tile-silent"]')?.innerText ?? "",
    }));
    const current = JSON.stringify(tiles);
    if (current === last) return;
    last = current;
    snapshots.push({ atMs: Date.now(), tiles });
  };
  record();
  new MutationObserver(record).observe(document, {
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

export function readTileSnapshots(page: Page): Promise<readonly TileSnapshot[]> {
  return page.evaluate(() => (window as Watching).snapshots ?? []);
}

/** The fewest and the most tiles there ever were. */
export function rangeOfTiles(snapshots: readonly TileSnapshot[]): { min: number; max: number } {
  const counts = snapshots.map(({ tiles }) => tiles.length);
  return { min: Math.min(...counts), max: Math.max(...counts) };
}

/** When a tile was last seen to go, to the moment; undefined when it was never there, or still is. */
export function goneAtMs(snapshots: readonly TileSnapshot[], matches: (tile: Tile) => boolean): number | undefined {
  const lastIndex = snapshots.findLastIndex(({ tiles }) => tiles.some(matches));
  return lastIndex < 0 ? undefined : snapshots[lastIndex + 1]?.atMs;
}

export function listSeenParticipants(snapshots: readonly TileSnapshot[]): string[] {
  return [...new Set(snapshots.flatMap(({ tiles }) => tiles.map(({ participant }) => participant)))];
}
