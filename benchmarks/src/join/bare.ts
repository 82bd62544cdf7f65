// The yardsticks: two pages on a bare peer connection, either connected before the click (the
// floor) or started by it.
import type { Page } from "playwright-core";
import { openVisitor } from "../browser.ts";
import type { CaptureSize } from "../../../scripts/system/browsers/limit-capture.ts";
import { servePage } from "../pages/serve-page.ts";
import type { Contender } from "./contender.ts";
import { installStopwatch, readStopwatch } from "./stopwatch.ts";

interface Bare extends Window {
  prepare(role: "joiner" | "host"): Promise<void>;
  receive(message: string): Promise<void>;
  isReady(): boolean;
}

async function link(from: Page, to: Page, delayMs: number): Promise<void> {
  await from.exposeFunction("sendToRemote", (message: string) => {
    setTimeout(() => {
      void to.evaluate((text) => (window as unknown as Bare).receive(text), message).catch(() => undefined);
    }, delayMs);
  });
}

export async function createBare(isWarm: boolean, delayMs: number, size: CaptureSize): Promise<Contender> {
  const served = await servePage("bare.ts");
  return {
    name: isWarm ? "bare, connected before" : "bare, offer at the click",
    async measure(browser) {
      const [host, joiner] = [await openVisitor(browser, served.url), await openVisitor(browser, served.url)];
      try {
        await link(host.page, joiner.page, delayMs);
        await link(joiner.page, host.page, delayMs);
        await joiner.page.addInitScript(installStopwatch, "video");
        const url = `${served.url}/?width=${size.width}&height=${size.height}${isWarm ? "" : "&cold"}`;
        await Promise.all([host.page.goto(url), joiner.page.goto(url)]);
        await host.page.evaluate(() => (window as unknown as Bare).prepare("host"));
        await joiner.page.evaluate(() => (window as unknown as Bare).prepare("joiner"));
        const isReady = () => joiner.page.evaluate(() => (window as unknown as Bare).isReady());
        while (isWarm && !(await isReady())) await joiner.page.waitForTimeout(50);
        await joiner.page.waitForTimeout(500);
        await joiner.page.click("#join");
        return await readStopwatch(joiner.page);
      } finally {
        await Promise.all([host.context.close(), joiner.context.close()]);
      }
    },
    close: () => served.close(),
  };
}
