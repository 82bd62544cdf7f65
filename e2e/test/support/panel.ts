// The panel of people, and the page that ends a visit.
import type { Person } from "./browser.ts";

export async function openPeoplePanel({ page }: Person): Promise<void> {
  await page.getByTestId("people").click();
  await page.getByTestId("people-panel").waitFor();
}

/** A press on the button, and another on the question that follows. */
export async function pressAndConfirm({ page }: Person, button: string): Promise<void> {
  await page.getByTestId(button).click();
  await page.getByTestId("confirm").click();
}

export async function waitForDeadEnd({ page }: Person, reason: string): Promise<void> {
  await page.locator(`[data-testid="dead-end"][data-reason="${reason}"]`).waitFor();
}
