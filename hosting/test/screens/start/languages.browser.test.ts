// Every language on a narrow phone: nothing is wider than the screen, and nothing is cut off.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { languages, messagesByLanguage } from "../../messages/messages-by-language.ts";
import { openSite, roomPath, type Site } from "../site.ts";

const narrow = { viewport: { width: 320, height: 640 } };

/** What is wider than the screen, or than the box that cuts it off. */
function findOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth } = document.documentElement;
    const wide = [...document.querySelectorAll<HTMLElement>("body *")].filter((element) => {
      const { right, left, width } = element.getBoundingClientRect();
      if (width === 0 || element.closest(".squares, .visually-hidden, svg") !== null) return false;
      const isCut = element.tagName === "BUTTON" && element.scrollWidth > element.clientWidth + 1;
      return isCut || right > clientWidth + 1 || left < -1;
    });
    return wide.map((element) => `${element.className}: ${element.textContent?.trim().slice(0, 60)}`);
  });
}

describe("every language on a narrow phone", function () {
  let site: Site;

  before(async () => {
    site = await openSite();
  });

  for (const language of languages) {
    it(`fits: ${language}`, () =>
      site.visit({ ...narrow, locale: language }, async ({ page, faults }) => {
        const { start, startChoices, lobby, deadEnds } = messagesByLanguage[language]!;
        await page.goto("/");
        await page.getByTestId("language").waitFor();
        await page.getByText(start.line).waitFor();
        expect(await page.locator("html").getAttribute("lang")).to.equal(language);
        expect(await page.locator("html").getAttribute("dir")).to.equal(start.direction);
        await page.getByTestId("start-more").locator("summary").click();
        await page.getByText(startChoices.recent.rememberHint).waitFor();
        expect(await findOverflow(page), "start").to.deep.equal([]);
        await page.goto(roomPath);
        await page.getByText(lobby.heading).waitFor();
        expect(await findOverflow(page), "lobby").to.deep.equal([]);
        await page.goto("/about");
        await page.getByText(deadEnds["not-found"].title).waitFor();
        expect(await findOverflow(page), "end").to.deep.equal([]);
        const box = await page.getByTestId("language").boundingBox();
        expect(box?.height).to.be.at.least(44);
        expect(faults).to.deep.equal([]);
      }));
  }
});
