// A file from one person in a call to another, with every part real: the file on the disk, the
// panel, hashes, and what the receiver keeps.
import type { Page } from "playwright-core";
import type { startSystem } from "../../../scripts/system/start-system.ts";
import { watchMemory } from "./memory.ts";
import { openProfile } from "./profile.ts";

type System = Awaited<ReturnType<typeof startSystem>>;

export interface FileRun {
  /** From the acceptance until it is complete and checked. */
  readonly tookMs: number;
  /** What the browsers took meanwhile, beyond what they had, in MB. */
  readonly senderMB: number;
  readonly receiverMB: number;
}

async function enter(page: Page, url: string, hasMedia: boolean): Promise<void> {
  await page.goto(url);
  if (!url.includes("#")) await page.getByTestId("go").click();
  await page.getByTestId("connect").waitFor();
  if (!hasMedia) for (const device of ["microphone", "camera"]) await page.getByTestId(`toggle-${device}`).click();
  await page.getByTestId("connect").click();
  await page.getByTestId("call").waitFor();
}

async function openFiles(page: Page): Promise<void> {
  await page.getByTestId("more").click();
  await page.getByTestId("files").click();
  await page.getByTestId("files-panel").waitFor();
}

/** Runs in the receiver's page. */
function acceptAndWait(): Promise<number> {
  return new Promise((resolve, reject) => {
    const startedAtMs = performance.now();
    const look = () => {
      const state = document.querySelector<HTMLElement>('[data-testid="file"]')?.dataset["state"];
      if (state === "done") resolve(performance.now() - startedAtMs);
      if (state === "failed" || state === "cancelled") reject(new Error(state));
    };
    const panel = document.querySelector('[data-testid="files-panel"]')!;
    new MutationObserver(look).observe(panel, { subtree: true, attributes: true, childList: true });
    document.querySelector<HTMLElement>('[data-testid="file-accept"]')!.click();
  });
}

export async function sendFile(system: System, path: string, hasMedia: boolean): Promise<FileRun> {
  const sender = await openProfile(system.url);
  const receiver = await openProfile(system.url);
  try {
    await enter(sender.page, system.url, hasMedia);
    await enter(receiver.page, sender.page.url(), hasMedia);
    for (const { page } of [sender, receiver]) {
      await page.getByTestId("tile").waitFor();
      await openFiles(page);
    }
    // The first pictures grow for a moment.
    await sender.page.waitForTimeout(3_000);
    await sender.page.getByTestId("file-input").setInputFiles(path);
    await sender.page.getByTestId("offer-files").click();
    await receiver.page.getByTestId("file-accept").waitFor();
    const watches = [watchMemory(sender.folder), watchMemory(receiver.folder)] as const;
    const tookMs = await receiver.page.evaluate(acceptAndWait);
    return { tookMs, senderMB: watches[0].stop(), receiverMB: watches[1].stop() };
  } finally {
    for (const profile of [sender, receiver]) await profile.close();
  }
}
