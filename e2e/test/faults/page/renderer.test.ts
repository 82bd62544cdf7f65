// A page that is suspended as a whole, and resumes.
import { expect } from "chai";
import type { Browser } from "playwright-core";
import { fakeDevices } from "../../../../scripts/system/browsers/launch-chromium.ts";
import { withBrowser, withPeople, type Person } from "../../support/browser.ts";
import { untilUndisturbed } from "../../support/disturbance.ts";
import { expectSeesAndHears, meet } from "../../support/meeting.ts";
import { suspendFor } from "../../support/device/processes.ts";
import { reportTime } from "../../support/report.ts";
import { waitForFrames } from "../../support/media.ts";
import { useSystem } from "../../support/system.ts";
import { listSeenParticipants, rangeOfTiles, readTileSnapshots, recordTiles } from "../../support/tiles.ts";
import { keptForMs } from "../network/interrupt-network.ts";

/** Suspends Ben's page. Resolves to whether each page always showed one tile, or had to. */
async function suspend(browser: Browser, ann: Person, ben: Person) {
  for (const { page } of [ann, ben]) await recordTiles(page);
  const suspendedAtMs = Date.now();
  await suspendFor(browser, 7_000, async () => {
    await ann.page.getByTestId("tile-silent").waitFor();
    reportTime("Suspended: shown after", suspendedAtMs);
  });
  const resumedAtMs = Date.now();
  await waitForFrames(ann);
  reportTime("Resumed: frames after", resumedAtMs);
  await ann.page.getByTestId("tile-silent").waitFor({ state: "detached" });
  reportTime("Resumed: shown as connected after", resumedAtMs);
  const lastedMs = Date.now() - suspendedAtMs;
  const [silence] = (await readTileSnapshots(ann.page)).flatMap(({ tiles }) =>
    tiles.filter(({ status }) => status === "silent"),
  );
  expect(silence?.text).to.include("😵");
  // Nothing arrives from a suspended renderer, as from a device that sleeps.
  expect(silence?.text).to.match(/their network is down, or their device is asleep/i);
  for (const person of [ann, ben]) await expectSeesAndHears(person, 1);
  const seen = await Promise.all([ann, ben].map(({ page }) => readTileSnapshots(page)));
  for (const snapshots of seen) {
    expect(listSeenParticipants(snapshots)).to.have.lengthOf(1);
    expect(rangeOfTiles(snapshots).max).to.equal(1);
  }
  const isKept = seen.every((snapshots) => rangeOfTiles(snapshots).min === 1);
  return { isKept, isUndisturbed: isKept || lastedMs <= keptForMs };
}

describe("a page that does not respond", () => {
  useSystem();

  it("suspended: shown as silent, always in one tile, and connected again when it resumes", () =>
    withBrowser([fakeDevices()], (browser) =>
      withPeople([{}, { browser }], async (ann, ben) => {
        await meet(ann!, ben!);
        for (const person of [ann!, ben!]) await expectSeesAndHears(person, 1);
        const { isKept } = await untilUndisturbed("a tile that is gone, and a suspension that lasted too long", () =>
          suspend(browser, ann!, ben!),
        );
        expect(isKept).to.equal(true);
      }),
    ));
});
