// A tab is closed, and the server does not learn it: the last request of a page may get lost, and a
// crash sends none. The person opens the link again.
import { expect } from "chai";
import { withPeople, type Person } from "../../support/browser.ts";
import { connect, expectSeesAndHears, meet, openLink, waitForTiles } from "../../support/meeting.ts";
import { getSystem, useSystem } from "../../support/system.ts";

/** Runs in the page. The requests that outlive it never leave. */
function loseLastRequests(): void {
  const send = window.fetch.bind(window);
  window.fetch = (input, options) => (options?.keepalive ? new Promise(() => {}) : send(input, options));
}

describe("a tab that was closed without a word to the server", () => {
  useSystem();

  it("is followed by another one, which has the call again without a question", () =>
    withPeople(2, async (ann, ben) => {
      const link = await meet(ann, ben);
      await waitForTiles(ann.page, 1);
      const participant = await ann.page.getByTestId("tile").getAttribute("data-participant");
      const room = new URL(link).pathname.split("/").at(-1)!;
      const seat = (await getSystem()).firestore.doc(`rooms/${room}/users/${participant}`);
      await ben.page.evaluate(loseLastRequests);
      await ben.page.close({ runBeforeUnload: false });
      await waitForTiles(ann.page, 0);
      expect((await seat.get()).get("isActive"), "the seat of the closed tab").to.equal(true);

      const back: Person = { ...ben, page: await ben.context.newPage() };
      await openLink(back, link);
      await connect(back);
      for (const person of [ann, back]) await expectSeesAndHears(person, 1);
      expect(await ann.page.getByTestId("tile").getAttribute("data-participant")).to.equal(participant);
    }));
});
