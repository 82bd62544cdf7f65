// The chat as people use it.
import { eventually } from "../support/eventually.ts";
import type { AnyPage, AnyPerson } from "../support/firefox/any-person.ts";

export async function openChat({ page }: AnyPerson): Promise<void> {
  await page.getByTestId("chat").click();
  await page.getByTestId("chat-field").waitFor();
}

export async function writeMessage({ page }: AnyPerson, text: string): Promise<void> {
  await page.getByTestId("chat-field").fill(text);
  await page.getByTestId("chat-field").press("Enter");
}

/** The texts that are shown, oldest first. */
export function readChat(page: AnyPage): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-testid="chat-text"]')].map((text) => text.innerText),
  );
}

export function waitForChat(page: AnyPage, texts: readonly string[]): Promise<string[]> {
  return eventually(
    `the chat ${JSON.stringify(texts)}`,
    () => readChat(page),
    (shown) => JSON.stringify(shown) === JSON.stringify(texts),
  );
}
