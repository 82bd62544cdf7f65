// The network of one page, interrupted by the browser itself: a proxy of our own could not touch the
// packets of peer connections.
import type { CDPSession, Page } from "playwright-core";

/** A latency of 1 ms makes the conditions apply to peer connections that are made later. */
const undisturbed = { offline: false, latency: 1, downloadThroughput: -1, uploadThroughput: -1 };

export interface PageNetwork {
  /** Packets of peer connections are lost; requests pass. */
  dropPackets(): Promise<void>;
  /** Nothing passes, and the browser knows. */
  goOffline(): Promise<void>;
  restore(): Promise<void>;
}

/** Call this before the page makes a peer connection: only later ones obey. */
export async function controlNetwork(page: Page): Promise<PageNetwork> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", undisturbed);
  const set = async (conditions: object) => {
    await session.send("Network.emulateNetworkConditions", { ...undisturbed, ...conditions });
  };
  return {
    dropPackets: () => set({ packetLoss: 100 }),
    goOffline: () => set({ offline: true }),
    restore: () => set({ packetLoss: 0 }),
  };
}
