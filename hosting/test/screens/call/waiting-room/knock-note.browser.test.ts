// What a host sees and does when somebody knocks: by mouse, by keys, by a screen reader.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { crowd, openCallPages, show, type CallPages } from "../call-page.ts";

const languages = [
  { locale: "en-US", one: "Anna would like to come in", two: "2 people would like to come in", admitAll: "Admit all" },
  { locale: "ru-RU", one: "Просится войти: Anna", two: "2 человека просят впустить", admitAll: "Впустить всех" },
] as const;

const sizes = [
  { width: 390, height: 844 },
  { width: 844, height: 390 },
  { width: 1280, height: 720 },
] as const;

const knock = (page: Page, ...names: string[]) => page.evaluate((list) => window.testCall.knock(list), names);
const answers = (page: Page) => page.evaluate(() => window.testCall.answers);
const plain = (text: string | null) => text?.replace(/[\u2068\u2069]/g, "").trim();

describe("a knock in the call", function () {
  let pages: CallPages;

  before(async () => {
    pages = await openCallPages();
  });
  after(() => pages.close());

  async function withPage(options: Parameters<CallPages["open"]>[0], body: (page: Page) => Promise<void>) {
    const page = await pages.open(options);
    await body(page).finally(() => page.context().close());
  }

  for (const { locale, one, two, admitAll } of languages) {
    it(`is announced once by a region that was there before, and answered by keys, in ${locale}`, () =>
      withPage({ locale }, async (page) => {
        await knock(page);
        const region = page.getByTestId("knock-announcement");
        await region.waitFor({ state: "attached" });
        expect(await region.textContent()).to.equal("");
        expect(await page.getByTestId("knock-note").count()).to.equal(0);

        await knock(page, "Anna");
        await page.getByTestId("knock-note").waitFor();
        expect(plain(await region.textContent())).to.equal(one);
        await knock(page, "Anna", "Boris");
        await page.getByRole("button", { name: admitAll, exact: true }).waitFor();
        expect(plain(await region.textContent())).to.equal(two);
        await knock(page, "Boris");
        await page.getByTestId("admit-knock").waitFor();
        expect(plain(await region.textContent()), "nobody is new").to.equal(two);

        await knock(page, "Anna", "Boris");
        await page.getByTestId("admit-all").focus();
        await page.keyboard.press("Enter");
        await page.getByTestId("knock-note").waitFor({ state: "detached" });
        expect(await answers(page)).to.deep.equal(["admit anna boris"]);
        const focused = await page.evaluate(
          () =>
            document.activeElement?.contains(document.querySelector("[data-testid=knock-announcement]")) &&
            document.activeElement !== document.body,
        );
        expect(focused, "the focus stays where the note was").to.equal(true);
      }));
  }

  it("is refused", () =>
    withPage({}, async (page) => {
      await knock(page, "Anna");
      await page.getByTestId("refuse-knock").click();
      await page.getByTestId("knock-note").waitFor({ state: "detached" });
      expect(await answers(page)).to.deep.equal(["refuse anna"]);
    }));

  it("shows a name as text, and as long as it may be", () =>
    withPage({ viewport: sizes[0] }, async (page) => {
      const name = `<img src=x onerror=alert(1)>${"W".repeat(36)}`;
      await knock(page, name);
      const note = page.getByTestId("knock-note");
      await note.waitFor();
      expect(await note.textContent()).to.include(name);
      const { x, width } = (await note.boundingBox())!;
      expect(x).to.be.at.least(0);
      expect(x + width).to.be.at.most(sizes[0].width);
    }));

  for (const viewport of sizes) {
    it(`covers no control at ${viewport.width}x${viewport.height}, and has large targets`, () =>
      withPage({ viewport, hasTouch: true }, async (page) => {
        await show(page, crowd(2));
        await knock(page, "Anna", "Boris");
        const note = (await page.getByTestId("knock-note").boundingBox())!;
        const bar = (await page.locator(".call-bar").boundingBox())!;
        expect(note.y + note.height).to.be.at.most(bar.y);
        for (const button of ["admit-all", "see-knocks"]) {
          expect((await page.getByTestId(button).boundingBox())!.height, button).to.be.at.least(44);
        }
      }));
  }
});
