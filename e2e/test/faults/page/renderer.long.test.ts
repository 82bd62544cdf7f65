// A page crashes and sends no `bye`.
import { expect } from "chai";
import { fakeDevices } from "../../../../scripts/system/browsers/launch-chromium.ts";
import { openPerson, withBrowser, withPeople } from "../../support/browser.ts";
import { eventually } from "../../support/eventually.ts";
import { connect, expectSeesAndHears, meet, openLink, waitForTiles } from "../../support/meeting.ts";
import { findRenderers, signalProcesses } from "../../support/device/processes.ts";
import { reportTime } from "../../support/report.ts";
import { useSystem } from "../../support/system.ts";
import {
  listSeenParticipants,
  goneAtMs,
  readTileSnapshots,
  recordTiles,
  recordTilesFromStart,
} from "../../support/tiles.ts";

describe("a page that does not respond", () => {
  useSystem();

  it("crashed: removed for the others when the longest silence is over, and never shown to a newcomer", () =>
    withBrowser([fakeDevices()], (browser) =>
      withPeople([{}, { browser }], async (ann, ben) => {
        const link = await meet(ann!, ben!);
        await expectSeesAndHears(ann!, 1);
        const crashedID = await ann!.page.getByTestId("tile").getAttribute("data-participant");
        const cat = await openPerson();
        try {
          await recordTilesFromStart(cat.page);
          await recordTiles(ann!.page);
          const crashed = new Promise((resolve) => ben!.page.once("crash", resolve));
          const renderers = await findRenderers(browser);
          const crashedAtMs = Date.now();
          signalProcesses(renderers, "SIGKILL");
          await crashed;
          await openLink(cat, link);
          await connect(cat);
          await expectSeesAndHears(cat, 1);
          const isGone = async () => (await readTileSnapshots(ann!.page)).at(-1)?.tiles ?? [];
          await eventually("the crashed participant to be gone", isGone, (tiles) =>
            tiles.every(({ participant }) => participant !== crashedID),
          );
          const snapshots = await readTileSnapshots(ann!.page);
          reportTime(
            "Crashed: gone after",
            crashedAtMs,
            goneAtMs(snapshots, ({ participant }) => participant === crashedID),
          );
          await waitForTiles(ann!.page, 1);
          await expectSeesAndHears(ann!, 1);
          const seenByCat = listSeenParticipants(await readTileSnapshots(cat.page));
          expect(seenByCat).to.have.lengthOf(1);
          expect(seenByCat).not.to.include(crashedID);
        } finally {
          await cat.context.close();
        }
      }),
    ));
});
