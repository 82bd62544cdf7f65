// The call screen as it is painted: what is cut, what lies over what, and what jumps.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { waitUntil } from "../../../call/browser/browser.ts";
import { crowd, openCallPages, show, type CallPages } from "../call-page.ts";
import { mostCut } from "../../../../src/screens/call/stage/picture-fit.ts";
import { windows } from "./windows.ts";

const phone = { width: 180, height: 320 };

/** The share of each picture that its tile does not show. */
function readCuts(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLVideoElement>('[data-testid="tile"] video')].map((video) => {
      if (getComputedStyle(video).objectFit === "contain") return 0;
      const ratio = video.videoWidth / video.videoHeight;
      const { width, height } = video.getBoundingClientRect();
      const shape = width / height;
      return 1 - Math.min(ratio / shape, shape / ratio);
    }),
  );
}

/** Words and tiles of which a part lies outside of the window or under the bar. */
function readCovered(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const bar = document.querySelector('[role="toolbar"]')!.getBoundingClientRect();
    const shown = [
      ...document.querySelectorAll<HTMLElement>(".tile-name, .self-foot, .invite h2, .invite .button, article"),
    ];
    return shown
      .filter((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return bottom > bar.top + 0.5 || left < -0.5 || top < -0.5 || right > window.innerWidth + 0.5;
      })
      .map(({ className }) => className);
  });
}

describe("the call screen", function () {
  let pages: CallPages;
  let page: Page;

  before(async () => {
    pages = await openCallPages();
    page = await pages.open();
  });
  after(() => pages.close());

  // The table is that of arrange-tiles.test.ts. Here it is seen that the page shows what it plans.
  const painted = windows.filter(({ width }) => [390, 844, 1440, 280].includes(width));
  for (const { name, width, height } of painted) {
    it(`cuts nobody by more than 15 %, and covers no words, in ${name} of ${width}x${height}`, async () => {
      await page.setViewportSize({ width, height });
      for (const count of [0, 1, 3, 8]) {
        await show(page, crowd(count, { 1: phone }));
        const cuts = await readCuts(page);
        expect(Math.max(0, ...cuts), `${count} others`).to.be.at.most(mostCut + 0.01);
        expect(await readCovered(page), `${count} others`).to.deep.equal([]);
      }
    });
  }

  it("follows a phone that is turned", async () => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await show(page, crowd(2));
    const isUpright = async () => {
      const { width, height } = (await page.getByTestId("tile").first().boundingBox())!;
      return height > width;
    };
    expect(await isUpright()).to.equal(false);
    await show(page, crowd(2, { 0: phone }));
    await waitUntil("a tile of the new shape", isUpright);
    await waitUntil("little that is cut", async () => Math.max(...(await readCuts(page))) <= mostCut + 0.01);
  });

  it("moves what is shown by less than 0.1 when somebody joins", async () => {
    for (const viewport of [
      { width: 1280, height: 720 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(viewport);
      for (const count of [0, 1, 2, 4, 7]) {
        await show(page, crowd(count));
        const before = await page.evaluate(() => window.testCall.shifts.length);
        await show(page, crowd(count + 1));
        const shifts = await page.evaluate((from) => window.testCall.shifts.slice(from), before);
        const sum = shifts.reduce((total, { value }) => total + value, 0);
        expect(sum, `${count + 1} in ${viewport.width}: ${JSON.stringify(shifts)}`).to.be.lessThan(0.1);
      }
    }
  });
});
