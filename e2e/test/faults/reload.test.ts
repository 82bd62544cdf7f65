// A reload does not end the visit. The person keeps the participant and is entered as before. The
// remote page never shows them as gone, and never twice.
import { expect } from "chai";
import { withPeople } from "../support/browser.ts";
import { expectSeesAndHears, meet, waitForTiles } from "../support/meeting.ts";
import { waitForFrames } from "../support/media.ts";
import { listSeenParticipants, rangeOfTiles, readTileSnapshots, recordTiles } from "../support/tiles.ts";
import { useSystem } from "../support/system.ts";
import { reportTime } from "../support/report.ts";

describe("a reload during a call", () => {
  useSystem();

  it("returns to the call as the same participant, with the camera as it was; the other page always shows exactly one tile", () =>
    withPeople(2, async (ann, ben) => {
      const link = await meet(ann, ben);
      for (const person of [ann, ben]) await expectSeesAndHears(person, 1);
      const tile = ann.page.getByTestId("tile");
      const before = await tile.getAttribute("data-participant");
      await ben.page.getByTestId("toggle-camera").click();
      await ann.page.getByTestId("tile-camera-off").waitFor();
      await recordTiles(ann.page);
      const reloadedAtMs = Date.now();
      await ben.page.reload();
      // Without a press on Connect.
      await ben.page.getByTestId("call").waitFor();
      await waitForTiles(ben.page, 1);
      await waitForFrames(ben);
      reportTime("Reloaded: frames of the other after", reloadedAtMs);
      const statuses = async () => (await readTileSnapshots(ann.page)).map(({ tiles }) => tiles[0]?.status);
      expect(await statuses()).to.include("connecting");
      await ann.page.locator('[data-testid="tile"][data-status="connected"]').waitFor();
      expect(ben.page.url()).to.equal(link);
      expect(await ann.page.getByTestId("tile-camera-off").count()).to.equal(1);
      const snapshots = await readTileSnapshots(ann.page);
      expect(listSeenParticipants(snapshots)).to.deep.equal([before]);
      expect(rangeOfTiles(snapshots)).to.deep.equal({ min: 1, max: 1 });
      // The camera can be turned on again.
      await ben.page.getByTestId("toggle-camera").click();
      await expectSeesAndHears(ann, 1);
    }));
});
