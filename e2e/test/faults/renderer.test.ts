// A page that stands still and comes back, and one that is gone without a word.
import { expect } from "chai";
import { fakeDevices } from "../../../scripts/system/launch-chromium.ts";
import { openPerson, withBrowser, withPeople } from "../support/browser.ts";
import { eventually } from "../support/eventually.ts";
import { connect, expectSeesAndHears, meet, openLink, waitForTiles } from "../support/meeting.ts";
import { waitForFrames } from "../support/steadiness.ts";
import { findRenderers, signalAll, stopFor } from "../support/processes.ts";
import { everSeen, goneAtMs, rangeOfTiles, readSights, recordTiles, recordTilesFromStart } from "../support/tiles.ts";
import { useSystem } from "../support/system.ts";
import { reportTime } from "../support/report.ts";

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
          await ann!.page.getByTestId("tile-silent").waitFor({ timeout: 20_000 });
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
        // Of a renderer that stands still altogether nothing arrives, as of a device that sleeps.
        expect(silence?.words).to.match(/no network there, or the device sleeps/i);
        for (const person of [ann!, ben!]) {
          await expectSeesAndHears(person, 1);
          expect(rangeOfTiles(await readSights(person.page))).to.deep.equal({ min: 1, max: 1 });
        }
      }),
    ));

  it("crashed: gone for those inside within the time that a silence may last, and never shown to a newcomer", () =>
    withBrowser([fakeDevices()], (browser) =>
      withPeople([{}, { browser }], async (ann, ben) => {
        const link = await meet(ann!, ben!);
        await expectSeesAndHears(ann!, 1);
        const ghost = await ann!.page.getByTestId("tile").getAttribute("data-participant");
        const cat = await openPerson();
        try {
          await recordTilesFromStart(cat.page);
          await recordTiles(ann!.page);
          const crashed = new Promise((resolve) => ben!.page.once("crash", resolve));
          const renderers = await findRenderers(browser);
          const crashedAtMs = Date.now();
          signalAll(renderers, "SIGKILL");
          await crashed;
          await openLink(cat, link);
          await connect(cat);
          await expectSeesAndHears(cat, 1);
          const isGone = async () => (await readSights(ann!.page)).at(-1)?.tiles ?? [];
          const silentForMs = 20_000;
          await eventually(
            "the ghost to be gone",
            isGone,
            (tiles) => tiles.every(({ participant }) => participant !== ghost),
            silentForMs + 10_000,
          );
          const sights = await readSights(ann!.page);
          reportTime(
            "Crashed: gone after",
            crashedAtMs,
            goneAtMs(sights, ({ participant }) => participant === ghost),
          );
          await waitForTiles(ann!.page, 1);
          await expectSeesAndHears(ann!, 1);
          const seenByCat = everSeen(await readSights(cat.page));
          expect(seenByCat).to.have.lengthOf(1);
          expect(seenByCat).not.to.include(ghost);
        } finally {
          await cat.context.close();
        }
      }),
    ));
});
