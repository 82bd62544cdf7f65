// The network of one page, as the browser itself breaks it: what sockets of our own could not do to packets of peer connections.
import type { CDPSession, Page } from "playwright-core";

const calm = { offline: false, latency: 1, downloadThroughput: -1, uploadThroughput: -1 };

export interface Line {
  /** Packets of peer connections vanish; requests pass. */
  cutPackets(): Promise<void>;
  /** Nothing passes, and the browser knows. */
  unplug(): Promise<void>;
  mend(): Promise<void>;
}

/** To be opened before the page makes a peer connection: only those made under it obey it. */
export async function openLine(page: Page): Promise<Line> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", calm);
  const set = async (conditions: object) => {
    await session.send("Network.emulateNetworkConditions", { ...calm, ...conditions });
  };
  return {
    cutPackets: () => set({ packetLoss: 100 }),
    unplug: () => set({ offline: true }),
    mend: () => set({ packetLoss: 0 }),
  };
}
