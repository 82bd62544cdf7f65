// The page after a call: what it says, and what can be done there.
import { expect } from "chai";
import type { Person } from "../support/browser.ts";
import { withPeople } from "../support/browser.ts";
import { expectNoErrorsOrForeignRequests, meet } from "../support/meeting.ts";
import { chooseAndConfirm, openPeoplePanel, waitForDeadEnd } from "../support/panel.ts";
import { useSystem } from "../support/system.ts";

async function leave(person: Person): Promise<void> {
  await person.page.getByTestId("leave").click();
  await waitForDeadEnd(person, "left");
}

const focused = ({ page }: Person) =>
  page.evaluate(() => document.activeElement?.getAttribute("data-testid") ?? document.activeElement?.tagName);

describe("the page after a call", () => {
  useSystem();

  it("says how long it was and what is stored, and lets a host erase the room, whose link is then dead", () =>
    withPeople(2, async (ann, ben) => {
      await meet(ann, ben);
      await leave(ben);
      expect(await focused(ben)).to.equal("H1");
      await ben.page.getByTestId("call-duration").getByText("less than a minute").waitFor();
      await ben.page.getByTestId("show-stored").click();
      await ben.page.locator('[data-testid="stored"] [data-kind="room"]').waitFor();
      expect(await ben.page.getByTestId("erase-room").count(), "a guest erases nothing").to.equal(0);
      const asked = ben.requests.length;
      await ben.page.getByTestId("rate-bad").click();
      await ben.page.getByTestId("copy-summary").waitFor();
      expect(ben.requests.slice(asked), "an answer is not sent").to.deep.equal([]);
      await ben.page.getByTestId("again").click();
      await ben.page.getByTestId("lobby").waitFor();
      expect(await focused(ben)).to.equal("connect");

      await leave(ann);
      await ann.page.getByTestId("erase-room").click();
      expect(await focused(ann)).to.equal("cancel");
      await ann.page.getByTestId("confirm").click();
      await waitForDeadEnd(ann, "erased");
      expect(await focused(ann)).to.equal("H1");
      await waitForDeadEnd(ben, "ended");
      await ben.page.reload();
      await waitForDeadEnd(ben, "not-found");
      for (const person of [ann, ben]) expectNoErrorsOrForeignRequests(person);
    }));

  it("lets a host erase the room who became one during the call, and has no key", () =>
    withPeople(2, async (ann, ben) => {
      await meet(ann, ben);
      await openPeoplePanel(ann);
      await chooseAndConfirm(ann, "make-host");
      await openPeoplePanel(ben);
      await ben.page.getByTestId("lock-room").waitFor();
      await ben.page.getByTestId("close-panel").click();
      await leave(ann);
      await ann.page.getByTestId("call-duration").waitFor();
      expect(await ann.page.getByTestId("erase-room").count()).to.equal(0);
      await leave(ben);
      await ben.page.getByTestId("erase-room").click();
      await ben.page.getByTestId("confirm").click();
      await waitForDeadEnd(ben, "erased");
    }));
});
