// What a join costs in Firestore, in a room of three, and what a call under way costs there.
import { withPeople } from "../../support/browser.ts";
import { eventually } from "../../support/eventually.ts";
import { connect, createRoom, expectSeesAndHears, openLink } from "../../support/meeting.ts";
import { useSystem } from "../../support/system.ts";
import { expectJoinWritesAtMost, waitUntilWritten, watchRoom } from "./count-writes.ts";

describe("a join in Firestore", () => {
  useSystem();

  it("writes at most 3 + 2(N - 1) documents into a room of 3, and none for a candidate", () =>
    expectJoinWritesAtMost(3));

  it("is followed by no more writes during the call", () =>
    withPeople(2, async (ann, ben) => {
      const link = await createRoom(ann);
      await connect(ann);
      await openLink(ben, link);
      await connect(ben);
      await expectSeesAndHears(ben, 1);
      await expectSeesAndHears(ann, 1);
      await waitUntilWritten(link, 2);
      // A slow machine may still write what entering has changed.
      await eventually(
        "4 s without a write",
        () => watchRoom(link, () => ann.page.waitForTimeout(4_000)),
        (changes) => changes.length === 0,
      );
    }));
});
