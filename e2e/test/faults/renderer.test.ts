// A page that is suspended as a whole, and resumes.
import { expect } from "chai";
import { fakeDevices } from "../../../scripts/system/launch-chromium.ts";
import { withBrowser, withPeople } from "../support/browser.ts";
import { expectSeesAndHears, meet } from "../support/meeting.ts";
import { suspendFor } from "../support/processes.ts";
import { reportTime } from "../support/report.ts";
import { waitForFrames } from "../support/media.ts";
import { useSystem } from "../support/system.ts";
import { rangeOfTiles, readTileSnapshots, recordTiles } from "../support/tiles.ts";

describe("a page that does not respond", () => {
  useSystem();

  it("suspended: shown as silent, always in one tile, and connected again when it resumes", () =>
    withBrowser([fakeDevices()], (browser) =>
      withPeople([{}, { browser }], async (ann, ben) => {
        await meet(ann!, ben!);
        for (const person of [ann!, ben!]) await expectSeesAndHears(person, 1);
        for (const { page } of [ann!, ben!]) await recordTiles(page);
        const suspendedAtMs = Date.now();
        await suspendFor(browser, 7_000, async () => {
          await ann!.page.getByTestId("tile-silent").waitFor();
          reportTime("Suspended: shown after", suspendedAtMs);
        });
        const resumedAtMs = Date.now();
        await waitForFrames(ann!);
        reportTime("Resumed: frames after", resumedAtMs);
        await ann!.page.getByTestId("tile-silent").waitFor({ state: "detached" });
        reportTime("Resumed: shown as connected after", resumedAtMs);
        const snapshots = await readTileSnapshots(ann!.page);
        const [silence] = snapshots.flatMap(({ tiles }) => tiles.filter(({ status }) => status === "silent"));
        expect(silence?.text).to.include("😵");
        // Nothing arrives from a suspended renderer, as from a device that sleeps.
        expect(silence?.text).to.match(/no network there, or the device sleeps/i);
        for (const person of [ann!, ben!]) {
          await expectSeesAndHears(person, 1);
          expect(rangeOfTiles(await readTileSnapshots(person.page))).to.deep.equal({ min: 1, max: 1 });
        }
      }),
    ));
});
