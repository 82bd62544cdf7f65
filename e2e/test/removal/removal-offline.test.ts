// A removal of somebody who cannot reach Firestore. The page learns of it by the host's word over
// the control channel.
import { withPeople } from "../support/browser.ts";
import { expectSeesAndHears, meet, waitForTiles } from "../support/meeting.ts";
import { ownFirestore } from "../support/network/own-firestore.ts";
import { waitForDeadEnd } from "../support/panel.ts";
import { useSystem } from "../support/system.ts";
import { idOf, removeByHost, waitForOpen } from "./after-removal.ts";
import { loseFirestore, useOwnFirestore } from "./lose-firestore.ts";

describe("without Firestore, a removal", () => {
  useSystem();
  const giveOwn = useOwnFirestore();

  it("reaches the removed person, whose page ends and says why", () =>
    withPeople([{}, ownFirestore], async (ann, ben) => {
      const proxy = await giveOwn(ben!);
      await meet(ann!, ben!);
      await expectSeesAndHears(ann!, 1);
      await loseFirestore([ben!, proxy]);
      await removeByHost(ann!, (await idOf(ann!))!);
      await waitForDeadEnd(ben!, "removed");
      await waitForTiles(ann!.page, 0);
      for (const person of [ann!, ben!]) await waitForOpen(person, 0);
    }));
});
