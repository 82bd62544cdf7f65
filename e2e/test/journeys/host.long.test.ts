// More of what a host can do: lock the room against a third person, hand the role over.
import { expect } from "chai";
import { withPeople } from "../support/browser.ts";
import { eventually } from "../support/eventually.ts";
import { chooseAndConfirm, openPeoplePanel, pressAndConfirm, waitForDeadEnd } from "../support/panel.ts";
import { getSystem, useSystem } from "../support/system.ts";
import { expectSeesAndHears, meet, waitForTiles } from "../support/meeting.ts";

describe("a host", () => {
  useSystem();

  it("locks the room: nobody new gets in until it is unlocked", () =>
    withPeople(3, async (ann, ben, cat) => {
      const link = await meet(ann, ben);
      await openPeoplePanel(ann);
      await openPeoplePanel(ben);
      expect(await ben.page.getByTestId("lock-room").count()).to.equal(0);
      await ann.page.getByTestId("lock-room").click();
      await eventually(
        "the lock of the room",
        () => ann.page.getByTestId("lock-room").getAttribute("aria-checked"),
        (isLocked) => isLocked === "true",
      );
      await cat.page.goto(link);
      await waitForDeadEnd(cat, "locked");
      await ann.page.getByTestId("lock-room").click();
      await eventually(
        "the room without a lock",
        () => ann.page.getByTestId("lock-room").getAttribute("aria-checked"),
        (isLocked) => isLocked === "false",
      );
      await cat.page.getByTestId("again").click();
      await cat.page.getByTestId("connect").click();
      await expectSeesAndHears(cat, 2);
    }));

  it("hands the role over and loses it", () =>
    withPeople(2, async (ann, ben) => {
      await meet(ann, ben);
      await expectSeesAndHears(ann, 1);
      await openPeoplePanel(ann);
      await openPeoplePanel(ben);
      await chooseAndConfirm(ann, "make-host");
      await ben.page.getByTestId("lock-room").waitFor();
      await ann.page.getByTestId("lock-room").waitFor({ state: "detached" });
      await chooseAndConfirm(ben, "remove-person");
      await waitForDeadEnd(ann, "removed");
    }));

  it("who has just left keeps the room: a guest who is alone has to wait before erasing it", () =>
    withPeople(2, async (ann, ben) => {
      const link = await meet(ann, ben);
      await expectSeesAndHears(ben, 1);
      await ann.page.getByTestId("leave").click();
      await waitForTiles(ben.page, 0);
      await openPeoplePanel(ben);
      const { firestore } = await getSystem();
      const room = firestore.doc(`rooms/${new URL(link).pathname.split("/").at(-1)}`);
      await eventually(
        "one seat",
        () => room.collection("users").get(),
        ({ size }) => size === 1,
      );
      await pressAndConfirm(ben, "end-for-all");
      await ben.page.locator('[data-testid="popup"][data-code="host-expected"]').waitFor();
      expect((await room.get()).exists).to.equal(true);
    }));
});
