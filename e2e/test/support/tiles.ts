// Every state of the tiles that a page has shown. A mutation observer sees what polling would miss.
import type { Page } from "playwright-core";

export interface Tile {
  readonly participant: string;
  readonly status: string;
  /** The reason of a silence. Empty without one. */
  readonly text: string;
}

export interface TileSnapshot {
  readonly atMs: number;
  readonly tiles: readonly Tile[];
}

interface Watching extends Window {
  snapshots?: TileSnapshot[];
}

/** Runs in the page, before its scripts or at any later time. */
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

/** Records from now on. The first snapshot is the current state. */
export async function recordTiles(page: Page): Promise<void> {
  await page.evaluate(watchTiles);
}

/** Records from the start of the page. */
export async function recordTilesFromStart(page: Page): Promise<void> {
  await page.addInitScript(watchTiles);
}

export function readTileSnapshots(page: Page): Promise<readonly TileSnapshot[]> {
  return page.evaluate(() => (window as Watching).snapshots ?? []);
}

/** The smallest and the largest number of tiles. */
export function rangeOfTiles(snapshots: readonly TileSnapshot[]): { min: number; max: number } {
  const counts = snapshots.map(({ tiles }) => tiles.length);
  return { min: Math.min(...counts), max: Math.max(...counts) };
}

/**
 * The instant at which such a tile last disappeared. Undefined when there was none, or still is.
 */
export function goneAtMs(snapshots: readonly TileSnapshot[], matches: (tile: Tile) => boolean): number | undefined {
  const lastIndex = snapshots.findLastIndex(({ tiles }) => tiles.some(matches));
  return lastIndex < 0 ? undefined : snapshots[lastIndex + 1]?.atMs;
}

export function listSeenParticipants(snapshots: readonly TileSnapshot[]): string[] {
  return [...new Set(snapshots.flatMap(({ tiles }) => tiles.map(({ participant }) => participant)))];
}
