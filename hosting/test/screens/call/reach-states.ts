// Every state of the call's screen for fingers, for somebody who has zoomed in, and without motion,
// for the suites that say in which window.
import { expect } from "chai";
import { openCallPages, type CallPages } from "./call-page.ts";
import { listCutOff, listMotion, listSmallTargets } from "./measure.ts";
import { states } from "./states.ts";

interface ReachVisit {
  readonly locale: "en-US" | "ru-RU";
  readonly width: number;
  readonly height: number;
}

export function describeReach(visits: readonly ReachVisit[]): void {
  describe("the call within reach", function () {
    let pages: CallPages;
    before(async () => {
      pages = await openCallPages();
    });
    after(() => pages.close());

    for (const { locale, width, height } of visits) {
      it(`has targets for a finger, cuts nothing off and rests, at ${width}x${height}, in ${locale}`, async () => {
        const page = await pages.open({ locale, viewport: { width, height }, hasTouch: true, isMobile: true });
        const found: Record<string, string[]> = {};
        for (const [name, { enter, leave }] of Object.entries(states)) {
          await enter(page);
          const wrong = [...(await listSmallTargets(page)), ...(await listCutOff(page)), ...(await listMotion(page))];
          if (wrong.length > 0) found[name] = wrong;
          await leave?.(page);
        }
        await page.context().close();
        expect(found).to.deep.equal({});
      });
    }
  });
}
