// Axe in every state of the call's screen, for the suites that say in which language and window.
import { expect } from "chai";
import type { BrowserContextOptions } from "playwright-core";
import { listViolations } from "./axe.ts";
import { openCallPages, type CallPages } from "./call-page.ts";
import { states } from "./states.ts";

const sizes = { desktop: { width: 1280, height: 720 }, phone: { width: 390, height: 844 } };

export interface AxeVisit {
  readonly locale: "en-US" | "ru-RU";
  readonly size: keyof typeof sizes;
  readonly colorScheme: NonNullable<BrowserContextOptions["colorScheme"]>;
}

export function describeAxe(visits: readonly AxeVisit[]): void {
  describe("axe in a call", function () {
    let pages: CallPages;
    before(async () => {
      pages = await openCallPages();
    });
    after(() => pages.close());

    for (const { locale, size, colorScheme } of visits) {
      it(`finds nothing in ${Object.keys(states).length} states, in ${locale} on a ${size}, ${colorScheme}`, async () => {
        const page = await pages.open({ locale, viewport: sizes[size], colorScheme });
        const found: Record<string, string[]> = {};
        for (const [name, { enter, leave }] of Object.entries(states)) {
          await enter(page);
          const violations = await listViolations(page);
          if (violations.length > 0) found[name] = violations;
          await leave?.(page);
        }
        await page.context().close();
        expect(found).to.deep.equal({});
      });
    }
  });
}
