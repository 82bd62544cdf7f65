// Makes one page's network bad, by Chromium's own emulation over the DevTools protocol. It acts on
// every packet of peer connections, in both directions of that page. It also delays the answers of
// requests, and limits their rate.
//
// What it cannot show: bursts of loss, jitter, loss of TCP packets (of signalling and of TURN over
// TCP), and a queue that other programs fill. A router would drop the same packets for everybody
// behind it; here each page has a line of its own.
import type { Page } from "playwright-core";
import type { Conditions } from "./conditions.ts";

/** About 2 s of large packets at 100 kbit/s, as a cheap router keeps. */
const queuedPackets = 20;

export interface Shaper {
  set(conditions: Conditions): Promise<void>;
}

/**
 * Call it before the page creates peer connections: it controls only later ones. The rate is not
 * limited before the first `set`, so that the page loads as from a cache.
 */
export async function shape(page: Page, first: Conditions): Promise<Shaper> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const set = async ({ rateKbps, lossPercent, roundTripMs }: Conditions) => {
    const bytesPerSecond = rateKbps === null ? -1 : (rateKbps * 1_000) / 8;
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      // A packet is delayed by this on its way out and on its way in.
      latency: roundTripMs / 2,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
      packetLoss: lossPercent,
      packetQueueLength: queuedPackets,
    });
  };
  await set({ ...first, rateKbps: null });
  return { set };
}
