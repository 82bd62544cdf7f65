// meetogram itself, with every part real: a room created by Go, a second person in the lobby, the
// click on Connect.
import type { Page } from "playwright-core";
import { openVisitor } from "../browser.ts";
import type { Build } from "../builds.ts";
import { startDelayProxy } from "../delay-proxy.ts";
import { limitCapture, type CaptureSize } from "../../../scripts/system/browsers/limit-capture.ts";
import { findFreePorts } from "../../../scripts/system/ports.ts";
import { watchConnections, type WatchedWindow } from "../../../scripts/system/browsers/watch-connections.ts";
import type { Contender } from "./contender.ts";
import { installStopwatch, readStopwatch } from "./stopwatch.ts";

/**
 * Resolves when a connection from the lobby is up, or after 20 s. In that case the click finds
 * none, and that is measured.
 */
async function waitUntilConnected(page: Page): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const isConnected = () =>
      ((window as WatchedWindow).connections ?? []).some(({ connectionState }) => connectionState === "connected");
    if (await page.evaluate(isConnected)) return;
    await page.waitForTimeout(50);
  }
}

/** `delayMs` is added each way to every message between a page and Firestore. */
export async function createMeetogram(build: Build, delayMs: number, size: CaptureSize): Promise<Contender> {
  const ports = await findFreePorts();
  const proxy = await startDelayProxy(ports.firestore, delayMs);
  const system = await build.startSystem({ ports, pagePorts: { firestore: proxy.port } });
  return {
    name: `${build.name}, Firestore ${delayMs} ms away`,
    async measure(browser) {
      const [host, joiner] = [await openVisitor(browser, system.url), await openVisitor(browser, system.url)];
      try {
        for (const { context } of [host, joiner]) await context.addInitScript(limitCapture, size);
        await host.page.goto(system.url);
        await host.page.getByTestId("go").click();
        await host.page.getByTestId("connect").click();
        await host.page.getByTestId("call").waitFor();
        await joiner.page.addInitScript(watchConnections);
        await joiner.page.addInitScript(installStopwatch, '[data-testid="tile"] video');
        await joiner.page.goto(host.page.url());
        await joiner.page.getByTestId("connect").waitFor();
        // As a person does: a look at the preview, then the click. Both yardsticks are also ready
        // before their click.
        await waitUntilConnected(joiner.page);
        await joiner.page.waitForTimeout(500);
        await joiner.page.getByTestId("connect").click();
        return await readStopwatch(joiner.page);
      } finally {
        await Promise.all([host.context.close(), joiner.context.close()]);
      }
    },
    async close() {
      await system.stop();
      await proxy.close();
    },
  };
}
