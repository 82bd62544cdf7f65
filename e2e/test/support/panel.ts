// The people panel, and the page at the end of a visit.
import type { Person } from "./browser.ts";
import type { AnyPerson } from "./firefox/any-person.ts";

export async function openPeoplePanel({ page }: Person): Promise<void> {
  await page.getByTestId("people").click();
  await page.getByTestId("people-panel").waitFor();
}

/** Opens the menu for the first person, or for the last, and chooses from it. */
export async function chooseAction({ page }: Person, action: string, place: "first" | "last" = "first"): Promise<void> {
  await page.getByTestId("person-menu")[place]().click();
  await page.getByTestId(action).click();
}

/** Likewise, and confirms the question that follows. */
export async function chooseAndConfirm(person: Person, action: string): Promise<void> {
  await chooseAction(person, action);
  await person.page.getByTestId("confirm").click();
}

/** Presses the button, and confirms the question that follows. */
export async function pressAndConfirm({ page }: Person, button: string): Promise<void> {
  await page.getByTestId(button).click();
  await page.getByTestId("confirm").click();
}

export async function waitForDeadEnd({ page }: AnyPerson, reason: string): Promise<void> {
  await page.locator(`[data-testid="dead-end"][data-reason="${reason}"]`).waitFor();
}
