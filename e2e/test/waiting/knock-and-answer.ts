// What the tests of the waiting room do: switch it on, knock, answer.
import type { Person } from "../support/browser.ts";
import { eventually } from "../support/eventually.ts";
import { openLink } from "../support/meeting.ts";
import { openPeoplePanel } from "../support/panel.ts";

/** The host is in the call. */
export async function switchWaitingRoom(host: Person, isOn: boolean): Promise<void> {
  const button = host.page.getByTestId("waiting-room");
  if (!(await button.isVisible())) await openPeoplePanel(host);
  await button.click();
  await eventually(
    `the waiting room ${isOn ? "on" : "off"}`,
    () => button.getAttribute("aria-checked"),
    (checked) => checked === String(isOn),
  );
}

/** Opens the link, unless it is open, and asks to be let in. */
export async function knock(person: Person, link: string, name: string, { isOpen = false } = {}): Promise<void> {
  if (!isOpen) await openLink(person, link);
  await person.page.getByTestId("name").fill(name);
  await person.page.getByText("Ask to join", { exact: true }).click();
  await person.page.getByTestId("cancel-knock").waitFor();
}
