// PeerJS with its own server on loopback, with the same signalling delay as every other contender.
import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import type { Server } from "node:http";
import { PeerServer } from "peer";
import { openVisitor } from "../browser.ts";
import { startDelayProxy } from "../delay-proxy.ts";
import type { CaptureSize } from "../../../scripts/system/browsers/limit-capture.ts";
import { servePage } from "../pages/serve-page.ts";
import type { Contender } from "./contender.ts";
import { installStopwatch, readStopwatch } from "./stopwatch.ts";

function startPeerServer(): Promise<Server> {
  return new Promise((resolve) => {
    PeerServer({ port: 0, host: "127.0.0.1", path: "/" }, (server) => resolve(server as Server));
  });
}

export async function createPeerJs(delayMs: number, { width, height }: CaptureSize): Promise<Contender> {
  const served = await servePage("peerjs.ts");
  const server = await startPeerServer();
  const proxy = await startDelayProxy((server.address() as AddressInfo).port, delayMs);
  return {
    name: "PeerJS",
    async measure(browser) {
      const [host, joiner] = [await openVisitor(browser, served.url), await openVisitor(browser, served.url)];
      const [hostID, joinerID] = [randomUUID(), randomUUID()];
      try {
        await joiner.page.addInitScript(installStopwatch, "video");
        const base = `${served.url}/?port=${proxy.port}&width=${width}&height=${height}`;
        await host.page.goto(`${base}&id=${hostID}&remote=${joinerID}`);
        await joiner.page.goto(`${base}&id=${joinerID}&remote=${hostID}`);
        for (const { page } of [host, joiner]) await page.waitForSelector("[data-ready]", { state: "attached" });
        await joiner.page.waitForTimeout(500);
        await joiner.page.click("#join");
        return await readStopwatch(joiner.page);
      } finally {
        await Promise.all([host.context.close(), joiner.context.close()]);
      }
    },
    async close() {
      await proxy.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await served.close();
    },
  };
}
