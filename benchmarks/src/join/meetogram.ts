// meetogram itself, through every real part: a room made by Go, a second person in the lobby, the click on Connect.
import { openVisitor } from "../browser.ts";
import { startDelayProxy } from "../delay-proxy.ts";
import { findFreePorts } from "../../../scripts/system/ports.ts";
import { startSystem } from "../../../scripts/system/start-system.ts";
import type { Candidate } from "./candidate.ts";
import { installStopwatch, readStopwatch } from "./stopwatch.ts";

/** `delayMs` is added each way to every message between a page and Firestore. */
export async function createMeetogram(delayMs: number): Promise<Candidate> {
  const ports = await findFreePorts();
  const proxy = await startDelayProxy(ports.firestore, delayMs);
  const system = await startSystem({ ports, pagePorts: { firestore: proxy.port } });
  return {
    name: `meetogram, Firestore ${delayMs} ms away`,
    async measure(browser) {
      const [host, joiner] = [await openVisitor(browser, system.url), await openVisitor(browser, system.url)];
      try {
        await host.page.goto(system.url);
        await host.page.getByTestId("go").click();
        await host.page.getByTestId("connect").click();
        await host.page.getByTestId("call").waitFor();
        await joiner.page.addInitScript(installStopwatch, '[data-testid="tile"] video');
        await joiner.page.goto(host.page.url());
        await joiner.page.getByTestId("connect").waitFor();
        // As a person does: a look at the preview, then the click.
        await joiner.page.waitForTimeout(2_000 + 8 * delayMs);
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
