// The people of a journey. Each has a browser context of their own, and is therefore a participant
// of their own. Contexts are cleaned and used again from test to test.
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import {
  createContextPool,
  type ContextPool,
  type PageInContext,
} from "../../../scripts/system/browsers/context-pool.ts";
import { launchChromium } from "../../../scripts/system/browsers/launch-chromium.ts";
import { devicePermissions, openContext, type PersonOptions } from "./contexts.ts";
import { getSystem } from "./system.ts";

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

export function createPerson({ context, page }: PageInContext, origin: string): Person {
  const requests: string[] = [];
  const errors: string[] = [];
  context.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => errors.push(error.stack ?? error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && message.text().includes("Content Security Policy")) errors.push(message.text());
  });
  return { page, context, origin, requests, errors };
}

/** Opens a person with a context of their own. The caller closes the context. */
export async function openPerson(options: PersonOptions = {}): Promise<Person> {
  const { origin = (await getSystem()).url } = options;
  return createPerson(await openContext({ ...options, origin }), origin);
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

let pool: ContextPool | null = null;

async function getPool(): Promise<ContextPool> {
  const { url } = await getSystem();
  return (pool ??= createContextPool({
    origin: url,
    blankPath: "/config.json",
    permissions: devicePermissions,
    open: () => openContext({ origin: url }),
  }));
}

interface GuestOptions extends PersonOptions {
  /** True for a test of what is loaded: nothing is in the HTTP cache. */
  readonly isFirstVisit?: boolean;
}

interface Guest {
  readonly person: Person;
  end(hasFailed: boolean): Promise<void>;
}

/** A person without options gets a context that an earlier test may have used. */
async function invite({ isFirstVisit = false, ...options }: GuestOptions): Promise<Guest> {
  if (isFirstVisit || Object.keys(options).length > 0) {
    const person = await openPerson(options);
    return { person, end: () => person.context.close() };
  }
  const lease = await (await getPool()).take();
  return { person: createPerson(lease, (await getSystem()).url), end: lease.release };
}

/**
 * Runs the body with new people. They leave their pages in any case: open ones keep the devices
 * busy.
 */
export async function withPeople<T>(
  wanted: number | readonly GuestOptions[],
  body: (...people: Person[]) => Promise<T>,
): Promise<T> {
  const guests: Guest[] = [];
  const people = () => guests.map(({ person }) => person);
  const options = typeof wanted === "number" ? Array.from({ length: wanted }, () => ({})) : wanted;
  let hasFailed = true;
  try {
    for (const personOptions of options) guests.push(await invite(personOptions));
    const result = await body(...people());
    hasFailed = false;
    return result;
  } catch (error) {
    await takeScreenshots(people());
    throw error;
  } finally {
    await Promise.all(guests.map(({ end }) => end(hasFailed)));
  }
}
