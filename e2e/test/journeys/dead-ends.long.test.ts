// A second tab of the same person in a call.
import { expect } from "chai";
import { withPeople, type Person } from "../support/browser.ts";
import { expectSeesAndHears, meet } from "../support/meeting.ts";
import { useSystem } from "../support/system.ts";

describe("dead ends", () => {
  useSystem();

  it("offers to move the call to a second tab, and moves it", () =>
    withPeople(2, async (ann, ben) => {
      const link = await meet(ann, ben);
      await expectSeesAndHears(ann, 1);
      const second: Person = { ...ben, page: await ben.context.newPage() };
      await second.page.goto(link);
      const deadEnd = second.page.getByTestId("dead-end");
      await deadEnd.waitFor();
      expect(await deadEnd.getAttribute("data-reason")).to.equal("already-connected");
      await second.page.getByTestId("take-over").click();
      // The call moves as it is. The person is asked nothing.
      await second.page.getByTestId("call").waitFor();
      await ben.page.getByTestId("dead-end").waitFor();
      await ben.page.close();
      await expectSeesAndHears(ann, 1);
    }));
});
