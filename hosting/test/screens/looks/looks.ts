// Every state of the start, of the lobby and of the pages at the end, looked at as axe does, as
// somebody who has zoomed in, and as somebody who follows the focus.
import { expect } from "chai";
import type { BrowserContextOptions, Page } from "playwright-core";
import type { DeadEndReason } from "../../../src/meeting/meeting-phase.ts";
import { listViolations } from "../call/axe.ts";
import { listCutOff } from "../call/measure.ts";
import { openSite, type Site } from "../site.ts";
import { openEndPages, type EndPages } from "./end-pages.ts";
import { listPoorRings } from "./focus-ring.ts";
import { listSquaresBehindWords } from "./squares.ts";
import { screenStates } from "./states.ts";

export interface Look {
  readonly locale: "en-US" | "ru-RU";
  readonly width: number;
  readonly height: number;
  readonly colorScheme: NonNullable<BrowserContextOptions["colorScheme"]>;
}

/** tsx names functions with a helper that a page does not have. */
const namesOfFunctions = "globalThis.__name ??= (target) => target";

const allReasons = Object.keys({
  ...{ expired: 1, ended: 1, erased: 1, refused: 1, "not-found": 1, "incomplete-link": 1, full: 1, locked: 1 },
  ...{ "already-connected": 1, moved: 1, "move-used": 1, removed: 1, lost: 1, left: 1, unsupported: 1, insecure: 1 },
} satisfies Record<DeadEndReason, 1>) as DeadEndReason[];

async function listFaults(page: Page): Promise<string[]> {
  const found = [...(await listViolations(page)), ...(await listCutOff(page)), ...(await listPoorRings(page))];
  for (const isBelow of [false, true]) {
    await page.evaluate((below) => window.scrollTo(0, below ? document.body.scrollHeight : 0), isBelow);
    found.push(...(await listSquaresBehindWords(page)));
  }
  return found;
}

export function describeLooks(looks: readonly Look[], reasons = allReasons): void {
  describe("the looks of the pages around a call", function () {
    let site: Site;
    let ends: EndPages;
    before(async () => {
      site = await openSite();
      ends = await openEndPages();
    });
    after(() => ends.close());

    for (const { width, height, ...rest } of looks) {
      const options = { ...rest, viewport: { width, height } };
      const title = `${width}x${height}, in ${rest.locale}, ${rest.colorScheme}`;

      it(`are right in ${Object.keys(screenStates).length} states before a call, at ${title}`, async () => {
        const found: Record<string, string[]> = {};
        for (const [name, { path, script, enter, ...more }] of Object.entries(screenStates)) {
          await site.visit({ ...options, ...more }, async ({ page }) => {
            await page.addInitScript(namesOfFunctions);
            if (script !== undefined) await page.addInitScript(script);
            await page.goto(path);
            await enter(page);
            const faults = await listFaults(page);
            if (faults.length > 0) found[name] = faults;
          });
        }
        expect(found).to.deep.equal({});
      });

      it(`have no square behind the words of the documentation, at ${title}`, () =>
        site.visit(options, async ({ page }) => {
          await page.addInitScript(namesOfFunctions);
          // In the reader's language: another one would lead away.
          await page.goto(rest.locale.startsWith("ru") ? "/docs/ru/index.html" : "/docs/index.html");
          await page.locator("h1").waitFor();
          expect(await listSquaresBehindWords(page)).to.deep.equal([]);
        }));

      it(`are right at the ${reasons.length} ends, at ${title}`, async () => {
        const page = await ends.open(options);
        const found: Record<string, string[]> = {};
        for (const reason of reasons) {
          await page.evaluate((now) => window.showEnd(now), reason);
          await page.locator(`[data-testid="dead-end"][data-reason="${reason}"]`).waitFor();
          if (reason === "left") await page.getByTestId("rate-bad").click();
          const faults = await listFaults(page);
          if (faults.length > 0) found[reason] = faults;
        }
        await page.context().close();
        expect(found).to.deep.equal({});
      });
    }
  });
}
