// Many control messages that are still allowed, and what the sender of too many sees.
import { expect } from "chai";
import { withPeople } from "../../support/browser.ts";
import { sendOverChannels } from "../../support/attacks/disobedient.ts";
import { meetEve, readWork, states } from "../../support/attacks/flood.ts";
import { expectUnbrokenMedia } from "../../support/media.ts";
import { expectSeesAndHears, meet, waitForTiles } from "../../support/meeting.ts";
import { useSystem } from "../../support/system.ts";

describe("a flood of control messages", () => {
  useSystem();

  it("within the allowance is rendered once a frame, and nothing of it is lost", () =>
    withPeople(3, async (ann, ben, eve) => {
      await meetEve(ann, ben, eve);
      await sendOverChannels(eve.page, states(150));
      for (const { page } of [ann, ben]) {
        await page.locator('[data-testid="tile"][aria-label="Eve 149"]').waitFor();
        const { renders, frames } = await readWork(page);
        expect(renders).to.be.at.most(2 * frames + 2);
      }
      await expectUnbrokenMedia([ann, ben, eve], 2, 3_000);
    }));

  it("is said to the page that sent it, too", () =>
    withPeople(2, async (ann, eve) => {
      // Only its channels are at hand. It obeys otherwise.
      await eve.context.addInitScript(() => {
        const channels: RTCDataChannel[] = [];
        Object.assign(window, { channels });
        const create = RTCPeerConnection.prototype.createDataChannel;
        RTCPeerConnection.prototype.createDataChannel = function (this: RTCPeerConnection, label, options) {
          const channel = create.call(this, label, options);
          channels.push(channel);
          return channel;
        };
      });
      await meet(ann, eve);
      for (const person of [ann, eve]) await expectSeesAndHears(person, 1);
      await sendOverChannels(eve.page, states(300));
      for (const { page } of [ann, eve]) {
        await page.locator('[data-testid="popup"][data-code="connection-closed"]').waitFor();
        await waitForTiles(page, 0);
      }
      // The reload that the popup speaks of.
      await eve.page.reload();
      for (const person of [ann, eve]) await expectSeesAndHears(person, 1);
    }));
});
