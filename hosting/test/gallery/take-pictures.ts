// Takes pictures of scenes in a real Chromium in which nothing depends on the machine: no device,
// no clock, no font of the system.
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../../../scripts/system/browsers/launch-chromium.ts";
import { formatLook } from "../../gallery/address.ts";
import type { Scene } from "../../gallery/scene.ts";
import type { PictureView } from "./picture-plan.ts";
import { serveGallery } from "./serve-gallery.ts";

/** Without a port: links are in the pictures. It counts as secure. */
const host = "meetogram.localhost";

export interface Photographer {
  /** Opens the scene. What its page throws fails `take`. */
  open(scene: Scene, view: PictureView): Promise<void>;
  take(): Promise<Buffer>;
  close(): Promise<void>;
}

export async function openPhotographer(): Promise<Photographer> {
  const server = await serveGallery();
  const browser: Browser = await launchChromium(
    `--host-resolver-rules=MAP ${host}:80 127.0.0.1:${server.port}`,
    "--font-render-hinting=none",
    "--disable-lcd-text",
    "--force-color-profile=srgb",
    // A scene has nobody who presses.
    "--autoplay-policy=no-user-gesture-required",
  );
  const pages = new Map<PictureView, Page>();
  let faults: string[] = [];
  let shown: { page: Page; scene: Scene } | null = null;

  async function openPage({ viewport, isPhone, lang, theme }: PictureView): Promise<Page> {
    const context = await browser.newContext({
      viewport,
      deviceScaleFactor: 1,
      hasTouch: isPhone,
      isMobile: isPhone,
      locale: lang,
      timezoneId: "UTC",
      colorScheme: theme,
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    page.on("pageerror", (error) => faults.push(error.stack ?? error.message));
    // Vue logs what its components throw.
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    return page;
  }

  return {
    async open(scene, view) {
      const page = pages.get(view) ?? (await openPage(view));
      pages.set(view, page);
      faults = [];
      const look = { scene: scene.name, lang: view.lang, theme: view.theme, isReduced: false, isPinned: true };
      await page.goto(`http://${host}${formatLook(look)}`);
      const state = await page.waitForFunction(() => document.documentElement.dataset["scene"], null, {
        timeout: 20_000,
      });
      const words = await state.jsonValue();
      if (words !== "ready") throw new Error(words);
      shown = { page, scene };
    },
    async take() {
      if (shown === null) throw new Error("No scene is open");
      if (faults.length > 0) throw new Error(faults.join("\n"));
      const { page, scene } = shown;
      return page.screenshot({ animations: "disabled", fullPage: scene.isLong === true });
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
