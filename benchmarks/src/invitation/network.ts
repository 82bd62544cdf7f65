// A visitor on 4G, with the figures of the preset "Fast 4G" of Chrome's developer tools, set
// through the same protocol. Its latency only holds back answers: requests reach their server
// immediately, data pushed over an open response arrives immediately, and the server's own time
// hides behind the latency. So each port is also behind a proxy that delays every message by half
// the latency.
import type { Page } from "playwright-core";
import { startDelayProxy, type DelayProxy } from "../delay-proxy.ts";

/**
 * The latency is a round trip of 60 ms times 2.75: the factor stands for the handshakes that this
 * throttling leaves out. The rates are 90 % of the nominal ones.
 */
export const fast4G = {
  latencyMs: 60 * 2.75,
  downloadBytesPerSecond: ((9 * 1_000_000) / 8) * 0.9,
  uploadBytesPerSecond: ((1.5 * 1_000_000) / 8) * 0.9,
} as const;

/**
 * Call it before the page's first request. It also applies to WebRTC, whose packets are delayed
 * each way: by half the latency, so that a round trip between two people takes as long as one to a
 * server behind its proxy.
 */
export async function throttle(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: fast4G.latencyMs / 2,
    downloadThroughput: fast4G.downloadBytesPerSecond,
    uploadThroughput: fast4G.uploadBytesPerSecond,
    connectionType: "cellular4g",
  });
}

export interface DelayedNetwork {
  readonly ports: Record<"hosting" | "auth" | "firestore", number>;
  close(): Promise<void>;
}

/** The ports that a page uses, each behind a proxy with half the latency each way. */
export async function startDelayedNetwork(ports: DelayedNetwork["ports"]): Promise<DelayedNetwork> {
  const delayMs = fast4G.latencyMs / 2;
  const open = (port: number): Promise<DelayProxy> => startDelayProxy(port, delayMs);
  const [hosting, auth, firestore] = await Promise.all([open(ports.hosting), open(ports.auth), open(ports.firestore)]);
  return {
    ports: { hosting: hosting.port, auth: auth.port, firestore: firestore.port },
    close: async () => void (await Promise.all([hosting, auth, firestore].map((proxy) => proxy.close()))),
  };
}
