// A shared screen. The others see it large, with the people beside it, until the owner stops it.
// Each may pin a picture instead.
import { expect } from "chai";
import { fakeDevices } from "../../../scripts/system/browsers/launch-chromium.ts";
import { withBrowser, withPeople, type Person } from "../support/browser.ts";
import { eventually } from "../support/eventually.ts";
import { expectSeesAndHears, meet } from "../support/meeting.ts";
import { useSystem } from "../support/system.ts";
import { shareThisTab } from "./share-this-tab.ts";

/** The height of the person's tile, divided by that of the screen. */
async function compareWithScreen({ page }: Person): Promise<number> {
  const heightOf = async (testID: string) => (await page.getByTestId(testID).boundingBox())?.height ?? 0;
  return (await heightOf("tile")) / (await heightOf("screen-tile"));
}

const isLarger = (share: number) => share > 1.2;
const isSmaller = (share: number) => share < 0.8;

describe("a shared screen", () => {
  useSystem();

  it("is shown to the others beside its owner, until it is stopped", () =>
    withBrowser(["--auto-accept-this-tab-capture", fakeDevices()], (browser) =>
      withPeople([{ browser }, {}], async (ann, ben) => {
        await ann.context.addInitScript(shareThisTab);
        await meet(ann, ben);
        await expectSeesAndHears(ben, 1);
        await ann.page.getByTestId("share-screen").click();
        await ann.page.getByTestId("sharing").waitFor();
        const screen = ben.page.getByTestId("screen-tile");
        await screen.waitFor();
        const countFrames = () =>
          screen
            .locator("video")
            .evaluate((video: HTMLVideoElement) => video.getVideoPlaybackQuality().totalVideoFrames);
        await eventually("frames of the screen", countFrames, (frames) => frames > 2);
        expect(await ben.page.getByTestId("tile").count()).to.equal(1);
        const pin = ben.page.getByTestId("tile").getByTestId("pin");
        await pin.press("Enter");
        await eventually("the person larger than the screen", () => compareWithScreen(ben), isLarger);
        await pin.press("Enter");
        await eventually("the screen larger again", () => compareWithScreen(ben), isSmaller);
        await ann.page.getByTestId("stop-screen").click();
        await screen.waitFor({ state: "detached" });
        await ann.page.getByTestId("sharing").waitFor({ state: "detached" });
        await expectSeesAndHears(ben, 1);
      }),
    ));
});
