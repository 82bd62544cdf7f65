// What a visit weighs: the gzip bytes of the site's files when the start screen is usable, with
// what it fetches ahead, and in the call. Writes results/weight.json.
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { buildAll } from "../../scripts/system/build.ts";
import { findFreePorts } from "../../scripts/system/ports.ts";
import { root, startSystem } from "../../scripts/system/start-system.ts";
import { launchBrowser, openVisitor } from "./browser.ts";
import { describeMachine, outOption, writeResults } from "./results.ts";

const { values } = parseArgs({ options: { out: outOption("weight") } });

await buildAll(root);
const machine = describeMachine();
const system = await startSystem({ ports: await findFreePorts() });
const browser = await launchBrowser();
const { page } = await openVisitor(browser, system.url);

const sizes = new Map<string, Promise<number>>();
page.on("response", (response) => {
  const url = new URL(response.url());
  if (url.origin !== system.url || response.request().method() !== "GET") return;
  sizes.set(
    url.pathname,
    response.body().then(
      (body) => gzipSync(body).length,
      () => 0,
    ),
  );
});

interface Step {
  readonly step: string;
  readonly files: number;
  readonly gzipBytes: number;
}

async function weigh(step: string): Promise<Step> {
  const all = await Promise.all(sizes.values());
  return { step, files: all.length, gzipBytes: all.reduce((sum, bytes) => sum + bytes, 0) };
}

await page.goto(system.url, { waitUntil: "commit" });
// Before that, the screen is painted and keeps a press. The application brings the language switch
// and acts on the press.
await page.getByTestId("language").waitFor();
const usable = await weigh("start screen, usable");
await page.waitForLoadState("networkidle");
const fetchedAhead = await weigh("start screen, with what it fetches ahead");
await page.getByTestId("go").click();
await page.getByTestId("connect").click();
await page.getByTestId("call").waitFor();
await page.waitForLoadState("networkidle");
const inCall = await weigh("in the call");

await browser.close();
await system.stop();
const table = [usable, fetchedAhead, inCall];
console.table(table);
writeResults(values.out, { unit: "bytes after gzip, all files of the site so far", machine, table });
process.exit(0);
