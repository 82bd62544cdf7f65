// The people panel, and the page at the end of a visit.
import type { Person } from "./browser.ts";

export async function openPeoplePanel({ page }: Person): Promise<void> {
  await page.getByTestId("people").click();
  await page.getByTestId("people-panel").waitFor();
}

/** Presses the button, and confirms the question that follows. */
export async function pressAndConfirm({ page }: Person, button: string): Promise<void> {
  await page.getByTestId(button).click();
  await page.getByTestId("confirm").click();
}

export async function waitForDeadEnd({ page }: Person, reason: string): Promise<void> {
  await page.locator(`[data-testid="dead-end"][data-reason="${reason}"]`).waitFor();
}
