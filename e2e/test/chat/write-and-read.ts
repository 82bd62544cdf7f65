// The chat as people use it.
import type { Page } from "playwright-core";
import type { Person } from "../support/browser.ts";
import { eventually } from "../support/eventually.ts";

export async function openChat({ page }: Person): Promise<void> {
  await page.getByTestId("chat").click();
  await page.getByTestId("chat-field").waitFor();
}

export async function writeMessage({ page }: Person, text: string): Promise<void> {
  await page.getByTestId("chat-field").fill(text);
  await page.getByTestId("chat-field").press("Enter");
}

/** The texts that are shown, oldest first. */
export function readChat(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-testid="chat-text"]')].map((text) => text.innerText),
  );
}

export function waitForChat(page: Page, texts: readonly string[]): Promise<string[]> {
  return eventually(
    `the chat ${JSON.stringify(texts)}`,
    () => readChat(page),
    (shown) => JSON.stringify(shown) === JSON.stringify(texts),
  );
}
