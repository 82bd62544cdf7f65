// Every state of the call's screen by the keyboard alone, for the suites that say in which window:
// the focus is always somewhere, in sight, and has a ring. What is read aloud is there before its
// words.
import { expect } from "chai";
import { listPoorRings } from "../../looks/focus-ring.ts";
import { openCallPages, type CallPages } from "../call-page.ts";
import { findLoss, withKeyboardOnly } from "./keyboard-only.ts";
import { states } from "../states.ts";

interface FocusVisit {
  readonly width: number;
  readonly height: number;
  readonly hasTouch: boolean;
}

/** Notes each region that comes with its words into what was there already. */
function watchRegions(): void {
  const late: string[] = [];
  Object.assign(window, { lateRegions: late });
  const regions = "[role=status], [role=alert]";
  /** What a person has opened is read from its beginning. */
  const opened = "main, aside, dialog, [role=dialog], [role=menu], [role=tabpanel], [data-opened]";
  new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (!(node instanceof HTMLElement) || !node.isConnected) continue;
      if (node.matches(opened) || node.querySelector(opened) !== null) continue;
      for (const region of node.matches(regions) ? [node] : node.querySelectorAll(regions)) {
        if (region.textContent?.trim() && region.closest("button") === null) late.push(region.outerHTML.slice(0, 200));
      }
    }
  }).observe(document, { childList: true, subtree: true });
}

export function describeFocus(visits: readonly FocusVisit[]): void {
  describe("the focus in a call", function () {
    let pages: CallPages;
    before(async () => {
      pages = await openCallPages();
    });
    after(() => pages.close());

    for (const { width, height, hasTouch } of visits) {
      it(`is in sight after every press in ${Object.keys(states).length} states, at ${width}x${height}`, async () => {
        const page = await pages.open({ viewport: { width, height }, hasTouch, isMobile: hasTouch }, watchRegions);
        const keyboard = withKeyboardOnly(page);
        const found: Record<string, string[]> = {};
        await page.keyboard.press("Tab");
        for (const [name, { enter, leave }] of Object.entries(states)) {
          const steps = [enter, ...(leave === undefined ? [] : [leave])];
          for (const [index, step] of steps.entries()) {
            await step(keyboard.page);
            const loss = await findLoss(page);
            const wrong = [...keyboard.takeFaults(), ...(loss === "" ? [] : [loss])];
            if (index === 0) wrong.push(...(await listPoorRings(page)));
            if (wrong.length > 0) (found[name] ??= []).push(...wrong);
          }
        }
        const late = await page.evaluate(() => (window as unknown as { lateRegions: string[] }).lateRegions);
        await page.context().close();
        expect(found).to.deep.equal({});
        expect(late, "regions that came with their words").to.deep.equal([]);
      });
    }
  });
}
