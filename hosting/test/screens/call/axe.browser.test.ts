// Axe finds nothing in the call, in each of its states and languages, on a desktop and on a phone.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { listViolations } from "./axe.ts";
import { crowd, openCallPages, show, type CallPages } from "./call-page.ts";

const press = (testID: string) => (page: Page) => page.getByTestId(testID).click();

/** What a person does to reach the state, and how it is left. */
const states: Readonly<
  Record<string, { enter: (page: Page) => Promise<unknown>; leave?: (page: Page) => Promise<unknown> }>
> = {
  alone: { enter: async () => {} },
  "three others": { enter: (page) => show(page, crowd(3, { 1: { hasVideo: false } })) },
  chat: {
    enter: async (page) => {
      await press("chat")(page);
      await page.getByTestId("chat-field").waitFor();
    },
    leave: press("close-panel"),
  },
  people: {
    enter: async (page) => {
      await press("people")(page);
      await page.getByTestId("people-panel").waitFor();
    },
    leave: press("close-panel"),
  },
  "the menu of the rest": { enter: press("more"), leave: (page) => page.keyboard.press("Escape") },
  popups: {
    enter: (page) =>
      page.evaluate(() => {
        for (const code of ["copy-failed", "screen-missing"] as const) window.testCall.fail({ code });
      }),
    leave: async (page) => {
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
    },
  },
  "the question after Back": { enter: (page) => page.goBack(), leave: press("stay") },
};

describe("axe in a call", function () {
  let pages: CallPages;
  before(async () => {
    pages = await openCallPages();
  });
  after(() => pages.close());

  for (const { locale, viewport } of [
    { locale: "en-US", viewport: { width: 1280, height: 720 } },
    { locale: "ru-RU", viewport: { width: 390, height: 844 } },
  ]) {
    it(`finds nothing in ${Object.keys(states).length} states, in ${locale} at ${viewport.width}x${viewport.height}`, async () => {
      const page = await pages.open({ locale, viewport });
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
