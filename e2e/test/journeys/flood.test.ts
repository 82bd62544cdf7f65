// A page that sends far more control messages than honest pages do, to two others.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { withPeople, type Person } from "../support/browser.ts";
import { disobey, sendOverChannels } from "../support/disobedient.ts";
import { expectSeesAndHears, meet, waitForTiles } from "../support/meeting.ts";
import { expectUnbrokenMedia } from "../support/media.ts";
import { useSystem } from "../support/system.ts";

interface CountingWindow extends Window {
  work?: { renders: number; frames: number; longestTaskMs: number };
}

/** Runs in the page. A name that changes is rendered in the same task for all of its places. */
function countWork(): void {
  const work = ((window as CountingWindow).work = { renders: 0, frames: 0, longestTaskMs: 0 });
  const countFrame = () => {
    work.frames += 1;
    requestAnimationFrame(countFrame);
  };
  requestAnimationFrame(countFrame);
  const stage = document.querySelector('[data-testid="call"]')!;
  new MutationObserver((mutations) => {
    if (mutations.some(({ attributeName }) => attributeName === "aria-label")) work.renders += 1;
  }).observe(stage, { subtree: true, attributeFilter: ["aria-label"] });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) work.longestTaskMs = Math.max(work.longestTaskMs, duration);
  }).observe({ type: "longtask" });
}

const readWork = (page: Page) => page.evaluate(() => (window as CountingWindow).work!);

const state = (name: string) => ({
  type: "state",
  hasEntered: true,
  constraints: { audio: true, video: true, screen: false },
  name,
});

const states = (count: number) => Array.from({ length: count }, (_, index) => state(`Eve ${index}`));

describe("a flood of control messages", () => {
  useSystem();

  async function meetEve(ann: Person, ben: Person, eve: Person): Promise<void> {
    await eve.context.addInitScript(disobey);
    await meet(ann, ben, eve);
    for (const person of [ann, ben, eve]) await expectSeesAndHears(person, 2);
    for (const { page } of [ann, ben]) await page.evaluate(countWork);
  }

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
