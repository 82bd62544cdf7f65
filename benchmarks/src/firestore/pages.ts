// From a write in one page to the snapshot in another. Both are in one Chromium and use the JS SDK
// over WebChannel.
import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import { launchBrowser } from "../browser.ts";

/** What client.ts defines in a page. */
declare const globalThis: {
  connect(host: string, port: number): void;
  listen(): void;
  write(n: number): Promise<number>;
  seenAt(n: number): Promise<number>;
};

export async function measurePages(port: number, samples: number): Promise<number[]> {
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL("./client.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
  });
  const script = bundle.outputFiles[0]?.text ?? "";
  const site = createServer((_request, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end("<!doctype html><title>page</title>");
  });
  site.listen(0, "127.0.0.1");
  await once(site, "listening");
  const browser = await launchBrowser();
  const context = await browser.newContext();
  async function open(host: string): Promise<Page> {
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
    await page.addScriptTag({ content: script });
    await page.evaluate(([name, at]) => globalThis.connect(name, at), [host, port] as const);
    return page;
  }
  const [writing, listening] = [await open("t1.localhost"), await open("t2.localhost")];
  await listening.evaluate(() => globalThis.listen());
  const latencies: number[] = [];
  for (let n = 1; n <= samples + 10; n += 1) {
    const seen = listening.evaluate((wanted) => globalThis.seenAt(wanted), n);
    const written = await writing.evaluate((value) => globalThis.write(value), n);
    // The first writes open connections and streams.
    if (n > 10) latencies.push((await seen) - written);
    else await seen;
  }
  await browser.close();
  site.closeAllConnections();
  site.close();
  return latencies;
}
