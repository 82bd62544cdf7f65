// What surrounds the pictures of a call: the browser's tab and its Back, notes and popups, the
// labels of the bar, and a microphone that is held open by Space.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { crowd, openCallPages, show, type CallPages } from "./call-page.ts";
import { speakAllTheTime } from "./speaking/speak-all-the-time.ts";

type Box = { x: number; y: number; width: number; height: number };
const overlap = (one: Box, other: Box) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

async function boxesOf(page: Page, selector: string): Promise<Box[]> {
  const found = await page.locator(selector).all();
  const boxes = await Promise.all(found.map((element) => element.boundingBox()));
  return boxes.filter((box) => box !== null);
}

describe("a call's surroundings in a browser", function () {
  let pages: CallPages;
  before(async () => {
    pages = await openCallPages();
  });
  after(() => pages.close());

  const using = async (body: (page: Page) => Promise<void>, ...options: Parameters<CallPages["open"]>) => {
    const page = await pages.open(...options);
    try {
      await body(page);
    } finally {
      await page.context().close();
    }
  };

  it("ask before Back leaves; Esc stays, and the next Back asks again", () =>
    using(async (page) => {
      const question = page.getByTestId("leave-question");
      await page.goBack();
      await question.waitFor();
      expect(await page.evaluate(() => document.activeElement?.getAttribute("data-testid"))).to.equal("stay");
      await page.keyboard.press("Escape");
      await question.waitFor({ state: "detached" });
      await page.waitForFunction(() => (history.state as { inCall?: boolean } | null)?.inCall === true);
      await page.goBack();
      await question.waitFor();
      await page.getByTestId("leave-anyway").click();
      await page.getByTestId("call").waitFor({ state: "detached" });
    }));

  it("name the tab after the call, without names", () =>
    using(async (page) => {
      await show(page, crowd(2));
      await page.waitForFunction(() => document.title === "Call of 3 · meetogram");
    }));

  it("open a microphone that is off for as long as Space is held, outside of fields and buttons", () =>
    using(async (page) => {
      const microphone = page.getByTestId("toggle-microphone");
      const isOn = (on: boolean) => page.locator(`[data-testid="toggle-microphone"][aria-pressed="${on}"]`).waitFor();
      await microphone.click();
      await isOn(false);
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await page.keyboard.down("Space");
      await isOn(true);
      await page.keyboard.up("Space");
      await isOn(false);
      await page.getByTestId("people").focus();
      await page.keyboard.press("Space");
      await page.getByTestId("close-panel").waitFor();
      await isOn(false);
    }));

  it("tell somebody who speaks that the microphone is off", () =>
    using(
      async (page) => {
        await show(page, crowd(1));
        await page.getByTestId("toggle-microphone").click();
        await page.getByTestId("muted-speech").waitFor();
        await page.getByTestId("unmute").click();
        await page.getByTestId("muted-speech").waitFor({ state: "detached" });
        await page.locator('[data-testid="toggle-microphone"][aria-pressed="true"]').waitFor();
      },
      {},
      speakAllTheTime,
    ));

  it("lower the hand of somebody who has spoken for a while", () =>
    using(
      async (page) => {
        const hand = page.getByTestId("hand");
        await hand.click();
        expect(await hand.getAttribute("aria-pressed")).to.equal("true");
        await page.locator('[data-testid="hand"][aria-pressed="false"]').waitFor();
        expect(await page.getByTestId("sign-announcement").textContent()).to.equal("Your hand is lowered");
      },
      {},
      speakAllTheTime,
    ));

  it("take no pictures with audio only, say so to the others, and show who takes none", () =>
    using(async (page) => {
      await show(page, crowd(2));
      const camera = page.getByTestId("toggle-camera");
      const sent = () =>
        page.evaluate(() =>
          window.testCall.sent.map(({ message }) => message).filter(({ type }) => type === "audio-only"),
        );
      await page.getByTestId("view").click();
      await page.getByTestId("audio-only").check();
      await page.waitForFunction(() => window.testCall.asked["anna"] === 0 && window.testCall.asked["boris"] === 0);
      expect(await camera.getAttribute("aria-pressed")).to.equal("false");
      expect(await page.locator('[data-testid="tile"] .picture.is-shown').count()).to.equal(0);
      expect(await sent()).to.deep.equal([{ type: "audio-only", isOn: true }]);
      // Whoever turns the camera on wants pictures again.
      await camera.click();
      await page.waitForFunction(() => (window.testCall.asked["anna"] ?? 0) > 0);
      expect((await sent()).at(-1)).to.deep.equal({ type: "audio-only", isOn: false });

      const mark = page.getByTestId("tile-audio-only");
      await page.evaluate(() => window.testCall.hear("anna", { type: "audio-only", isOn: true }));
      await mark.waitFor();
      await page.evaluate(() => window.testCall.hear("anna", { type: "audio-only", isOn: false }));
      await mark.waitFor({ state: "detached" });
    }));

  for (const viewport of [
    { width: 390, height: 844 },
    { width: 844, height: 390 },
    { width: 1280, height: 720 },
  ]) {
    it(`show two popups at once at ${viewport.width}x${viewport.height}, over no control and not the own picture`, () =>
      using(
        async (page) => {
          await show(page, crowd(3));
          await page.evaluate(() => {
            for (const code of ["copy-failed", "screen-missing", "other-key"] as const) window.testCall.fail({ code });
          });
          const shown = page.locator('[data-testid="popup"]:visible');
          await shown.nth(1).waitFor();
          expect(await shown.count()).to.equal(2);
          await page.evaluate(() => window.testCall.settle());
          const popups = await boxesOf(page, '[data-testid="popup"]:visible');
          const others = await boxesOf(
            page,
            '[role="toolbar"] button, [data-testid="self-tile"], [data-testid="tile"]',
          );
          for (const popup of popups) {
            expect(popup.x).to.be.at.least(0);
            expect(popup.x + popup.width).to.be.at.most(viewport.width);
            for (const other of others) expect(overlap(popup, other), JSON.stringify({ popup, other })).to.equal(false);
          }
          for (const left of [2, 1, 0]) {
            await page.keyboard.press("Escape");
            await page.waitForFunction(
              (count) => document.querySelectorAll('[data-testid="popup"]').length === count,
              left,
            );
          }
        },
        { viewport },
      ));
  }

  for (const locale of ["en-US", "ru-RU"]) {
    it(`cut no label of the bar, in ${locale}, with a panel and without`, () =>
      using(
        async (page) => {
          await show(page, crowd(2));
          const listCut = () =>
            page.evaluate(() =>
              [...document.querySelectorAll<HTMLElement>(".control-label")]
                .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
                .map(
                  ({ textContent, scrollWidth, clientWidth }) => `${textContent}: ${scrollWidth} of ${clientWidth} px`,
                ),
            );
          for (const width of [1024, 1280, 1440]) {
            await page.setViewportSize({ width, height: 720 });
            await page.locator(".control-label").first().waitFor();
            expect(await listCut(), `${width}`).to.deep.equal([]);
            await page.getByTestId("people").click();
            await page.getByTestId("close-panel").waitFor();
            expect(await listCut(), `${width} with a panel`).to.deep.equal([]);
            await page.getByTestId("close-panel").click();
          }
        },
        { locale, viewport: { width: 1280, height: 720 } },
      ));
  }
});
