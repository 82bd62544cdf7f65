// The steps of somebody who records, for the suites of recording.
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";

/** The browser's own dialog for a file is out of reach here: such a page takes a download. */
export const withoutPicker = () => Reflect.deleteProperty(window, "showSaveFilePicker");

export async function startRecording(page: Page): Promise<void> {
  await page.getByTestId("more").click();
  await page.getByTestId("record").click();
  await page.getByTestId("start-recording").click();
  await page.getByTestId("own-recording").waitFor();
}

/** Until the recording is so much longer than now. */
export async function recordFor(page: Page, moreSeconds: number): Promise<void> {
  const read = () => {
    const [minutes, rest] = (document.querySelector("[data-testid=recording-time]")?.textContent ?? "0:00").split(":");
    return Number(minutes) * 60 + Number(rest);
  };
  const enough = (await page.evaluate(read)) + moreSeconds;
  await page.waitForFunction(`(${String(read)})() >= ${enough}`);
}

export async function save(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const downloading = page.waitForEvent("download");
  await page.getByTestId("save-recording").click();
  const download = await downloading;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

export const listFiles = (page: Page) =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle("recordings", { create: true });
    const names: string[] = [];
    for await (const name of folder.keys()) names.push(name);
    return names;
  });

/** Until so many pieces more are on the disk. Resolves to the bytes that are there then. */
export async function waitForPieces(page: Page, pieces: number): Promise<number> {
  return page.evaluate(async (wanted) => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle("recordings");
    const { value: name } = await folder.keys().next();
    const measure = async () => (await (await folder.getFileHandle(name as string)).getFile()).size;
    let size = await measure();
    for (let seen = 0; seen < wanted;) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      const now = await measure();
      if (now > size) seen += 1;
      size = now;
    }
    return size;
  }, pieces);
}
