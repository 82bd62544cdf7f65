// What the person who opened the room can do in it, by the panel of people, and what it means for the others.
import { expect } from "chai";
import { withPeople, type Person } from "../support/browser.ts";
import { eventually } from "../support/eventually.ts";
import { getSystem, useSystem } from "../support/system.ts";
import { expectSeesAndHears, meet, waitForTiles } from "../support/meeting.ts";

async function openPeople({ page }: Person): Promise<void> {
  await page.getByTestId("people").click();
  await page.getByTestId("people-panel").waitFor();
}

/** A press on the button, and another on the question that follows. */
async function pressAndConfirm({ page }: Person, button: string): Promise<void> {
  await page.getByTestId(button).click();
  await page.getByTestId("confirm").click();
}

async function waitForDeadEnd({ page }: Person, reason: string): Promise<void> {
  await page.locator(`[data-testid="dead-end"][data-reason="${reason}"]`).waitFor();
}

describe("a host", () => {
  useSystem();

  it("locks the room: nobody new comes in until it is unlocked", () =>
    withPeople(3, async (ann, ben, cat) => {
      const link = await meet(ann, ben);
      await openPeople(ann);
      await openPeople(ben);
      expect(await ben.page.getByTestId("lock-room").count()).to.equal(0);
      await ann.page.getByTestId("lock-room").click();
      await eventually(
        "the lock, told by the room",
        () => ann.page.getByTestId("lock-room").getAttribute("aria-checked"),
        (isLocked) => isLocked === "true",
      );
      await cat.page.goto(link);
      await waitForDeadEnd(cat, "locked");
      await ann.page.getByTestId("lock-room").click();
      await eventually(
        "the lock gone",
        () => ann.page.getByTestId("lock-room").getAttribute("aria-checked"),
        (isLocked) => isLocked === "false",
      );
      await cat.page.getByTestId("again").click();
      await cat.page.getByTestId("connect").click();
      await expectSeesAndHears(cat, 2);
    }));

  it("removes somebody, who is told so and stays out", () =>
    withPeople(2, async (ann, ben) => {
      const link = await meet(ann, ben);
      await expectSeesAndHears(ann, 1);
      await openPeople(ann);
      await pressAndConfirm(ann, "remove-person");
      await waitForDeadEnd(ben, "removed");
      await waitForTiles(ann.page, 0);
      await ben.page.goto("about:blank");
      await ben.page.goto(link);
      await waitForDeadEnd(ben, "removed");
    }));

  it("hands the role on, and has it no more", () =>
    withPeople(2, async (ann, ben) => {
      await meet(ann, ben);
      await expectSeesAndHears(ann, 1);
      await openPeople(ann);
      await openPeople(ben);
      await pressAndConfirm(ann, "make-host");
      await ben.page.getByTestId("lock-room").waitFor();
      await ann.page.getByTestId("lock-room").waitFor({ state: "detached" });
      await pressAndConfirm(ben, "remove-person");
      await waitForDeadEnd(ann, "removed");
    }));

  it("ends the room for all, and nothing of it is left", () =>
    withPeople(2, async (ann, ben) => {
      const link = await meet(ann, ben);
      await expectSeesAndHears(ann, 1);
      await openPeople(ann);
      await pressAndConfirm(ann, "end-for-all");
      await waitForDeadEnd(ann, "expired");
      await waitForDeadEnd(ben, "expired");
      const { firestore } = await getSystem();
      const room = firestore.doc(`rooms/${new URL(link).pathname.split("/").at(-1)}`);
      await eventually(
        "nothing stored",
        async () => [(await room.get()).exists, (await room.listCollections()).length],
        ([exists, collections]) => exists === false && collections === 0,
      );
    }));
});
