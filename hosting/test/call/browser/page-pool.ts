// Pages for participants, used again from test to test: opening a page costs more than most calls.
import type { CDPSession, Page } from "playwright-core";
import type { OpenedPage, TestBrowser } from "./browser.ts";

type Relay = (method: string, ...args: unknown[]) => Promise<void>;

export interface ParticipantPage extends OpenedPage {
  readonly network: CDPSession;
  /** What the page's signalling calls. */
  onRelay: Relay;
}

export const undisturbed = { offline: false, latency: 1, downloadThroughput: -1, uploadThroughput: -1 };

const idlePages = new WeakMap<TestBrowser, ParticipantPage[]>();

async function openParticipantPage(browser: TestBrowser, prepare: (() => void) | undefined): Promise<ParticipantPage> {
  let onRelay: Relay = async () => {};
  const opened = await browser.openPage({
    async beforeScript(page) {
      if (prepare !== undefined) await page.addInitScript(prepare);
      await page.exposeBinding("relay", (_, method: string, ...args: unknown[]) => onRelay(method, ...args));
    },
  });
  // A session of its own, attached before any connection exists: only then do later cuts reach
  // WebRTC.
  const network = await opened.context.newCDPSession(opened.page);
  await network.send("Network.emulateNetworkConditions", undisturbed);
  return {
    ...opened,
    network,
    get onRelay() {
      return onRelay;
    },
    set onRelay(relay) {
      onRelay = relay;
    },
  };
}

/** `prepare` runs in the page before anything else, and makes it a page of its own. */
export async function takePage(browser: TestBrowser, prepare?: () => void): Promise<ParticipantPage> {
  const idle = prepare === undefined ? idlePages.get(browser)?.pop() : undefined;
  if (idle === undefined) return openParticipantPage(browser, prepare);
  await browser.prepare(idle.page);
  return idle;
}

function canBeUsedAgain(page: Page): Promise<boolean> {
  if (page.isClosed()) return Promise.resolve(false);
  // Leaving the test's page ends its connections and devices.
  return page.goto("about:blank").then(
    () => true,
    () => false,
  );
}

export async function releasePage(browser: TestBrowser, page: ParticipantPage, wasPrepared: boolean): Promise<void> {
  page.onRelay = async () => {};
  if (wasPrepared || !(await canBeUsedAgain(page.page))) return page.context.close();
  await page.network.send("Network.emulateNetworkConditions", undisturbed);
  idlePages.set(browser, [...(idlePages.get(browser) ?? []), page]);
}
