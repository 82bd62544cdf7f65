// The safety code as a page shows it.
import type { Person } from "./browser.ts";

/** Empty while there is none. */
export async function readCode({ page }: Person): Promise<string> {
  const pictures = page.getByTestId("safety-pictures");
  return (await pictures.count()) === 0 ? "" : ((await pictures.getAttribute("aria-label")) ?? "");
}

export async function openPanel({ page }: Person): Promise<void> {
  await page.getByTestId("people").click();
  await page.getByTestId("tab-privacy").click();
  await page.getByTestId("safety-code").waitFor();
}
