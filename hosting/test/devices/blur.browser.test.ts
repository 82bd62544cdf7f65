// The switch for the blur of the background, in the camera's menu of the call and in the lobby.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { blurringScript, type BlurWindow } from "../media/blurring-camera.ts";
import { openCallPages, type CallPages } from "../screens/call/call-page.ts";
import { openSite, roomPath } from "../screens/site.ts";

const both = [false, true];
const isBlurred = (page: Page) => page.evaluate(() => (window as unknown as BlurWindow).blurring.isOn);
const stored = (page: Page) => page.evaluate(() => localStorage.getItem("blur"));
const notice = (page: Page) => page.locator('[data-notice="camera blur-refused"]');

describe("the switch for the blur of the background", function () {
  let pages: CallPages;
  before(async () => {
    pages = await openCallPages();
  });
  after(() => pages.close());

  async function withCall(script: string | undefined, body: (page: Page) => Promise<void>): Promise<void> {
    const page = await pages.open({ viewport: { width: 1280, height: 720 } }, script);
    try {
      await page.locator('[data-testid="self-tile"] .picture.is-shown').waitFor();
      await page.getByTestId("camera-menu").click();
      await page.getByTestId("choose-camera").waitFor();
      await body(page);
    } finally {
      await page.context().close();
    }
  }

  it("blurs, follows the system, and is remembered until it is off", () =>
    withCall(blurringScript({ offered: both }), async (page) => {
      const blur = page.getByRole("checkbox", { name: "Blur my background" });
      expect(await blur.isChecked()).to.equal(false);
      await blur.check();
      await page.waitForFunction(() => localStorage.getItem("blur") === "on");
      expect(await isBlurred(page)).to.equal(true);
      expect(await notice(page).count()).to.equal(0);
      await page.evaluate(() => (window as unknown as BlurWindow).blurring.switchInSystem(false));
      await page.waitForFunction(() => !document.querySelector<HTMLInputElement>("[data-testid=blur]")?.checked);
      expect(await stored(page)).to.equal(null);
      await blur.check();
      await page.waitForFunction(() => localStorage.getItem("blur") === "on");
      await page.reload();
      await page.locator('[data-testid="self-tile"] .picture.is-shown').waitFor();
      expect(await isBlurred(page), "after a reload").to.equal(true);
    }));

  it("goes back and says why when the camera does not take it", () =>
    withCall(blurringScript({ offered: both, refuses: true }), async (page) => {
      const blur = page.getByTestId("blur");
      await blur.click();
      await notice(page).getByText("Your background is not blurred").waitFor();
      expect(await blur.isChecked()).to.equal(false);
      await page.getByTestId("close-notice").click();
      await notice(page).waitFor({ state: "detached" });
      await page.getByTestId("camera-menu").click();
      await blur.click();
      await notice(page).waitFor();
    }));

  it("is a sentence where only the system changes it, and nothing where there is none", async () => {
    await withCall(blurringScript({ offered: [true], isOn: true }), async (page) => {
      await page.getByText("The system blurs your background.").waitFor();
      expect(await page.getByTestId("blur").count()).to.equal(0);
    });
    await withCall(undefined, async (page) => {
      expect(await page.getByTestId("blur").count()).to.equal(0);
      expect(await page.getByTestId("blur-of-system").count()).to.equal(0);
    });
  });

  it("stands in the lobby too", async () => {
    const site = await openSite();
    await site.visit({ locale: "ru-RU" }, async ({ page, faults }) => {
      await page.addInitScript(blurringScript({ offered: both }));
      await page.goto(roomPath);
      await page.getByRole("checkbox", { name: "Размыть фон" }).check();
      await page.waitForFunction(() => (window as unknown as BlurWindow).blurring.isOn);
      expect(await stored(page)).to.equal("on");
      expect(faults).to.deep.equal([]);
    });
  });
});
