// Firefox opens six connections to a host, and each tab keeps two to Firestore. The emulator speaks
// HTTP/1.1 only.
import { eventually } from "../support/eventually.ts";
import { withFirefoxPeople } from "../support/firefox/firefox-people.ts";
import { connect, createRoom } from "../support/meeting.ts";
import { getSystem, useSystem } from "../support/system.ts";

/** The page shows the call at once. The server learns of it over a stream. */
async function waitForEntry(link: string): Promise<void> {
  const { firestore } = await getSystem();
  const seats = firestore.collection(`rooms/${new URL(link).pathname.split("/").at(-1)}/users`);
  await eventually(
    "a seat that is active",
    async () => (await seats.where("isActive", "==", true).get()).size,
    (size) => size === 1,
  );
}

describe("five tabs of one Firefox", () => {
  useSystem();

  it("are in five calls at once", () =>
    withFirefoxPeople(1, async (ann) => {
      const tabs = [ann];
      while (tabs.length < 5) tabs.push(await ann.openTab());
      for (const tab of tabs) {
        const link = await createRoom(tab);
        await connect(tab);
        await waitForEntry(link);
      }
    }));
});
