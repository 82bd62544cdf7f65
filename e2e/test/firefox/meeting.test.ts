// Two people meet in Firefox. What else they do there is in journeys.long.test.ts.
import { withFirefoxPeople } from "../support/firefox/firefox-people.ts";
import {
  connect,
  createRoom,
  expectNoErrorsOrForeignRequests,
  expectSeesAndHears,
  openLink,
  waitForPreview,
  waitForTiles,
} from "../support/meeting.ts";
import { useSystem } from "../support/system.ts";

describe("a meeting in Firefox", () => {
  useSystem();

  it("goes from the lobby to a call in which two people see and hear each other, until one leaves", () =>
    withFirefoxPeople(2, async (ann, ben) => {
      const link = await createRoom(ann);
      await waitForPreview(ann);
      await connect(ann);
      await openLink(ben, link);
      await waitForPreview(ben);
      await connect(ben);
      for (const person of [ann, ben]) await expectSeesAndHears(person, 1);
      await ben.page.getByTestId("leave").click();
      await ben.page.getByTestId("dead-end").waitFor();
      await waitForTiles(ann.page, 0);
      for (const person of [ann, ben]) expectNoErrorsOrForeignRequests(person);
    }));
});
