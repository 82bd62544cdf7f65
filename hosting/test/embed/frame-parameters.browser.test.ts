import { expect } from "chai";
import { openSite, uuid } from "../screens/site.ts";

const fragment = "#AAECAwQFBgcICQoLDA0ODw";

describe("what the page around a frame asks for", () => {
  it("is shown, and nothing that it leaves out", async () => {
    const site = await openSite();
    await site.visit({}, async ({ page }) => {
      await page.goto(`/embed/${uuid}?lang=ru&theme=dark&ui=minimal&name=Anna${fragment}`);
      await page.getByText("Подключиться").waitFor();
      expect(await page.getByTestId("name").inputValue()).to.equal("Anna");
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).to.equal("dark");
      const leftOut = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>(".language, .theme, .lobby-brand, [data-testid='copy-link']")].map(
          (element) => element.checkVisibility(),
        ),
      );
      expect(leftOut).not.to.be.empty.and.not.to.include(true);
    });
  });

  it("is ignored where it is unknown", async () => {
    const site = await openSite();
    await site.visit({}, async ({ page }) => {
      await page.goto(`/embed/${uuid}?lang=xx&theme=pink&ui=none${fragment}`);
      await page.getByText("Connect", { exact: true }).waitFor();
      expect(await page.locator(".lobby-brand").isVisible()).to.equal(true);
      expect(await page.evaluate(() => document.documentElement.dataset["theme"])).to.equal(undefined);
    });
  });
});
