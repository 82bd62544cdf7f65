import { expect } from "chai";
import type { Page } from "playwright-core";
import { listViolations } from "../screens/call/axe.ts";
import { openSite, refusal, roomPath, type Site } from "../screens/site.ts";
import { schemes, tokens, type Scheme } from "../ui/read-tokens.ts";

/** The colour of the page, as the browser says it. */
function paperOf(scheme: Scheme): string {
  const hex = tokens[scheme].get("paper") ?? "";
  return `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(", ")})`;
}

const isPaper = (page: Page, scheme: Scheme) =>
  page.waitForFunction(
    (paper) => getComputedStyle(document.documentElement).backgroundColor === paper,
    paperOf(scheme),
  );

const choose = (page: Page, name: string) =>
  page.getByTestId("theme").getByRole("radio", { name }).check({ force: true });

/** What the page had before its first element was there to be painted, and the bar's colour. */
async function watchFirst(page: Page): Promise<void> {
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (document.body === null) return;
      observer.disconnect();
      const bar = [...document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")];
      const { content } = bar.find(({ media }) => matchMedia(media).matches) ?? { content: "" };
      Object.assign(window, { first: `${document.documentElement.dataset.theme} ${content}` });
    }).observe(document, { childList: true, subtree: true });
  });
}
const first = (page: Page) => page.evaluate(() => (window as unknown as { first: string }).first);

describe("light and dark in a browser", function () {
  let site: Site;
  before(async () => {
    site = await openSite();
  });

  it("follows the system, also when it changes", () =>
    site.visit({ colorScheme: "dark" }, async ({ page }) => {
      await page.goto("/");
      await isPaper(page, "dark");
      await page.emulateMedia({ colorScheme: "light" });
      await isPaper(page, "light");
    }));

  it("has the chosen theme from the first paint on, without the application, and in other tabs", () =>
    site.visit({ colorScheme: "dark" }, async ({ page, openTab, faults }) => {
      const other = await openTab();
      await other.goto("/");
      await page.goto("/");
      await choose(page, "Light");
      await isPaper(page, "light");
      await isPaper(other, "light");

      await watchFirst(page);
      await page.route("**/assets/index-*.js", (route) => route.abort());
      await page.reload();
      await isPaper(page, "light");
      expect(await first(page)).to.equal(`light ${tokens.light.get("paper")}`);
      await page.unroute("**/assets/index-*.js");
      await page.reload();
      await page
        .getByTestId("theme")
        .getByRole("radio", { name: "Light", checked: true })
        .waitFor({ state: "attached" });

      await choose(page, "System");
      await isPaper(page, "dark");
      await isPaper(other, "dark");
      await other
        .getByTestId("theme")
        .getByRole("radio", { name: "System", checked: true })
        .waitFor({ state: "attached" });
      expect(faults).to.deep.equal([]);
    }));

  it("keeps the choice over a reload where storage is forbidden", () =>
    site.visit({ colorScheme: "light" }, async ({ page }) => {
      await page.addInitScript(() => {
        const refuse = () => {
          throw new DOMException("Forbidden", "SecurityError");
        };
        Object.defineProperty(window, "localStorage", { get: refuse });
      });
      await watchFirst(page);
      await page.goto("/");
      await choose(page, "Dark");
      await isPaper(page, "dark");
      await page.reload();
      expect(await first(page)).to.equal(`dark ${tokens.dark.get("paper")}`);
    }));

  for (const colorScheme of schemes) {
    it(`has nothing that axe finds before a call, ${colorScheme}`, () =>
      site.visit({ colorScheme, answers: { create: refusal(500, "internal") } }, async ({ page }) => {
        const found: Record<string, string[]> = {};
        const look = async (name: string) => {
          const violations = await listViolations(page);
          if (violations.length > 0) found[name] = violations;
        };
        await page.goto("/");
        await page.getByTestId("go").click();
        await page.getByTestId("popup").waitFor();
        await look("start, with a popup");
        await page.goto("/r/oops");
        await page.getByTestId("dead-end").waitFor();
        await look("end");
        await page.goto(roomPath);
        await page.getByTestId("more-choices").locator("summary").click();
        await look("lobby");
        expect(found).to.deep.equal({});
      }));
  }
});
