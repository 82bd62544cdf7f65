// A person on 4G: the figures of the preset "Fast 4G" of Chrome's developer tools, set through the same protocol. By themselves they
// hold back answers only: a request reaches its server at once, what a server pushes over an open answer comes at once, and a
// server's own time hides behind the latency. So every port is also put behind a line that delays each message by half of it.
import type { Page } from "playwright-core";
import { startDelayProxy, type DelayProxy } from "../delay-proxy.ts";

/** 60 ms of round trip times 2.75, which stands for the handshakes that this kind of throttling leaves out; 90 % of the nominal rate. */
export const fast4G = {
  latencyMs: 60 * 2.75,
  downloadBytesPerSecond: ((9 * 1_000_000) / 8) * 0.9,
  uploadBytesPerSecond: ((1.5 * 1_000_000) / 8) * 0.9,
} as const;

/** Before the page's first request; WebRTC is held to it too (its packets are delayed by the latency each way). */
export async function throttle(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: fast4G.latencyMs,
    downloadThroughput: fast4G.downloadBytesPerSecond,
    uploadThroughput: fast4G.uploadBytesPerSecond,
    connectionType: "cellular4g",
  });
}

export interface DelayedNetwork {
  readonly ports: Record<"hosting" | "auth" | "firestore", number>;
  close(): Promise<void>;
}

/** The ports a page uses, each behind a line with half the latency each way. */
export async function startDelayedNetwork(ports: DelayedNetwork["ports"]): Promise<DelayedNetwork> {
  const delayMs = fast4G.latencyMs / 2;
  const open = (port: number): Promise<DelayProxy> => startDelayProxy(port, delayMs);
  const [hosting, auth, firestore] = await Promise.all([open(ports.hosting), open(ports.auth), open(ports.firestore)]);
  return {
    ports: { hosting: hosting.port, auth: auth.port, firestore: firestore.port },
    close: async () => void (await Promise.all([hosting, auth, firestore].map((proxy) => proxy.close()))),
  };
}
