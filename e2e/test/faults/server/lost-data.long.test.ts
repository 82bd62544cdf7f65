// The server comes back without its data while people talk. Nobody is told that they were removed.
import { expect } from "chai";
import { withPeople } from "../../support/browser.ts";
import { loseData } from "../../support/stored/lost-data.ts";
import { expectUnbrokenMedia } from "../../support/media.ts";
import { connect, expectSeesAndHears, meet, openLink } from "../../support/meeting.ts";
import { getSystem, useSystem } from "../../support/system.ts";

describe("a server that comes back during a call", () => {
  useSystem();

  afterEach(async () => (await getSystem()).firestoreProxy.restore());

  it("without its data: media continues, the interface says so until the room is back, then a third person joins", () =>
    withPeople(3, async (ann, ben, cat) => {
      const { firestoreProxy } = await getSystem();
      const link = await meet(ann, ben);
      for (const person of [ann, ben]) await expectSeesAndHears(person, 1);
      firestoreProxy.refuse();
      const restore = await loseData(link);
      firestoreProxy.restore();
      const notes = [ann, ben].map(({ page }) => page.getByTestId("seat-lost"));
      await expectUnbrokenMedia([ann, ben], 1, 0, Promise.all(notes.map((note) => note.waitFor())));
      // A press is refused, and that is all.
      await ann.page.getByTestId("toggle-camera").click();
      await ben.page.getByTestId("tile-camera-off").waitFor();
      await ann.page.getByTestId("toggle-camera").click();
      await restore();
      // They would ask by themselves within 30 s.
      for (const { page } of [ann, ben]) await page.getByTestId("ask-for-seat").click();
      const back = Promise.all(notes.map((note) => note.waitFor({ state: "detached" })));
      await expectUnbrokenMedia([ann, ben], 1, 0, back);
      await openLink(cat, link);
      await connect(cat);
      for (const person of [ann, ben, cat]) await expectSeesAndHears(person, 2);
      for (const { page } of [ann, ben]) expect(await page.getByTestId("dead-end").count()).to.equal(0);
    }));
});
