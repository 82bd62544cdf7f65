// One Chromium with fake devices for all journeys, and the browser contexts of people in it.
import type { Browser, BrowserContextOptions } from "playwright-core";
import type { PageInContext } from "../../../scripts/system/browsers/context-pool.ts";
import { fakeDevices, launchChromium } from "../../../scripts/system/browsers/launch-chromium.ts";
import { watchConnections } from "./connections.ts";
import { defaultCapMs } from "./eventually.ts";

export const devicePermissions = ["camera", "microphone"];

let launching: Promise<Browser> | null = null;

function getBrowser(): Promise<Browser> {
  return (launching ??= launchChromium(fakeDevices()));
}

export async function closeBrowser(): Promise<void> {
  await (await launching)?.close();
}

export interface PersonOptions extends BrowserContextOptions {
  readonly hasDevices?: boolean;
  /** False keeps echo cancellation and the like, which are much of the work of a call. */
  readonly isAudioUnprocessed?: boolean;
  /** A browser for this person alone, where a fault of it would affect everybody. */
  readonly browser?: Browser;
  /** The origin of the client, where it is behind a proxy. */
  readonly origin?: string;
}

export async function openContext({
  hasDevices = true,
  isAudioUnprocessed = true,
  browser,
  origin,
  ...contextOptions
}: PersonOptions & { readonly origin: string }): Promise<PageInContext> {
  const context = await (browser ?? (await getBrowser())).newContext({
    locale: "en-US",
    // As small as the desktop layout allows: drawing is much of the work.
    viewport: { width: 848, height: 480 },
    // Keeps the squares of the start screen still. Without a GPU, a CPU draws each of their frames.
    reducedMotion: "reduce",
    // Only the tests about it have one: it would outlive its test.
    serviceWorkers: "block",
    ...contextOptions,
  });
  if (hasDevices) await context.grantPermissions(devicePermissions, { origin });
  // tsx names functions with a helper that a page does not have.
  await context.addInitScript("globalThis.__name ??= (target) => target");
  await context.addInitScript(watchConnections);
  if (isAudioUnprocessed) await context.addInitScript(chooseUnprocessedAudio);
  const page = await context.newPage();
  page.setDefaultTimeout(defaultCapMs);
  return { context, page };
}

/** Runs in the page before its scripts. */
export function chooseUnprocessedAudio(): void {
  // Firefox runs it in the empty first page too, which has no storage.
  if (origin === "null") return;
  const choice = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
  localStorage.setItem("sound", JSON.stringify(choice));
}
