// Files as people offer and take them.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { Download, Page } from "playwright-core";
import type { Person } from "../support/browser.ts";
import { eventually } from "../support/eventually.ts";

export interface TestFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Bytes that differ from place to place. */
export function createFile(name: string, size: number, seed = 1): TestFile {
  const buffer = Buffer.alloc(size);
  for (let index = 0, state = seed; index < size; index++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    buffer[index] = state >>> 24;
  }
  return { name, mimeType: "application/octet-stream", buffer };
}

export async function openFiles({ page }: Person): Promise<void> {
  if ((await page.getByTestId("files-panel").count()) > 0) return;
  await page.getByTestId("more").click();
  await page.getByTestId("files").click();
  await page.getByTestId("files-panel").waitFor();
}

/** To everybody, or to the one of this name. */
export async function offerFiles(person: Person, files: readonly TestFile[], to?: string): Promise<void> {
  const { page } = person;
  await openFiles(person);
  await page.getByTestId("file-input").setInputFiles([...files]);
  if (to !== undefined) await page.getByTestId("file-to").selectOption({ label: to });
  await page.getByTestId("offer-files").click();
}

/** The states of all rows, the newest first. */
export function readStates(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-testid="file"]')].map(({ dataset }) => dataset["state"] ?? ""),
  );
}

export function waitForStates(page: Page, states: readonly string[]): Promise<string[]> {
  return eventually(
    `files that are ${states.join(", ")}`,
    () => readStates(page),
    (shown) => JSON.stringify(shown) === JSON.stringify(states),
  );
}

/** Bytes of the newest file that the receiver has written. */
export async function readWritten(page: Page): Promise<number> {
  return Number(await page.getByTestId("file").first().getAttribute("data-written"));
}

export const hashOf = ({ buffer }: TestFile): string => createHash("sha256").update(buffer).digest("hex");

export async function hashOfDownload(download: Download): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(await download.path())) hash.update(part as Buffer);
  return hash.digest("hex");
}
