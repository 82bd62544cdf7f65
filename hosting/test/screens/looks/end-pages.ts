// The pages at the end of a visit in a real Chromium, built from their sources with the page beside
// this file.
import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { BrowserContextOptions, Page } from "playwright-core";
import { launchChromium } from "../../../../scripts/system/browsers/launch-chromium.ts";

export interface EndPages {
  open(options: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>end</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css"></head>
<body><div class="squares" aria-hidden="true">${"<i></i>".repeat(8)}</div>
<div id="app"></div><script type="module" src="/page.js"></script></body></html>`;

export async function openEndPages(): Promise<EndPages> {
  const builder = fileURLToPath(new URL("../../gallery/build-gallery.ts", import.meta.url));
  const entry = fileURLToPath(new URL("end-page.ts", import.meta.url));
  // In a process of its own: what loads the tests hides import.meta.glob from Vite.
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", builder, entry], {
    maxBuffer: 2 ** 26,
  });
  const files = new Map(
    (JSON.parse(stdout) as [path: string, base64: string][]).map(([path, bytes]) => [
      path,
      Buffer.from(bytes, "base64"),
    ]),
  );
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    const type = path.endsWith(".js") ? "text/javascript" : path.endsWith(".css") ? "text/css" : "text/html";
    response.setHeader("content-type", `${type}; charset=utf-8`);
    response.end(files.get(path) ?? html);
  });
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const browser = await launchChromium();

  return {
    async open(options) {
      const context = await browser.newContext({ reducedMotion: "reduce", ...options });
      const page = await context.newPage();
      await page.addInitScript("globalThis.__name ??= (target) => target");
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
      await page.getByTestId("dead-end").waitFor();
      return page;
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
