// A network that carries speech and no useful picture: audio goes on, the camera is paused, both
// people are told, and the picture comes back by itself.
import { expect } from "chai";
import type { Locator } from "playwright-core";
import { withPeople, type Person } from "../../support/browser.ts";
import { readTraffic } from "../../support/connections.ts";
import { eventually } from "../../support/eventually.ts";
import { expectSeesAndHears, meet } from "../../support/meeting.ts";
import { waitForFrames } from "../../support/media.ts";
import { controlNetwork } from "../../support/network/network.ts";
import { reportTime } from "../../support/report.ts";
import { useSystem } from "../../support/system.ts";

/** Only a failure takes this long: trials that fail make the next one come later. */
const mostMs = 240_000;

const tileNote = ({ page }: Person): Locator =>
  page.getByTestId("picture-note").filter({ hasText: /no picture for now/ });
const ownNote = ({ page }: Person): Locator => page.getByTestId("own-picture-note").filter({ hasText: /sound only/ });

async function expectHears({ page }: Person): Promise<void> {
  const { audioEnergy: before } = await readTraffic(page);
  await eventually(
    "sound that continues",
    () => readTraffic(page),
    ({ connected, audioEnergy }) => connected === 1 && (audioEnergy[0] ?? 0) > (before[0] ?? 0) + 0.001,
  );
}

describe("a weak network", () => {
  useSystem();

  it("of one person: pictures pause and both are told, they hear each other, and the pictures come back", () =>
    withPeople(2, async (ann, ben) => {
      const network = await controlNetwork(ben.page);
      await meet(ann, ben);
      for (const person of [ann, ben]) {
        await expectSeesAndHears(person, 1);
        expect(await tileNote(person).count()).to.equal(0);
        expect(await ownNote(person).count()).to.equal(0);
      }
      const slowAtMs = Date.now();
      await network.slowDown();
      await Promise.all([tileNote(ann), ownNote(ben)].map((note) => note.waitFor({ timeout: mostMs })));
      reportTime("told to both after", slowAtMs);
      for (const person of [ann, ben]) await expectHears(person);
      const backAtMs = Date.now();
      await network.restore();
      for (const person of [ann, ben]) {
        await tileNote(person).waitFor({ state: "detached", timeout: mostMs });
        await ownNote(person).waitFor({ state: "detached", timeout: mostMs });
        await waitForFrames(person);
        await expectSeesAndHears(person, 1);
      }
      reportTime("pictures for both, after the return:", backAtMs);
    }));
});
