// A page that is suspended as a whole, and resumes.
import { expect } from "chai";
import { fakeDevices } from "../../../scripts/system/launch-chromium.ts";
import { withBrowser, withPeople } from "../support/browser.ts";
import { expectSeesAndHears, meet } from "../support/meeting.ts";
import { stopFor } from "../support/processes.ts";
import { reportTime } from "../support/report.ts";
import { waitForFrames } from "../support/steadiness.ts";
import { useSystem } from "../support/system.ts";
import { rangeOfTiles, readSights, recordTiles } from "../support/tiles.ts";

describe("a page that does not answer", () => {
  useSystem();

  it("frozen: shown as not answering, in one tile all the time, and back when it runs again", () =>
    withBrowser([fakeDevices()], (browser) =>
      withPeople([{}, { browser }], async (ann, ben) => {
        await meet(ann!, ben!);
        for (const person of [ann!, ben!]) await expectSeesAndHears(person, 1);
        for (const { page } of [ann!, ben!]) await recordTiles(page);
        const frozenAtMs = Date.now();
        await stopFor(browser, 7_000, async () => {
          await ann!.page.getByTestId("tile-silent").waitFor();
          reportTime("Frozen: shown after", frozenAtMs);
        });
        const thawedAtMs = Date.now();
        await waitForFrames(ann!);
        reportTime("Running again: frames after", thawedAtMs);
        await ann!.page.getByTestId("tile-silent").waitFor({ state: "detached" });
        reportTime("Running again: shown as connected after", thawedAtMs);
        const sights = await readSights(ann!.page);
        const [silence] = sights.flatMap(({ tiles }) => tiles.filter(({ status }) => status === "silent"));
        expect(silence?.words).to.include("😵");
        // Nothing arrives from a suspended renderer, as from a device that sleeps.
        expect(silence?.words).to.match(/no network there, or the device sleeps/i);
        for (const person of [ann!, ben!]) {
          await expectSeesAndHears(person, 1);
          expect(rangeOfTiles(await readSights(person.page))).to.deep.equal({ min: 1, max: 1 });
        }
      }),
    ));
});
