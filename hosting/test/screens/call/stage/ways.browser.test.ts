// What a person does on the call screen: by mouse, by keys and by touch.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { waitUntil } from "../../../call/browser/browser.ts";
import { crowd, openCallPages, show, type CallPages } from "../call-page.ts";

const viewport = { width: 1000, height: 620 };

async function boxOf(page: Page, picture: string) {
  await page.evaluate(() => window.testCall.settle());
  return (await page.locator(`[data-picture="${picture}"]`).boundingBox())!;
}

/** The picture that is larger than each other one, or null. */
async function readLarge(page: Page): Promise<string | null> {
  await page.evaluate(() => window.testCall.settle());
  return page.evaluate(() => {
    const areas = [...document.querySelectorAll<HTMLElement>("[data-picture]")]
      .map((tile) => ({ picture: tile.dataset["picture"]!, area: tile.offsetWidth * tile.offsetHeight }))
      .sort((one, other) => other.area - one.area);
    return areas[0]!.area > 1.5 * (areas[1]?.area ?? 0) ? areas[0]!.picture : null;
  });
}

describe("the stage", function () {
  let pages: CallPages;
  let page: Page;

  before(async () => {
    pages = await openCallPages();
  });
  after(() => pages.close());
  beforeEach(async () => {
    page = await pages.open({ viewport });
  });
  afterEach(() => page.context().close());

  it("shows who speaks large once it is chosen, and again after a reload", async () => {
    await show(page, crowd(4, { 2: { isSpeaking: true } }));
    expect(await readLarge(page)).to.equal(null);
    await page.getByTestId("view").press("Enter");
    await page.keyboard.press("ArrowDown");
    await waitUntil("the speaker large", async () => (await readLarge(page)) === "clara");
    await page.keyboard.press("Escape");
    expect(await page.getByTestId("view-menu").count()).to.equal(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-testid"))).to.equal("view");
    await page.reload();
    await page.getByTestId("call").waitFor();
    await show(page, crowd(4, { 1: { isSpeaking: true } }));
    expect(await readLarge(page)).to.equal("boris");
  });

  it("keeps a pinned picture large, whoever speaks and shares a screen, and asks its sender for more", async () => {
    await show(page, crowd(5));
    const pin = page.locator('[data-picture="elena"]').getByTestId("pin");
    await pin.focus();
    await page.keyboard.press("Enter");
    expect(await pin.getAttribute("aria-pressed")).to.equal("true");
    expect(await pin.getAttribute("aria-label")).to.include("Elena");
    await show(page, crowd(5, { 0: { isSpeaking: true }, 1: { screen: { width: 640, height: 360 } } }));
    expect(await readLarge(page)).to.equal("elena");
    await waitUntil("wishes of the new sizes", () =>
      page.evaluate(() => {
        const { elena, anna } = window.testCall.asked;
        return (elena ?? 0) >= 300 && (anna ?? 999) > 0 && (anna ?? 999) <= 180;
      }),
    );
    await pin.click();
    expect(await readLarge(page)).to.equal("screen:boris");
  });

  it("moves the own tile by mouse and by keys, hides it and brings it back, and keeps that", async () => {
    await show(page, crowd(1));
    const own = page.locator("[data-corner]");
    const cornerIs = (corner: string) =>
      waitUntil(`the tile at ${corner}`, async () => (await own.getAttribute("data-corner")) === corner);
    const box = (await own.boundingBox())!;
    await page.mouse.move(box.x + 30, box.y + 60);
    await page.mouse.down();
    await page.mouse.move(500, 300, { steps: 3 });
    await page.mouse.move(60, 60, { steps: 3 });
    await page.mouse.up();
    await cornerIs("top-left");
    await page.getByTestId("move-self").focus();
    await page.keyboard.press("ArrowDown");
    await cornerIs("bottom-left");
    const bar = (await page.getByRole("toolbar").boundingBox())!;
    const moved = (await own.boundingBox())!;
    expect(moved.y + moved.height).to.be.at.most(bar.y);
    await page.getByTestId("hide-self").press("Enter");
    await page.getByTestId("show-self").waitFor();
    expect(await page.getByTestId("self-tile").count()).to.equal(0);
    await page.reload();
    await page.getByTestId("call").waitFor();
    await show(page, crowd(1));
    await page.getByTestId("show-self").press("Enter");
    await cornerIs("bottom-left");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-testid"))).to.equal("move-self");
  });

  it("shows the own picture as others see it, if that is wished", async () => {
    await show(page, crowd(1));
    const isMirrored = () => page.locator('[data-testid="self-tile"] video.is-mirrored').count();
    expect(await isMirrored()).to.equal(1);
    await page.getByTestId("view").click();
    await page.getByTestId("mirror-self").uncheck();
    expect(await isMirrored()).to.equal(0);
  });

  it("enlarges a shared screen by keys, and never leaves a gap", async () => {
    await show(page, crowd(2, { 0: { screen: { width: 640, height: 360 } } }));
    const zoom = page.getByTestId("zoom");
    await zoom.press("Enter");
    expect(await zoom.getAttribute("aria-pressed")).to.equal("true");
    for (let press = 0; press < 12; press += 1) await page.keyboard.press("ArrowRight");
    const tile = await boxOf(page, "screen:anna");
    const video = (await page.locator('[data-picture="screen:anna"] video').boundingBox())!;
    expect(video.width).to.be.greaterThan(tile.width * 2);
    expect(video.x + video.width).to.be.closeTo(tile.x + tile.width, 1);
    await page.keyboard.press("0");
    expect(await zoom.getAttribute("aria-pressed")).to.equal("false");
  });

  it("shows the large picture in a small window, with the controls that cannot wait", async () => {
    await show(page, crowd(2, { 1: { isSpeaking: true } }));
    await page.getByTestId("view").click();
    const opening = page.context().waitForEvent("page");
    await page.getByTestId("float").click();
    const floating = await opening;
    await floating.getByTestId("floating").waitFor();
    await floating.getByText("Boris").waitFor();
    const isOn = page.getByTestId("toggle-microphone");
    expect(await isOn.getAttribute("aria-pressed")).to.equal("true");
    await floating.getByTestId("floating-microphone").click();
    await page.locator('[data-testid="toggle-microphone"][aria-pressed="false"]').waitFor();
    await floating.getByTestId("floating-leave").click();
    await page.getByTestId("call").waitFor({ state: "detached" });
    await waitUntil("the small window closed", () => floating.isClosed());
  });
});
