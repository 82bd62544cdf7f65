// The blur of the background by the real LocalMedia, with a real track whose camera blurs.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { openBrowser, waitUntil, type TestBrowser } from "../call/browser/browser.ts";
import { blurringScript, type BlurringCamera, type BlurWindow } from "./blurring-camera.ts";

const both = [false, true];

describe("the blur of the background", function () {
  let browser: TestBrowser;
  let page: Page;
  before(async () => {
    browser = await openBrowser(new URL("page.ts", import.meta.url));
  });
  after(() => browser.close());
  afterEach(() => page.context().close());

  async function open(camera: BlurringCamera | null, blurChoice: boolean | null = null): Promise<void> {
    ({ page } = await browser.openPage());
    if (camera !== null) await page.evaluate(blurringScript(camera));
    await page.evaluate(async (choice) => {
      window.devices.restart({ blurChoice: choice });
      void window.devices.media.open({ audio: false, video: true });
    }, blurChoice);
    await waitUntil("the camera", () => page.evaluate(() => window.devices.media.track("video") !== null));
  }

  const read = () =>
    page.evaluate(() => {
      const { blur, blurChoice, video } = window.devices.media.state;
      return { blur, blurChoice, isOn: video.isOn, camera: (window as unknown as BlurWindow).blurring.isOn };
    });
  const setBlur = (isOn: boolean) => page.evaluate((on) => window.devices.media.setBlur(on), isOn);
  const given = (isOn: boolean) => ({ isOn, canChange: true, isRefused: false });

  it("is nowhere where the camera has none", async () => {
    await open(null);
    expect(await page.evaluate(() => window.devices.media.state.blur)).to.equal(null);
  });

  it("is read, not changed, where only the system changes it", async () => {
    for (const isOn of both) {
      await open({ offered: [isOn], isOn }, true);
      expect((await read()).blur).to.deep.equal({ isOn, canChange: false, isRefused: false });
      if (!isOn) await page.context().close();
    }
  });

  for (const isChromium of both) {
    const where = isChromium ? "as Chromium does it" : "as the specification has it";

    it(`is switched, and stays when the picture is limited, ${where}`, async () => {
      await open({ offered: both, isChromium });
      expect(await read()).to.deep.equal({ blur: given(false), blurChoice: null, isOn: true, camera: false });
      await setBlur(true);
      expect(await read()).to.deep.equal({ blur: given(true), blurChoice: true, isOn: true, camera: true });
      await page.evaluate(() => window.devices.media.limitPicture({ shortSidePx: 90, maxFramesPerSecond: 8 }));
      expect((await read()).camera).to.equal(true);
      expect(await page.evaluate(() => (window as unknown as BlurWindow).blurring.width())).to.equal(160);
      await setBlur(false);
      expect(await read()).to.deep.equal({ blur: given(false), blurChoice: false, isOn: true, camera: false });
      expect(await page.evaluate(() => (window as unknown as BlurWindow).blurring.width())).to.equal(160);
    });
  }

  it("follows the system, and does not undo what the person chose there", async () => {
    await open({ offered: both }, true);
    await page.evaluate(() => (window as unknown as BlurWindow).blurring.switchInSystem(false));
    expect(await read()).to.deep.equal({ blur: given(false), blurChoice: false, isOn: true, camera: false });
    await page.evaluate(() => window.devices.media.limitPicture({ shortSidePx: 90, maxFramesPerSecond: 8 }));
    expect((await read()).camera).to.equal(false);
    await page.evaluate(() => (window as unknown as BlurWindow).blurring.switchInSystem(true));
    expect((await read()).blur).to.deep.equal(given(true));
  });

  it("comes before the first picture, if it was chosen last time", async () => {
    await open({ offered: both, isSlow: true }, true);
    expect((await read()).isOn, "dark until the camera has answered").to.equal(false);
    expect(await page.evaluate(() => window.devices.media.track("video")?.enabled)).to.equal(false);
    await page.evaluate(() => (window as unknown as BlurWindow).blurring.answer());
    await waitUntil("the picture", async () => (await read()).isOn);
    expect((await read()).camera).to.equal(true);
  });

  it("is reported as refused, and the camera goes on", async () => {
    await open({ offered: both, refuses: true }, true);
    await waitUntil("the picture", async () => (await read()).isOn);
    const refused = { isOn: false, canChange: true, isRefused: true };
    expect((await read()).blur).to.deep.equal(refused);
    await setBlur(true);
    expect((await read()).blur).to.deep.equal(refused);
    await setBlur(false);
    expect((await read()).blur).to.deep.equal(given(false));
  });
});
