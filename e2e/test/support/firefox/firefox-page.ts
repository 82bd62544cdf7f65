// A page of Firefox as journeys use one: Puppeteer's, which speaks WebDriver BiDi.
import type { ElementHandle, Page } from "puppeteer-core";
import { defaultCapMs } from "../eventually.ts";
import type { AnyLocator, AnyPage } from "./any-person.ts";

const timeout = defaultCapMs;

function createLocator(page: Page, selector: string): AnyLocator {
  async function use<T>(body: (element: ElementHandle<HTMLElement>) => Promise<T>): Promise<T> {
    const element = (await page.waitForSelector(selector, { timeout })) as ElementHandle<HTMLElement>;
    try {
      return await body(element);
    } finally {
      await element.dispose();
    }
  }

  return {
    async waitFor({ state = "visible" } = {}) {
      const found = await page.waitForSelector(selector, {
        timeout,
        [state === "visible" ? "visible" : "hidden"]: true,
      });
      await found?.dispose();
    },
    click: () => page.locator(selector).setTimeout(timeout).click(),
    fill: (text) => page.locator(selector).setTimeout(timeout).fill(text),
    press: (key) => use((element) => element.press(key)),
    count: () => page.$$eval(selector, (elements) => elements.length),
    innerText: () => use((element) => element.evaluate(({ innerText }) => innerText)),
    getAttribute: (name) => use((element) => element.evaluate((target, wanted) => target.getAttribute(wanted), name)),
  };
}

export function createFirefoxPage(page: Page): AnyPage {
  return {
    url: () => page.url(),
    evaluate: page.evaluate.bind(page) as AnyPage["evaluate"],
    goto: (url) => page.goto(url, { timeout }),
    reload: () => page.reload({ timeout }),
    bringToFront: () => page.bringToFront(),
    close: (options) => page.close(options),
    screenshot: ({ path }) => page.screenshot({ path: path as `${string}.png` }),
    getByTestId: (testID) => createLocator(page, `[data-testid="${testID}"]`),
    locator: (selector) => createLocator(page, selector),
  };
}
