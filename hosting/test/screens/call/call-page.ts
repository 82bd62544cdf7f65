// The call screen in a real Chromium, built from its sources with the page beside this file.
import { execFile } from "node:child_process";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { fakeDevices, launchChromium } from "../../../../scripts/system/launch-chromium.ts";
import type { TestPerson } from "./page.ts";

type BeforeScripts = (() => void) | string;

export interface CallPages {
  /** A page with nobody else in the call. `beforeScripts`: a function, or the text of a script. */
  open(options?: BrowserContextOptions, beforeScripts?: BeforeScripts): Promise<Page>;
  /** Another page of the same browser. */
  openAnother(page: Page): Promise<Page>;
  close(): Promise<void>;
}

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>call</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css"></head>
<body><div id="app"></div><script type="module" src="/page.js"></script></body></html>`;

async function buildPage(): Promise<Map<string, Buffer>> {
  const script = fileURLToPath(new URL("build-page.ts", import.meta.url));
  // In a process of its own: what loads the tests hides import.meta.glob from Vite.
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", script], { maxBuffer: 2 ** 26 });
  const files = JSON.parse(stdout) as [path: string, base64: string][];
  return new Map(files.map(([path, base64]) => [path, Buffer.from(base64, "base64")]));
}

/** The same for all suites of a run. */
let built: ReturnType<typeof buildPage> | null = null;

/** `cameras`: of each page. */
export async function openCallPages({ cameras = 1 } = {}): Promise<CallPages> {
  const files = await (built ??= buildPage());
  const server: Server = createServer((request, response) => {
    const path = request.url ?? "/";
    const type = path.endsWith(".js") ? "text/javascript" : path.endsWith(".css") ? "text/css" : "text/html";
    response.setHeader("content-type", `${type}; charset=utf-8`);
    response.end(files.get(path) ?? page);
  });
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
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

const names = ["Anna", "Boris", "Clara", "Dmitri", "Elena", "Fedor", "Galina", "Hugo"];

/** People with pictures of 16:9. */
export function crowd(count: number, changes: Readonly<Record<number, Partial<TestPerson>>> = {}): TestPerson[] {
  return names.slice(0, count).map((name, index) => ({ name, width: 320, height: 180, ...changes[index] }));
}

/** Resolves when everybody's picture has arrived and the tiles rest. */
export async function show(target: Page, people: readonly TestPerson[]): Promise<void> {
  await target.evaluate((shown) => window.testCall.show(shown), people);
  await target.waitForFunction((count) => {
    const videos = [...document.querySelectorAll<HTMLVideoElement>('[data-testid="tile"] video')];
    return videos.length === count && videos.every(({ videoWidth }) => videoWidth > 0);
  }, people.length);
  await target.evaluate(() => window.testCall.settle());
}
