// What Hosting sends to a person for a meeting, in bytes after gzip: at the first visit, with what
// the service worker keeps, and at a later one. Counted where the answers leave the server.
// docs/cost.md multiplies the figures. Writes results/transfer.json.
import { once } from "node:events";
import { createServer, request as forward, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import type { BrowserContext } from "playwright-core";
import { buildAll } from "../../scripts/system/build.ts";
import { findFreePorts } from "../../scripts/system/ports.ts";
import { root, startSystem } from "../../scripts/system/start-system.ts";
import { launchBrowser, openVisitor } from "./browser.ts";
import { outOption, writeResults } from "./results.ts";

const { values } = parseArgs({ options: { out: outOption("transfer") } });

interface Sent {
  files: number;
  bytes: number;
}

await buildAll(root);
const system = await startSystem({ ports: await findFreePorts() });
let sent: Sent = { files: 0, bytes: 0 };

async function read(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const counting = createServer((incoming, outgoing) => {
  const { method, url, headers } = incoming;
  const upstream = forward(system.url + url, { method, headers: { ...headers, "accept-encoding": "identity" } });
  incoming.pipe(upstream);
  upstream.on("error", () => outgoing.destroy());
  upstream.on("response", (answer) => {
    void read(answer).then((body) => {
      // Images are compressed already. A 304 has no body.
      if (body.length > 0)
        sent = { files: sent.files + 1, bytes: sent.bytes + Math.min(body.length, gzipSync(body).length) };
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      outgoing.end(body);
    });
  });
}).listen(0, "127.0.0.1");
await once(counting, "listening");
const origin = `http://127.0.0.1:${(counting.address() as AddressInfo).port}`;

const browser = await launchBrowser();

/** Firestore answers elsewhere: here it can become quiet during a call. */
async function untilQuiet(): Promise<void> {
  for (let before = -1; before !== sent.files;) {
    before = sent.files;
    await setTimeout(3_000);
  }
}

/** One meeting, until the service worker has kept what it wants. */
async function meet(context: BrowserContext): Promise<Sent> {
  sent = { files: 0, bytes: 0 };
  const page = await context.newPage();
  await page.goto(origin);
  await page.getByTestId("go").click();
  await page.getByTestId("connect").click();
  await page.getByTestId("call").waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await untilQuiet();
  await page.getByTestId("leave").click();
  await page.getByTestId("dead-end").waitFor();
  await page.close();
  return sent;
}

const { context } = await openVisitor(browser, origin, { serviceWorkers: "allow" });
const first = await meet(context);
const later = await meet(context);

await browser.close();
counting.closeAllConnections();
counting.close();
await system.stop();
const table = [
  { visit: "first", ...first },
  { visit: "later", ...later },
];
console.table(table);
writeResults(values.out, { unit: "bytes after gzip that Hosting sends to one person for a meeting", table });
process.exit(0);
