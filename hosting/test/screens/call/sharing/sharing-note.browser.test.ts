// The preview of one's own shared screen: a real capture of the page, until it ends.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { crowd, openCallPages, show, type CallPages } from "../call-page.ts";
import { shareThisTab } from "./share-this-tab.ts";

const note = (page: Page) => page.getByTestId("sharing");
const isShared = (page: Page) => page.getByTestId("share-screen").getAttribute("aria-pressed");
const trackOf = (page: Page) =>
  note(page)
    .locator("video")
    .evaluateHandle((video: HTMLVideoElement) => (video.srcObject as MediaStream).getVideoTracks()[0]!);

describe("the preview of one's own screen", function () {
  let pages: CallPages;
  let page: Page;
  before(async () => {
    pages = await openCallPages();
  });
  after(() => pages.close());
  beforeEach(async () => {
    page = await pages.open({ viewport: { width: 1280, height: 720 } }, shareThisTab);
    await show(page, crowd(2));
  });
  afterEach(() => page.context().close());

  async function share(): Promise<void> {
    await page.getByTestId("share-screen").focus();
    await page.keyboard.press("Enter");
    await note(page).waitFor();
  }

  it("moves, says that everybody sees it, and is stopped from the keyboard", async () => {
    expect(await isShared(page)).to.equal("false");
    await share();
    await note(page).getByText("Everybody here sees your screen.").waitFor();
    expect(await isShared(page)).to.equal("true");
    await page.waitForFunction(() => {
      const video = document.querySelector<HTMLVideoElement>('[data-testid="sharing"] video');
      return video !== null && video.videoWidth > 0 && video.getVideoPlaybackQuality().totalVideoFrames > 2;
    });
    expect(await note(page).locator("video").isVisible()).to.equal(true);
    const track = await trackOf(page);
    await page.getByRole("button", { name: "Stop sharing the screen", exact: true }).focus();
    await page.keyboard.press("Enter");
    await note(page).waitFor({ state: "detached" });
    expect(await isShared(page)).to.equal("false");
    expect(await track.evaluate(({ readyState }) => readyState)).to.equal("ended");
  });

  it("is gone when the sharing ends by the browser's own button", async () => {
    await share();
    // A page gets no event for tracks that it stops itself.
    await (
      await trackOf(page)
    ).evaluate((track) => {
      track.stop();
      track.dispatchEvent(new Event("ended"));
    });
    await note(page).waitFor({ state: "detached" });
    expect(await isShared(page)).to.equal("false");
  });

  it("is not there after a refusal, which is no failure", async () => {
    await page.evaluate(() => {
      navigator.mediaDevices.getDisplayMedia = () =>
        Promise.reject(new DOMException("Permission denied", "NotAllowedError"));
    });
    await page.getByTestId("share-screen").click();
    // The next press asks again: the first answer has come.
    await page.evaluate(() => {
      navigator.mediaDevices.getDisplayMedia = () => Promise.reject(new DOMException("No screen", "NotFoundError"));
    });
    await page.getByTestId("share-screen").click();
    await page.locator('[data-testid="popup"][data-code="screen-missing"]').waitFor();
    expect(await page.getByTestId("popup").count(), "nothing about the refusal").to.equal(1);
    expect(await note(page).count()).to.equal(0);
  });

  for (const viewport of [
    { width: 844, height: 390 },
    { width: 1280, height: 720 },
  ]) {
    it(`covers no picture and no control at ${viewport.width}x${viewport.height}`, async () => {
      await page.setViewportSize(viewport);
      await share();
      await page.evaluate(() => window.testCall.settle());
      const { y, height } = (await note(page).boundingBox())!;
      for (const below of await page.locator('[data-testid="tile"], .call-bar').all()) {
        expect((await below.boundingBox())!.y).to.be.at.least(y + height);
      }
      for (const button of await note(page).locator("button").all()) {
        expect((await button.boundingBox())!.height).to.be.at.least(44);
      }
    });
  }
});
