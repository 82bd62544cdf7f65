// A page that sends far more control messages than honest pages do, to two others.
import { expect } from "chai";
import { withPeople } from "../../support/browser.ts";
import { sendOverChannels } from "../../support/attacks/disobedient.ts";
import { meetEve, readWork, states } from "../../support/attacks/flood.ts";
import { expectUnbrokenMedia } from "../../support/media.ts";
import { waitForTiles } from "../../support/meeting.ts";
import { useSystem } from "../../support/system.ts";

describe("a flood of control messages", () => {
  useSystem();

  it("of 5,000 states ends the connection with a reason, costs few renders, and leaves the others their call", () =>
    withPeople(3, async (ann, ben, eve) => {
      await meetEve(ann, ben, eve);
      await sendOverChannels(eve.page, states(5_000));
      for (const { page } of [ann, ben]) {
        await page.locator('[data-testid="popup"][data-code="connection-closed"]').waitFor();
        await waitForTiles(page, 1);
        const { renders, frames, longestTaskMs } = await readWork(page);
        process.stdout.write(`        ${renders} renders in ${frames} frames, longest task ${longestTaskMs} ms\n`);
        // At most two for each frame: the first one, and the one after it.
        expect(renders).to.be.at.most(Math.min(200, 2 * frames + 2));
      }
      await expectUnbrokenMedia([ann, ben], 1, 3_000);
    }));
});
