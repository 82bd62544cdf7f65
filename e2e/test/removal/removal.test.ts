// A person who was removed gets nothing more and gives nothing more, whatever their page does.
import { withPeople } from "../support/browser.ts";
import { disobey } from "../support/attacks/disobedient.ts";
import { expectSeesAndHears, meet, waitForTiles } from "../support/meeting.ts";
import { reportTime } from "../support/report.ts";
import { useSystem } from "../support/system.ts";
import { goneAtMs, readTileSnapshots, recordTiles } from "../support/tiles.ts";
import { expectNothingMore, lastSeated, removeByHost, waitForOpen } from "./after-removal.ts";

describe("a removal", () => {
  useSystem();

  it("of a person whose page does not obey: it decodes no further frame, nobody keeps a connection to it, and the others go on", () =>
    withPeople(3, async (ann, ben, eve) => {
      await eve.context.addInitScript(disobey);
      const link = await meet(ann, ben, eve);
      for (const person of [ann, ben, eve]) await expectSeesAndHears(person, 2);
      const idOfEve = await lastSeated(link);
      for (const { page } of [ann, ben]) await recordTiles(page);
      const removedAtMs = Date.now();
      await removeByHost(ann, idOfEve);
      for (const person of [ann, ben]) {
        await waitForTiles(person.page, 1);
        await waitForOpen(person, 1);
        const atMs = goneAtMs(await readTileSnapshots(person.page), ({ participant }) => participant === idOfEve);
        reportTime(`Removed: gone ${person === ann ? "for the host" : "for the guest"} after`, removedAtMs, atMs);
      }
      await expectNothingMore(eve, { people: [ann, ben], others: 1 });
      for (const person of [ann, ben]) await expectSeesAndHears(person, 1);
    }));
});
