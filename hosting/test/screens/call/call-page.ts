// The call screen in a real Chromium, built from its sources, among people who are nowhere.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { fakeDevices, launchChromium } from "../../../../scripts/system/browsers/launch-chromium.ts";
import "../../../gallery/nowhere/driver.ts";
import { crowd, type TestPerson } from "../../../gallery/nowhere/people.ts";
import { serveGallery } from "../../gallery/serve-gallery.ts";

type BeforeScripts = (() => void) | string;

export interface CallPages {
  /** A page with nobody else in the call. `beforeScripts`: a function, or the text of a script. */
  open(options?: BrowserContextOptions, beforeScripts?: BeforeScripts): Promise<Page>;
  /** Another page of the same browser. */
  openAnother(page: Page): Promise<Page>;
  close(): Promise<void>;
}

/** `cameras`: of each page. */
export async function openCallPages({ cameras = 1 } = {}): Promise<CallPages> {
  const server = await serveGallery();
  const origin = `http://127.0.0.1:${server.port}`;
  const browser: Browser = await launchChromium(
    `${fakeDevices()},device-count=${cameras}`,
    "--auto-accept-this-tab-capture",
  );

  async function openIn(context: BrowserContext, beforeScripts: BeforeScripts = () => {}): Promise<Page> {
    const opened = await context.newPage();
    // tsx names functions with a helper that a page does not have.
    await opened.addInitScript("globalThis.__name ??= (target) => target");
    await opened.addInitScript(beforeScripts);
    // Vue logs what its components throw.
    const failing = new Promise<never>((_resolve, reject) => {
      opened.once("pageerror", reject);
      opened.on("console", (message) => message.type() === "error" && reject(new Error(message.text())));
    });
    await opened.goto(origin);
    await Promise.race([opened.getByTestId("call").waitFor(), failing]);
    return opened;
  }

  return {
    async open(options = {}, beforeScripts: BeforeScripts = () => {}) {
      const context = await browser.newContext({ locale: "en-US", reducedMotion: "reduce", ...options });
      if (options.permissions === undefined) await context.grantPermissions(["camera", "microphone"], { origin });
      return openIn(context, beforeScripts);
    },
    openAnother: (page) => openIn(page.context()),
    async close() {
      await browser.close();
      server.close();
    },
  };
}

export { crowd };

/** Resolves when everybody's picture has arrived and the tiles rest. */
export async function show(target: Page, people: readonly TestPerson[]): Promise<void> {
  await target.evaluate((shown) => window.testCall.show(shown), people);
  await target.waitForFunction((count) => {
    const videos = [...document.querySelectorAll<HTMLVideoElement>('[data-testid="tile"] video')];
    return videos.length === count && videos.every(({ videoWidth }) => videoWidth > 0);
  }, people.length);
  await target.evaluate(() => window.testCall.settle());
}
