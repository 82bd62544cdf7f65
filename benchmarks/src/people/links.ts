// What each page receives from each other one, read from its peer connections.
import type { Page } from "playwright-core";
import type { WatchedWindow } from "../../../scripts/system/browsers/watch-connections.ts";

interface VideoStats {
  readonly type: string;
  readonly kind?: string;
  readonly framesDecoded?: number;
  readonly frameHeight?: number;
}

export interface Link {
  readonly framesDecoded: number;
  /** The height of the received video; null before its first frame. */
  readonly heightPx: number | null;
}

/** One per connected peer, in the order of their creation. */
export function readLinks(page: Page): Promise<Link[]> {
  return page.evaluate(async () => {
    const live = ((window as WatchedWindow).connections ?? []).filter((each) => each.connectionState === "connected");
    return Promise.all(
      live.map(async (connection) => {
        const videoStats = ([...(await connection.getStats()).values()] as VideoStats[]).filter(
          ({ type, kind }) => type === "inbound-rtp" && kind === "video",
        );
        return {
          framesDecoded: videoStats.reduce((sum, { framesDecoded = 0 }) => sum + framesDecoded, 0),
          heightPx: videoStats.find(({ frameHeight }) => frameHeight !== undefined)?.frameHeight ?? null,
        };
      }),
    );
  });
}

/** True when everybody receives video from everybody. */
export async function doAllSeeAll(pages: readonly Page[]): Promise<boolean> {
  const all = await Promise.all(pages.map(readLinks));
  return all.every(
    (links) => links.length === pages.length - 1 && links.every(({ framesDecoded }) => framesDecoded > 0),
  );
}
