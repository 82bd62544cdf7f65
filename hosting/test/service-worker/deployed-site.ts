// The built site on a server of its own, whose version and network a test changes.
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import { buildWorkspace } from "../../../scripts/system/build.ts";
import { hostingFolder, serveSite, type Answers } from "../screens/site-server.ts";

export const uuid = "1b4e28ba-2fa1-4d2a-883f-0016d3cca427";
export const roomPath = `/r/${uuid}#AAECAwQFBgcICQoLDA0ODw`;

const answers: Answers = {
  create: "never",
  generateID: { json: { userID: uuid } },
  room: { status: 404, json: { code: "room-not-found", message: "" } },
  connect: "never",
};

export interface DeployedSite {
  readonly origin: string;
  /** Another version: each hashed file has another name, and the names of before are gone. */
  deployNext(): Promise<void>;
  close(): Promise<void>;
}

async function renameAssets(folder: string): Promise<void> {
  const assets = join(folder, "assets");
  const hashes = new Map<string, string>();
  for (const name of await readdir(assets)) {
    const [hash] = /(?<=-)[\w-]{8}(?=\.)/.exec(name) ?? [];
    if (hash !== undefined) hashes.set(hash, [...hash].reverse().join(""));
    await rename(join(assets, name), join(assets, hash === undefined ? name : name.replace(hash, hashes.get(hash)!)));
  }
  const files = await readdir(folder, { recursive: true });
  for (const name of files.filter((file) => /\.(?:js|css|html)$/.test(file))) {
    const text = await readFile(join(folder, name), "utf8");
    let changed = text;
    for (const [before, after] of hashes) changed = changed.replaceAll(before, after);
    if (changed !== text) await writeFile(join(folder, name), changed);
  }
}

export async function deploySite(): Promise<DeployedSite> {
  await buildWorkspace(join(hostingFolder, ".."), "hosting");
  const folder = await mkdtemp(join(tmpdir(), "site-"));
  await cp(join(hostingFolder, "dist"), folder, { recursive: true });
  const server = await serveSite(folder, () => answers);
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    deployNext: () => renameAssets(folder),
    async close() {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** A visitor whose browser has kept the shell, and has its worker in charge. */
export async function visitKept(browser: Browser, origin: string, path: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: origin, locale: "en-US", reducedMotion: "reduce" });
  await context.grantPermissions(["camera", "microphone"], { origin });
  const page = await context.newPage();
  await page.goto(path);
  await page.getByRole("heading").first().waitFor();
  await page.evaluate(async () => {
    window.dispatchEvent(new Event("appinstalled"));
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return context;
}
