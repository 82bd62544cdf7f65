// What a host can do in the people panel, and its effect on the others.
import { withPeople } from "../support/browser.ts";
import { eventually } from "../support/eventually.ts";
import { chooseAndConfirm, openPeoplePanel, pressAndConfirm, waitForDeadEnd } from "../support/panel.ts";
import { getSystem, useSystem } from "../support/system.ts";
import { expectSeesAndHears, meet, waitForTiles } from "../support/meeting.ts";

describe("a host", () => {
  useSystem();

  it("removes a person, who sees why and stays out", () =>
    withPeople(2, async (ann, ben) => {
      const link = await meet(ann, ben);
      await expectSeesAndHears(ann, 1);
      await openPeoplePanel(ann);
      await chooseAndConfirm(ann, "remove-person");
      await waitForDeadEnd(ben, "removed");
      await waitForTiles(ann.page, 0);
      await ben.page.goto("about:blank");
      await ben.page.goto(link);
      await waitForDeadEnd(ben, "removed");
    }));

  it("ends the room for everybody and leaves nothing stored", () =>
    withPeople(2, async (ann, ben) => {
      const link = await meet(ann, ben);
      await expectSeesAndHears(ann, 1);
      await openPeoplePanel(ann);
      await pressAndConfirm(ann, "end-for-all");
      await waitForDeadEnd(ann, "erased");
      await waitForDeadEnd(ben, "ended");
      const { firestore } = await getSystem();
      const room = firestore.doc(`rooms/${new URL(link).pathname.split("/").at(-1)}`);
      await eventually(
        "nothing stored",
        async () => [(await room.get()).exists, (await room.listCollections()).length],
        ([exists, collections]) => exists === false && collections === 0,
      );
    }));
});
