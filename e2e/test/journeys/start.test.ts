// What the start offers besides the button: choices for the room, joining by a pasted text, and
// rooms that a browser remembers.
import { expect } from "chai";
import { openPerson, withPeople } from "../support/browser.ts";
import { connect, expectSeesAndHears, openStart } from "../support/meeting.ts";
import { openPeoplePanel } from "../support/panel.ts";
import { getSystem, useSystem } from "../support/system.ts";

const password = "caf\u00e9";

describe("a start", () => {
  useSystem();

  it("makes a room with a password, three seats and a waiting room, joined by a damaged link; a closed tab is host again", () =>
    withPeople([{}, {}], async (ann, ben) => {
      await openStart(ann);
      await ann.page.getByTestId("start-more").locator("summary").click();
      await ann.page.getByTestId("new-password").fill(password);
      await ann.page.getByTestId("new-seats").selectOption("3");
      await ann.page.getByTestId("new-waiting-room").click();
      await ann.page.getByTestId("remember-rooms").click();
      await ann.page.getByTestId("go").click();
      await ann.page.getByTestId("lobby").waitFor();
      const { pathname, hash } = new URL(ann.page.url());
      await connect(ann);
      const { firestore } = await getSystem();
      const room = await firestore.doc(`rooms/${pathname.split("/").at(-1)}`).get();
      expect(room.data()).to.include({ isProtected: true, capacity: 3, hasWaitingRoom: true });

      await openStart(ben);
      const link = `${ben.origin}${pathname}%23${hash.slice(1)}`;
      await ben.page.getByTestId("join-text").fill(`Come in: <${link}>). The password is on its way.`);
      await ben.page.getByTestId("join").click();
      await ben.page.getByTestId("password").fill(password);
      await ben.page.getByTestId("connect").click();
      await ann.page.getByTestId("admit-knock").click();
      await ben.page.getByTestId("call").waitFor();
      await Promise.all([expectSeesAndHears(ann, 1), expectSeesAndHears(ben, 1)]);

      // Without the userID the browser is somebody new: the host key alone makes a host of it.
      const kept = await ann.context.storageState();
      for (const site of kept.origins) site.localStorage = site.localStorage.filter(({ name }) => name !== "userID");
      await ann.page.close();
      const again = await openPerson({ storageState: kept });
      try {
        await openStart(again);
        await again.page.getByTestId("recent-room").click();
        await again.page.getByTestId("password").fill(password);
        await connect(again);
        await expectSeesAndHears(ben, 1);
        await openPeoplePanel(again);
        await again.page.getByTestId("end-for-all").waitFor();
        await again.page.close();
      } finally {
        await again.context.close();
      }
    }));
});
