// The Chromium of all benchmarks: fake devices at 30 frames/s, and a context of its own for each
// participant.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { fakeDevices, launchChromium } from "../../scripts/system/browsers/launch-chromium.ts";

export function launchBrowser(): Promise<Browser> {
  return launchChromium(fakeDevices(30));
}

export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
}

/** A page in a context of its own, with camera and microphone granted to the origin. */
export async function openVisitor(
  browser: Browser,
  origin: string,
  // The site's shell is kept once, 20 s after a first visit. In a short measurement that would
  // weigh too much.
  { serviceWorkers = "block" }: Pick<BrowserContextOptions, "serviceWorkers"> = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    locale: "en-US",
    viewport: { width: 960, height: 640 },
    serviceWorkers,
  });
  await context.grantPermissions(["camera", "microphone"], { origin });
  // tsx names functions with a helper that pages do not have.
  await context.addInitScript("globalThis.__name ??= (target) => target");
  return { context, page: await context.newPage() };
}
