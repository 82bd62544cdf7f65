// Real Chromium for the suites: one browser for each suite, one context for each participant (two
// pages of one context throttle each other), and an empty page on loopback with the bundle under
// test.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchChromium } from "../../../../scripts/system/browsers/launch-chromium.ts";

const launchArguments = ["--autoplay-policy=no-user-gesture-required", "--auto-accept-this-tab-capture"];

export interface TestBrowser {
  readonly origin: string;
  readonly browser: Browser;
  openPage(options?: { permissions?: string[]; beforeScript?: (page: Page) => Promise<void> }): Promise<OpenedPage>;
  /** Loads the page again after a navigation. */
  prepare(page: Page): Promise<void>;
  close(): Promise<void>;
}

export interface OpenedPage {
  readonly page: Page;
  readonly context: BrowserContext;
}

/** `entry` is the URL of a module beside the suite. */
export async function openBrowser(entry: URL, devices = "fps=15"): Promise<TestBrowser> {
  const bundled = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    sourcemap: "inline",
  });
  const script = bundled.outputFiles[0]?.text ?? "";
  const server = await listen(script);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await launchChromium(...launchArguments, `--use-fake-device-for-media-stream=${devices}`);

  async function prepare(page: Page) {
    await page.goto(origin);
    await page.addScriptTag({ url: "/page.js", type: "module" });
  }

  return {
    origin,
    browser,
    prepare,
    async openPage({ permissions = ["camera", "microphone"], beforeScript } = {}) {
      const context = await browser.newContext();
      await context.grantPermissions(permissions, { origin });
      const page = await context.newPage();
      await beforeScript?.(page);
      await prepare(page);
      return { page, context };
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

async function listen(script: string): Promise<Server> {
  const server = createServer((request, response) => {
    const isScript = request.url === "/page.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(
      isScript ? script : "<!doctype html><meta charset=utf-8><title>test</title><link rel=icon href=data:,>",
    );
  });
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return server;
}

/**
 * Asks every 50 ms, or less often where the answer takes long: each question is work for the page.
 * On giving up, the error names what it waited for.
 */
export async function waitUntil<T>(what: string, ask: () => Promise<T> | T, withinMs = 60_000): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const askedAt = performance.now();
    const answer = await ask();
    if (answer) return answer;
    const now = performance.now();
    if (now > deadline) throw new Error(`Waited ${withinMs} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, Math.max(50, 3 * (now - askedAt))));
  }
}
