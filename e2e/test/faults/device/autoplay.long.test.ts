// A browser that plays no audio before a press in the page. The page shows one button that starts
// the audio. A reloaded page has had no press.
import { expect } from "chai";
import type { CDPSession } from "playwright-core";
import { fakeDevices } from "../../../../scripts/system/browsers/launch-chromium.ts";
import { withBrowser, withPeople } from "../../support/browser.ts";
import { readTraffic } from "../../support/connections.ts";
import { eventually } from "../../support/eventually.ts";
import { expectSeesAndHears, meet } from "../../support/meeting.ts";
import { useSystem } from "../../support/system.ts";

/** Evaluations by Playwright count as a user gesture. These do not. */
async function evaluateWithoutGesture<T>(session: CDPSession, expression: string): Promise<T> {
  const { result } = await session.send("Runtime.evaluate", {
    expression,
    awaitPromise: true,
    returnByValue: true,
    userGesture: false,
  });
  return result.value as T;
}

const soundButton = `document.querySelectorAll('[data-testid="sound-on"]').length`;
const audibleVideos = `[...document.querySelectorAll('[data-testid="tile"] video')].filter((video) => !video.muted && !video.paused).length`;

describe("audio that the browser blocks", () => {
  useSystem();

  it("plays after a press on the one button that appears", () =>
    withBrowser([fakeDevices(), "--autoplay-policy=user-gesture-required"], (browser) =>
      withPeople([{}, { browser }], async (ann, ben) => {
        await meet(ann!, ben!);
        await expectSeesAndHears(ann!, 1);
        const session = await ben!.context.newCDPSession(ben!.page);
        await ben!.page.reload({ waitUntil: "commit" });
        await eventually(
          "the button for the audio",
          () => evaluateWithoutGesture<number>(session, soundButton).catch(() => 0),
          (count) => count === 1,
        );
        expect(await evaluateWithoutGesture<number>(session, audibleVideos)).to.equal(0);
        // The video plays anyway.
        await eventually(
          "frames without audio",
          () => readTraffic(ben!.page),
          ({ framesDecoded }) => (framesDecoded[0] ?? 0) >= 5,
        );
        const silent = await readTraffic(ben!.page);
        expect(silent.audioPackets[0]).to.be.greaterThan(0);
        expect(silent.audioEnergy[0]).to.equal(0);

        await ben!.page.getByTestId("sound-on").click();
        await ben!.page.getByTestId("sound-on").waitFor({ state: "detached" });
        expect(await evaluateWithoutGesture<number>(session, audibleVideos)).to.equal(1);
        await eventually(
          "audio",
          () => readTraffic(ben!.page),
          ({ audioEnergy }) => (audioEnergy[0] ?? 0) > 0.001,
        );
      }),
    ));
});
