// People in Firefox: one browser with fake devices for all journeys, and a context for each person.
import puppeteer, { type Browser, type BrowserContext, type Page } from "puppeteer-core";
import { ensureFirefox } from "../../../../scripts/system/browsers/firefox.ts";
import { chooseUnprocessedAudio } from "../contexts.ts";
import { watchConnections } from "../connections.ts";
import { getSystem } from "../system.ts";
import type { AnyPerson } from "./any-person.ts";
import { createFirefoxPage } from "./firefox-page.ts";

const preferences = {
  "media.navigator.streams.fake": true,
  "media.navigator.permission.disabled": true,
  "media.autoplay.default": 0,
  "media.autoplay.blocking_policy": 0,
  // Names of mDNS do not resolve everywhere.
  "media.peerconnection.ice.obfuscate_host_addresses": false,
  // Nothing is downloaded.
  "media.gmp-manager.updateEnabled": false,
  "dom.serviceWorkers.enabled": false,
  "intl.accept_languages": "en-US, en",
  "ui.prefersReducedMotion": 1,
};

/** A busy machine answers late. */
const answerWaitMs = 120_000;

/** Headless, or with its windows on a display of X11. */
export function launchFirefox(display?: string): Promise<Browser> {
  return puppeteer.launch({
    browser: "firefox",
    executablePath: ensureFirefox(),
    headless: display === undefined,
    ...(display !== undefined && { env: { ...process.env, DISPLAY: display, MOZ_ENABLE_WAYLAND: "0" } }),
    extraPrefsFirefox: preferences,
    defaultViewport: { width: 848, height: 480 },
    timeout: answerWaitMs,
    protocolTimeout: answerWaitMs,
  });
}

let launching: Promise<Browser> | null = null;

function getFirefox(): Promise<Browser> {
  return (launching ??= launchFirefox());
}

export async function closeFirefox(): Promise<void> {
  await (await launching)?.close();
}

export interface FirefoxPerson extends AnyPerson {
  readonly browser: "Firefox";
  /** The same person in another tab. */
  openTab(): Promise<FirefoxPerson>;
}

async function openPage(context: BrowserContext): Promise<Page> {
  // A tab in the background is hidden, and asks nobody for pictures. A window is not.
  const page = await context.newPage({ type: "window" });
  // tsx names functions with a helper that a page does not have.
  await page.evaluateOnNewDocument("globalThis.__name ??= (target) => target");
  await page.evaluateOnNewDocument(watchConnections);
  await page.evaluateOnNewDocument(chooseUnprocessedAudio);
  return page;
}

async function openPerson(context: BrowserContext): Promise<FirefoxPerson> {
  const page = await openPage(context);
  const requests: string[] = [];
  const errors: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => errors.push(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && message.text().includes("Content-Security-Policy")) errors.push(message.text());
  });
  return {
    browser: "Firefox",
    page: createFirefoxPage(page),
    origin: (await getSystem()).url,
    requests,
    errors,
    openTab: () => openPerson(context),
  };
}

/**
 * Runs the body with new people, by default in the browser of all journeys. Their contexts are
 * closed in any case.
 */
export async function withFirefoxPeople<T>(
  count: number,
  body: (...people: FirefoxPerson[]) => Promise<T>,
  launched = getFirefox(),
): Promise<T> {
  const contexts: BrowserContext[] = [];
  try {
    const people: FirefoxPerson[] = [];
    for (let index = 0; index < count; index += 1) {
      const context = await (await launched).createBrowserContext();
      contexts.push(context);
      people.push(await openPerson(context));
    }
    return await body(...people);
  } finally {
    await Promise.all(contexts.map((context) => context.close()));
  }
}
