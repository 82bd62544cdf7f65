// People in one room of meetogram, with every part real.
import type { Page } from "playwright-core";
import { findFreePorts } from "../../../scripts/system/ports.ts";
import { openVisitor } from "../browser.ts";
import type { Build } from "../builds.ts";
import { limitCapture } from "../../../scripts/system/browsers/limit-capture.ts";
import type { Capture, Gathering } from "./gathering.ts";
import { readLinks } from "./links.ts";
import { prepareContext } from "./prepare-context.ts";

/**
 * Waits in the lobby, as a person looks at the preview. Peers not connected by then connect after
 * the click, and that is measured.
 */
async function waitUntilConnected(page: Page, peers: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if ((await readLinks(page)).length >= peers) return;
    await page.waitForTimeout(100);
  }
}

/** Writes a message, raises a hand and leaves the chat open. */
async function takePart(page: Page): Promise<void> {
  await page.keyboard.press("Alt+KeyH");
  await page.getByTestId("chat").click();
  await page.getByTestId("chat-field").fill("Hello");
  await page.keyboard.press("Enter");
}

/** `isTakingPart`: people write and raise hands too. */
export async function createMeetogramGathering(
  build: Build,
  capture: Capture,
  { isTakingPart = false } = {},
): Promise<Gathering> {
  const system = await build.startSystem({ ports: await findFreePorts() });
  return {
    name: isTakingPart ? `${build.name}, with chat and hands` : build.name,
    async open(browser, inside) {
      const { page, context } = await openVisitor(browser, system.url);
      await prepareContext(context, '[data-testid="tile"] video');
      await context.addInitScript(limitCapture, capture);
      const first = inside[0];
      await page.goto(first?.url() ?? system.url);
      if (first === undefined) await page.getByTestId("go").click();
      await page.getByTestId("connect").waitFor();
      if (inside.length >= capture.speaking) await page.getByTestId("toggle-microphone").click();
      await waitUntilConnected(page, inside.length);
      return page;
    },
    async enter(page) {
      await page.getByTestId("connect").click();
      await page.getByTestId("call").waitFor({ timeout: 60_000 });
      if (isTakingPart) await takePart(page);
    },
    close: () => system.stop(),
  };
}
