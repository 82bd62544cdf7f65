// The same person connects a second time. The first tab keeps the call until the person moves it.
import { expect } from "chai";
import { openPerson, withPeople, type Person } from "../../support/browser.ts";
import { expectSeesAndHears, meet } from "../../support/meeting.ts";
import { waitForDeadEnd } from "../../support/panel.ts";
import { expectUnbrokenMedia } from "../../support/media.ts";
import { useSystem } from "../../support/system.ts";

describe("a person who connects a second time", () => {
  useSystem();

  it("in another tab: can return to the unharmed first tab, or move the call and move it back", () =>
    withPeople(2, async (ann, ben) => {
      const link = await meet(ann, ben);
      await expectSeesAndHears(ann, 1);
      const participant = await ann.page.getByTestId("tile").getAttribute("data-participant");
      const second: Person = { ...ben, page: await ben.context.newPage() };
      await second.page.goto(link);
      await waitForDeadEnd(second, "already-connected");
      await ben.page.bringToFront();
      await expectUnbrokenMedia([ann, ben], 1, 2_000);

      await second.page.bringToFront();
      await second.page.getByTestId("take-over").click();
      await second.page.getByTestId("call").waitFor();
      await waitForDeadEnd(ben, "moved");
      for (const person of [ann, second]) await expectSeesAndHears(person, 1);

      await ben.page.bringToFront();
      await ben.page.getByTestId("take-over").click();
      await ben.page.getByTestId("call").waitFor();
      await waitForDeadEnd(second, "moved");
      for (const person of [ann, ben]) await expectSeesAndHears(person, 1);
      expect(await ann.page.getByTestId("tile").getAttribute("data-participant")).to.equal(participant);
    }));

  it("in another browser: is asked too, and moves the call; the first browser says that it moved", () =>
    withPeople(2, async (ann, ben) => {
      const link = await meet(ann, ben);
      await expectSeesAndHears(ann, 1);
      const userID = await ben.page.evaluate(() => localStorage.getItem("userID"));
      expect(userID).to.be.a("string");
      const elsewhere = await openPerson();
      try {
        await elsewhere.context.addInitScript((id) => localStorage.setItem("userID", id ?? ""), userID);
        await elsewhere.page.goto(link);
        await waitForDeadEnd(elsewhere, "already-connected");
        await expectUnbrokenMedia([ann, ben], 1, 2_000);
        await elsewhere.page.getByTestId("take-over").click();
        await waitForDeadEnd(ben, "moved");
        await elsewhere.page.locator('[data-testid="lobby"][data-step="ready"], [data-testid="call"]').waitFor();
        if ((await elsewhere.page.getByTestId("connect").count()) > 0) {
          await elsewhere.page.getByTestId("connect").click();
        }
        await elsewhere.page.getByTestId("call").waitFor();
        for (const person of [ann, elsewhere]) await expectSeesAndHears(person, 1);
      } finally {
        await elsewhere.context.close();
      }
    }));
});
