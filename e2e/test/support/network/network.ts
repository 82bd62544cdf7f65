// The network of one page, as its browser emulates it. A proxy of our own could not touch the
// packets of peer connections.
import type { CDPSession, Page } from "playwright-core";

/** Without this latency, the conditions do not apply to later peer connections. */
const undisturbed = { offline: false, latency: 1, downloadThroughput: -1, uploadThroughput: -1 };

const slowBytesPerSecond = 100_000 / 8;

export interface PageNetwork {
  /** Drops the packets of peer connections. Requests pass. */
  dropPackets(): Promise<void>;
  /** Nothing passes, and the browser knows that it is offline. */
  goOffline(): Promise<void>;
  /** 100 kbit/s in each direction, for packets of peer connections, too. */
  slowDown(): Promise<void>;
  restore(): Promise<void>;
}

/** Call it before the page creates peer connections. It controls only later ones. */
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
    slowDown: () => set({ downloadThroughput: slowBytesPerSecond, uploadThroughput: slowBytesPerSecond }),
    restore: () => set({ packetLoss: 0 }),
  };
}
