// One Chromium with fake devices for all journeys. Each person has a browser context of their own,
// and is therefore a participant of their own.
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { fakeDevices, launchChromium } from "../../../scripts/system/launch-chromium.ts";
import { watchConnections } from "./connections.ts";
import { defaultCapMs } from "./eventually.ts";
import { getSystem } from "./system.ts";

let launching: Promise<Browser> | null = null;

function getBrowser(): Promise<Browser> {
  return (launching ??= launchChromium(fakeDevices()));
}

export async function closeBrowser(): Promise<void> {
  await (await launching)?.close();
}

export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The origin at which this person's browser opens the client. */
  readonly origin: string;
  /** The URL of every request that the person's browser has made. */
  readonly requests: string[];
  /** What the page threw, and violations of its Content-Security-Policy. */
  readonly errors: string[];
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

export async function openPerson({
  hasDevices = true,
  isAudioUnprocessed = true,
  ...options
}: PersonOptions = {}): Promise<Person> {
  const { browser, origin = (await getSystem()).url, ...contextOptions } = options;
  const context = await (browser ?? (await getBrowser())).newContext({
    locale: "en-US",
    // As small as the desktop layout allows: drawing is much of the work.
    viewport: { width: 848, height: 480 },
    // Keeps the squares of the start screen still. Without a GPU, a CPU draws each of their frames.
    reducedMotion: "reduce",
    ...contextOptions,
  });
  if (hasDevices) await context.grantPermissions(["camera", "microphone"], { origin });
  // tsx names functions with a helper that a page does not have.
  await context.addInitScript("globalThis.__name ??= (target) => target");
  await context.addInitScript(watchConnections);
  if (isAudioUnprocessed) await context.addInitScript(chooseUnprocessedAudio);
  const page = await context.newPage();
  page.setDefaultTimeout(defaultCapMs);
  const requests: string[] = [];
  const errors: string[] = [];
  context.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => errors.push(error.stack ?? error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && message.text().includes("Content Security Policy")) errors.push(message.text());
  });
  return { page, context, origin, requests, errors };
}

function chooseUnprocessedAudio(): void {
  const choice = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
  localStorage.setItem("sound", JSON.stringify(choice));
}

/** Runs the body with another Chromium: for faults of a whole browser, or for other switches. */
export async function withBrowser<T>(switches: readonly string[], body: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await launchChromium(...switches);
  try {
    return await body(browser);
  } finally {
    await browser.close();
  }
}

/** Saves what each person sees when a journey has failed: e2e/screenshots/{number}.png. */
async function takeScreenshots(people: readonly Person[]): Promise<void> {
  const folder = fileURLToPath(new URL("../../screenshots/", import.meta.url));
  for (const [index, { page, errors }] of people.entries()) {
    if (errors.length > 0) process.stderr.write(`Person ${index}: ${errors.join("\n")}\n`);
    await page.screenshot({ path: `${folder}${index}.png` }).catch(() => {});
  }
}

/**
 * Runs the body with new people. Closes their pages in any case: open ones keep the devices busy.
 */
export async function withPeople<T>(
  wanted: number | readonly PersonOptions[],
  body: (...people: Person[]) => Promise<T>,
): Promise<T> {
  const people: Person[] = [];
  const options = typeof wanted === "number" ? Array.from({ length: wanted }, () => ({})) : wanted;
  try {
    for (const personOptions of options) people.push(await openPerson(personOptions));
    return await body(...people);
  } catch (error) {
    await takeScreenshots(people);
    throw error;
  } finally {
    await Promise.all(people.map(({ context }) => context.close()));
  }
}
