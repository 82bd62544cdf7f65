// An idle device is suspended as a whole for a moment. Afterwards it plays without delay. The
// client changes nothing on an overloaded device, so nothing else may run at the same time
// (docs/decisions/0009-a-new-connection-after-a-suspension.md).
import { expect } from "chai";
import { fakeDevices } from "../../../scripts/system/browsers/launch-chromium.ts";
import { withBrowser, withPeople } from "../support/browser.ts";
import { waitForIdleDevice } from "../support/device/idle-device.ts";
import { countConnections } from "../support/connections.ts";
import { eventually } from "../support/eventually.ts";
import { expectSeesAndHears, meet } from "../support/meeting.ts";
import { suspendFor } from "../support/device/processes.ts";
import { reportTime } from "../support/report.ts";
import { waitForFrames, waitForTimelyMedia } from "../support/media.ts";
import { rangeOfTiles, readTileSnapshots, recordTiles } from "../support/tiles.ts";
import { useSystem } from "../support/system.ts";

/** Long enough that Chromium would play late for many seconds. Short enough that nobody is lost. */
const suspendedMs = 7_000;

describe("a suspended page on an idle device", () => {
  useSystem();

  it("plays without delay as soon as it resumes: over another connection, always in one tile", () =>
    withBrowser([fakeDevices()], (browser) =>
      withPeople([{}, { browser }], async (ann, ben) => {
        const both = [ann!, ben!];
        await meet(ann!, ben!);
        for (const person of both) await expectSeesAndHears(person, 1);
        for (const { page } of both) await recordTiles(page);
        await waitForIdleDevice(ben!.page);
        await suspendFor(browser, suspendedMs, () => Promise.resolve());
        const resumedAtMs = Date.now();
        await waitForFrames(ann!);
        reportTime("Resumed: frames after", resumedAtMs);
        for (const { page } of both) {
          await eventually(
            "another connection",
            () => countConnections(page),
            (count) => count === 2,
          );
        }
        await Promise.all(both.map((person) => waitForTimelyMedia(person)));
        reportTime("Resumed: without delay after", resumedAtMs);
        for (const person of both) {
          await expectSeesAndHears(person, 1);
          expect(rangeOfTiles(await readTileSnapshots(person.page))).to.deep.equal({ min: 1, max: 1 });
          expect(await countConnections(person.page)).to.equal(2);
        }
      }),
    ));
});
