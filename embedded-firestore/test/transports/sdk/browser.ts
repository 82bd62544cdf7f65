// Chromium with the JS SDK in each page. Each page uses its own host name, because browsers open at
// most six connections to a host, and a page that listens and writes holds two.
import { createServer, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { BrowserContext, Page } from "playwright-core";
import { launchChromium } from "../../../../scripts/system/browsers/launch-chromium.ts";
import { createEventLog, type EventLog } from "./listener.ts";
import type { ListenEvent, TestClient } from "./test-client.ts";
import type { Settled, WebClient, WebConnectOptions } from "./web-client.ts";

/** Pages are reused: loading the SDK is most of what a new one costs. */
const MAX_IDLE_PAGES = 4;

export interface TestBrowser {
  /** Without a host, the page reaches the port by its own name: `t1.localhost` and so on. */
  openPage(options: Omit<WebConnectOptions, "host"> & { host?: string }): Promise<BrowserClient>;
  close(): Promise<void>;
}

export interface BrowserClient extends TestClient {
  readonly page: Page;
  /**
   * Fast-forwards the page's timers until the promise settles. The SDK waits 5 to 15 s before it
   * retries.
   */
  hurry<T>(until: Promise<T>): Promise<T>;
  goOffline(): Promise<void>;
  goOnline(): Promise<void>;
}

/** A page with the SDK. It has one client at a time. */
interface ClientPage {
  readonly host: string;
  connect(options: WebConnectOptions): Promise<BrowserClient>;
  close(): Promise<void>;
}

/** Globals that the bundle and `openPage` define in the page. */
declare const globalThis: {
  connectWebClient(options: WebConnectOptions): WebClient;
  settle<T>(promise: Promise<T>): Promise<Settled<T>>;
  client: WebClient;
  report(listenerId: number, event: ListenEvent): void;
  stops: (() => void)[];
};

let shared: Promise<TestBrowser> | undefined;

/** The browser of all suites: launched when first needed, closed after the last test. */
export function useBrowser(): Promise<TestBrowser> {
  return (shared ??= launchBrowser());
}

after(async () => {
  await (await shared)?.close();
});

async function launchBrowser(): Promise<TestBrowser> {
  const script = await bundleClient();
  const site = createServer((request, response) => {
    const isScript = request.url === "/client.js";
    response.setHeader("Content-Type", isScript ? "text/javascript; charset=utf-8" : "text/html; charset=utf-8");
    response.end(isScript ? script : '<!doctype html><title>page</title><script src="/client.js"></script>');
  });
  site.listen(0, "127.0.0.1");
  await once(site, "listening");
  const browser = await launchChromium();
  // The pages of one context share their connections, like the tabs of a user.
  const context = await browser.newContext();
  await context.clock.install();
  const idle: ClientPage[] = [];
  let pages = 0;
  return {
    async openPage(options) {
      const page = idle.pop() ?? (await openPage(context, site, `t${(pages += 1)}.localhost`));
      const client = await page.connect({ host: page.host, ...options });
      return {
        ...client,
        async close() {
          await client.close();
          if (idle.length < MAX_IDLE_PAGES) idle.push(page);
          else await page.close();
        },
      };
    },
    async close() {
      await browser.close();
      site.closeAllConnections();
      site.close();
    },
  };
}

async function bundleClient(): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL("./web-client.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "webClient",
    footer: { js: "Object.assign(globalThis, webClient);" },
    platform: "browser",
    logLevel: "silent",
  });
  return result.outputFiles[0]?.text ?? "";
}

async function openPage(context: BrowserContext, site: Server, host: string): Promise<ClientPage> {
  const page = await context.newPage();
  const logs: EventLog[] = [];
  await page.exposeFunction("report", (listenerId: number, event: ListenEvent) => logs[listenerId]?.push(event));
  await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
  return {
    host,
    async connect(options) {
      await page.evaluate((given) => {
        globalThis.client = globalThis.connectWebClient(given);
        globalThis.stops = [];
      }, options);
      return createBrowserClient(page, logs);
    },
    close: () => page.close(),
  };
}

function createBrowserClient(page: Page, logs: EventLog[]): BrowserClient {
  return {
    page,
    get: (path) => unwrap(page.evaluate((given) => globalThis.settle(globalThis.client.get(given)), path)),
    write: (operations) =>
      unwrap(page.evaluate((given) => globalThis.settle(globalThis.client.write(given)), operations)),
    query: (spec) => unwrap(page.evaluate((given) => globalThis.settle(globalThis.client.query(given)), spec)),
    count: (spec) => unwrap(page.evaluate((given) => globalThis.settle(globalThis.client.count(given)), spec)),
    addInTransaction: (...args) =>
      unwrap(page.evaluate((given) => globalThis.settle(globalThis.client.addInTransaction(...given)), args)),
    async listen(target) {
      const log = createEventLog();
      const listenerId = logs.push(log) - 1;
      await page.evaluate(
        ([id, given]) => {
          globalThis.stops[id] = globalThis.client.subscribe(given, (event) => globalThis.report(id, event));
        },
        [listenerId, target] as const,
      );
      return log.listener(() => page.evaluate((id) => globalThis.stops[id]?.(), listenerId));
    },
    async hurry(until) {
      let isSettled = false;
      const settled = (): void => void (isSettled = true);
      until.then(settled, settled);
      while (!isSettled) await page.clock.fastForward(500);
      return until;
    },
    goOffline: () => page.evaluate(() => globalThis.client.goOffline()),
    goOnline: () => page.evaluate(() => globalThis.client.goOnline()),
    close: () => page.evaluate(() => globalThis.client.close()),
  };
}

/** An error would lose its code on the way out of the page, so it travels as a value. */
async function unwrap<T>(settling: Promise<Settled<T>>): Promise<T> {
  const settled = await settling;
  if ("value" in settled) return settled.value;
  throw Object.assign(new Error(settled.message), { code: settled.code });
}
