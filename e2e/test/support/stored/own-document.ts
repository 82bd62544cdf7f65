// What the server has of a participant's own document, as the administrator sees it.
import { expect } from "chai";
import type { Person } from "../browser.ts";
import { eventually } from "../eventually.ts";
import { getSystem } from "../system.ts";

/** The person presses the microphone, and the server learns of it. */
export async function pressMicrophone({ page }: Person, link: string, participantID: string): Promise<void> {
  const { firestore } = await getSystem();
  const own = firestore.doc(`rooms/${new URL(link).pathname.split("/").at(-1)}/users/${participantID}`);
  const read = async () => ((await own.get()).get("constraints.audio") as boolean | undefined) ?? null;
  const before = await read();
  await page.getByTestId("toggle-microphone").click();
  await eventually("the microphone in the document", read, (now) => now === !before);
  expect(await page.getByTestId("call").count()).to.equal(1);
}
