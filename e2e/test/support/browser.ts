// One Chromium with fake devices for all journeys; a context of its own for each participant, as for each person.
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
  /** Where this person's browser finds the client. */
  readonly origin: string;
  /** Every address that the person's browser has asked for. */
  readonly requests: string[];
  /** Errors of the page: what it threw, and violations of its Content-Security-Policy. */
  readonly errors: string[];
}

export interface PersonOptions extends BrowserContextOptions {
  readonly hasDevices?: boolean;
  /** Has chosen to have the sound left as it is: its processing is a good part of the work when many share a machine. */
  readonly isAudioUnprocessed?: boolean;
  /** One of its own, when the person's fate would be everybody's otherwise. */
  readonly browser?: Browser;
  /** The client behind a line of its own. */
  readonly origin?: string;
}

export async function openPerson({
  hasDevices = true,
  isAudioUnprocessed = false,
  ...options
}: PersonOptions = {}): Promise<Person> {
  const { browser, origin = (await getSystem()).url, ...contextOptions } = options;
  const context = await (browser ?? (await getBrowser())).newContext({
    locale: "en-US",
    // As small as the desktop's layout allows: what is drawn is a good part of the work.
    viewport: { width: 848, height: 480 },
    // Nor do the squares of the start screen float: without a GPU each of their frames is drawn by a processor.
    reducedMotion: "reduce",
    ...contextOptions,
  });
  if (hasDevices) await context.grantPermissions(["camera", "microphone"], { origin });
  // tsx names functions through a helper that a page does not have.
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

/** Runs the body with a Chromium of its own: for what happens to a whole browser, or needs other switches. */
export async function withBrowser<T>(switches: readonly string[], body: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await launchChromium(...switches);
  try {
    return await body(browser);
  } finally {
    await browser.close();
  }
}

/** What each person saw when a journey failed: e2e/screenshots/{number}.png. */
async function takeScreenshots(people: readonly Person[]): Promise<void> {
  const folder = fileURLToPath(new URL("../../screenshots/", import.meta.url));
  for (const [index, { page, errors }] of people.entries()) {
    if (errors.length > 0) process.stderr.write(`Person ${index}: ${errors.join("\n")}\n`);
    await page.screenshot({ path: `${folder}${index}.png` }).catch(() => {});
  }
}

/** Runs the body with people of its own, and closes their browsers whatever happens (left-over ones keep the devices busy). */
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
