// Going over to the other camera on a phone.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { openCallPages, show, crowd, type CallPages } from "../../call-page.ts";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Chromium's cameras do not say where they look: the first looks at the person. */
function tellFacing(): void {
  const read = MediaStreamTrack.prototype.getSettings;
  MediaStreamTrack.prototype.getSettings = function getSettings() {
    const settings = read.call(this);
    if (this.kind === "video") settings.facingMode = this.label.endsWith("0") ? "user" : "environment";
    return settings;
  };
  const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async ({ video, ...rest } = {}) => {
    const { facingMode, ...asked } = typeof video === "object" ? video : {};
    const facing = typeof facingMode === "object" ? (facingMode as ConstrainDOMStringParameters).exact : undefined;
    if (facing === undefined) return open({ video: video ?? false, ...rest });
    if (sessionStorage.getItem("broken") !== null) throw new DOMException("held", "NotReadableError");
    const cameras = (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === "videoinput");
    const camera = cameras[facing === "user" ? 0 : 1]!;
    return open({ video: { ...asked, deviceId: { exact: camera.deviceId } }, ...rest });
  };
}

describe("the other camera in a browser", function () {
  let pages: CallPages;
  let page: Page;
  before(async () => {
    pages = await openCallPages({ cameras: 2 });
  });
  after(() => pages.close());
  afterEach(() => page.context().close());

  const flip = () => page.getByTestId("flip-camera");
  const isMirrored = () => page.locator('[data-testid="self-tile"] video').evaluate((of) => of.matches(".is-mirrored"));

  it("opens at a press, is not mirrored, and the first one comes back", async () => {
    page = await pages.open(phone, tellFacing);
    await show(page, crowd(1));
    await page.getByRole("button", { name: "Switch to the back camera" }).click();
    await page.getByRole("button", { name: "Switch to the front camera" }).waitFor();
    expect(await isMirrored()).to.equal(false);
    await flip().click();
    await page.getByRole("button", { name: "Switch to the back camera" }).waitFor();
    expect(await isMirrored()).to.equal(true);
  });

  it("opens in the lobby, too, and is not mirrored there", async () => {
    page = await pages.open(phone, tellFacing);
    await page.evaluate(() => window.testCall.holdBack());
    await page.getByTestId("lobby").waitFor();
    await page.locator('[data-testid="preview"] video.is-mirrored.is-shown').waitFor();
    await flip().click();
    await page.getByRole("button", { name: "Switch to the front camera" }).waitFor();
    await page.locator('[data-testid="preview"] video.is-shown:not(.is-mirrored)').waitFor();
  });

  it("stays on the first one when the other is held, and says so", async () => {
    page = await pages.open(phone, tellFacing);
    await show(page, crowd(3));
    await page.evaluate(() => sessionStorage.setItem("broken", ""));
    await flip().click();
    await page.locator('[data-code="camera-flip-failed"]').waitFor();
    await page.getByRole("button", { name: "Switch to the back camera" }).waitFor();
    await page.locator('[data-testid="self-tile"] video.is-shown').waitFor();
  });

  it("is not offered to a mouse", async () => {
    page = await pages.open({});
    await page.locator('[data-testid="self-tile"] video.is-shown').waitFor();
    expect(await flip().count()).to.equal(0);
  });
});
