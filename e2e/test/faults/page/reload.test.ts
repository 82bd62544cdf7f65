// A reload does not end the visit. The person keeps the participant and is entered as before. The
// remote page never shows them as gone, and never twice.
import { expect } from "chai";
import { withPeople, type Person } from "../../support/browser.ts";
import { untilUndisturbed } from "../../support/disturbance.ts";
import { expectSeesAndHears, meet, waitForTiles } from "../../support/meeting.ts";
import { waitForFrames } from "../../support/media.ts";
import {
  listSeenParticipants,
  rangeOfTiles,
  readTileSnapshots,
  recordTiles,
  type TileSnapshot,
} from "../../support/tiles.ts";
import { useSystem } from "../../support/system.ts";
import { reportTime } from "../../support/report.ts";

/** The tile stays for so long (`timings.returnWithinMs`). A busy machine may need longer. */
const returnWithinMs = 3_000;

/** From the end of the page until the tile is connected to the new one. */
function absenceMs(snapshots: readonly TileSnapshot[]): number {
  const isConnected = ({ tiles }: TileSnapshot) => tiles.some(({ status }) => status === "connected");
  const start = snapshots.findIndex((snapshot) => !isConnected(snapshot));
  const end = snapshots.findIndex((snapshot, index) => index > start && isConnected(snapshot));
  return (snapshots[end]?.atMs ?? Number.POSITIVE_INFINITY) - (snapshots[start]?.atMs ?? 0);
}

/** Ben reloads the page. Resolves to what Ann saw meanwhile. */
async function reload(ann: Person, ben: Person): Promise<readonly TileSnapshot[]> {
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
  return readTileSnapshots(ann.page);
}

describe("a reload during a call", () => {
  useSystem();

  it("returns to the call as the same participant, with the camera as it was; the other page always shows exactly one tile", () => {
    return withPeople(2, async (ann, ben) => {
      const link = await meet(ann, ben);
      for (const person of [ann, ben]) await expectSeesAndHears(person, 1);
      const before = await ann.page.getByTestId("tile").getAttribute("data-participant");
      await ben.page.getByTestId("toggle-camera").click();
      await ann.page.getByTestId("tile-camera-off").waitFor();
      const { tiles } = await untilUndisturbed("a tile that is gone, and a reload that took too long", async () => {
        const snapshots = await reload(ann, ben);
        expect(ben.page.url()).to.equal(link);
        expect(await ann.page.getByTestId("tile-camera-off").count()).to.equal(1);
        expect(listSeenParticipants(snapshots)).to.deep.equal([before]);
        const tiles = rangeOfTiles(snapshots);
        expect(tiles.max).to.equal(1);
        return { tiles, isUndisturbed: tiles.min === 1 || absenceMs(snapshots) <= returnWithinMs };
      });
      expect(tiles).to.deep.equal({ min: 1, max: 1 });
      // The camera can be turned on again.
      await ben.page.getByTestId("toggle-camera").click();
      await expectSeesAndHears(ann, 1);
    });
  });
});
