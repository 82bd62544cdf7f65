// The menu for one person in the list of people: by keys, by a screen reader, in a small window.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { crowd, openCallPages, show, type CallPages } from "../../call-page.ts";

const rowOf = (page: Page, id: string) => page.locator(`[data-testid="person-row"][data-participant="${id}"]`);
const buttonOf = (page: Page, id: string) => rowOf(page, id).getByTestId("person-menu");
const focused = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset["testid"]);
const items = (page: Page) =>
  page.locator('[role="menu"] [role^="menuitem"]').evaluateAll((all) => all.map((item) => item.dataset["testid"]));

describe("the menu for a person", function () {
  let pages: CallPages;
  before(async () => {
    pages = await openCallPages();
  });
  after(() => pages.close());

  async function withPanel(
    isHost: boolean,
    body: (page: Page) => Promise<void>,
    options: Parameters<CallPages["open"]>[0] = {},
  ): Promise<void> {
    const page = await pages.open(options);
    try {
      await page.evaluate((isSo) => window.testCall.beHost(isSo), isHost);
      await show(page, crowd(3, { 1: { isMuted: true } }));
      await page.getByTestId("people").click();
      await rowOf(page, "anna").waitFor();
      await body(page);
    } finally {
      await page.context().close();
    }
  }

  it("offers what the viewer may do, and a guest nothing that is for hosts", async () => {
    await withPanel(false, async (page) => {
      expect(await page.getByTestId("person-self").getByTestId("person-menu").count()).to.equal(0);
      await buttonOf(page, "anna").click();
      expect(await items(page)).to.deep.equal(["show-volume", "show-figures"]);
    });
    await withPanel(true, async (page) => {
      const offered = async (id: string) => {
        await buttonOf(page, id).click();
        const shown = await items(page);
        await page.keyboard.press("Escape");
        return shown;
      };
      const always = ["show-volume", "show-figures", "make-host", "remove-person"];
      expect(await offered("anna")).to.deep.equal(["ask-mute", ...always]);
      expect(await offered("boris"), "of one who is muted").to.deep.equal(["ask-speak", ...always]);
      await page.evaluate(() => window.testCall.hear("clara", { type: "hand", order: 1 }));
      await rowOf(page, "clara").getByTestId("hand-mark").waitFor();
      expect(await offered("clara")).to.deep.equal(["ask-mute", "lower-hand", ...always]);
    });
  });

  it("is named after the person, and walked through by arrows, Home and End", () =>
    withPanel(true, async (page) => {
      const button = page.getByRole("button", { name: "Actions for \u2068Anna\u2069", exact: true });
      expect(await button.getAttribute("aria-haspopup")).to.equal("menu");
      await button.focus();
      await page.keyboard.press("Enter");
      const menu = page.getByRole("menu", { name: "Actions for \u2068Anna\u2069", exact: true });
      await menu.waitFor();
      expect(await button.getAttribute("aria-expanded")).to.equal("true");
      const walk: [string, string][] = [
        ["ArrowDown", "show-volume"],
        ["End", "remove-person"],
        ["ArrowDown", "ask-mute"],
        ["ArrowUp", "remove-person"],
        ["Home", "ask-mute"],
      ];
      expect(await focused(page)).to.equal("ask-mute");
      for (const [key, expected] of walk) {
        await page.keyboard.press(key);
        expect(await focused(page), key).to.equal(expected);
      }
      await page.keyboard.press("Tab");
      await menu.waitFor({ state: "detached" });
      expect(await rowOf(page, "anna").getByTestId("person-menu").getAttribute("aria-expanded")).to.equal("false");
      expect(await focused(page), "the next button").to.equal("person-menu");
      expect(await buttonOf(page, "boris").evaluate((next) => next === document.activeElement)).to.equal(true);
      await page.keyboard.press("ArrowUp");
      expect(await focused(page), "Up opens it at its end").to.equal("remove-person");
    }));

  it("closes after Esc wherever the focus is, and the panel stays", () =>
    withPanel(true, async (page) => {
      const button = buttonOf(page, "anna");
      const menu = page.getByTestId("person-actions");
      const expectReturned = async () => {
        await menu.waitFor({ state: "detached" });
        expect(await button.evaluate((one) => one === document.activeElement)).to.equal(true);
        expect(await page.getByTestId("people-panel").count()).to.equal(1);
      };
      await button.click();
      await page.keyboard.press("Escape");
      await expectReturned();
      await button.click();
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await page.keyboard.press("Escape");
      await expectReturned();
      await button.click();
      await button.click();
      await menu.waitFor({ state: "detached" });
      await button.click();
      await page.getByTestId("panel-count").click();
      await menu.waitFor({ state: "detached" });
    }));

  it("keeps the focus when the item that has it disappears", () =>
    withPanel(true, async (page) => {
      await page.evaluate(() => window.testCall.hear("anna", { type: "hand", order: 1 }));
      await rowOf(page, "anna").getByTestId("hand-mark").waitFor();
      await buttonOf(page, "anna").click();
      await page.getByTestId("lower-hand").focus();
      await page.evaluate(() => window.testCall.hear("anna", { type: "hand", order: null }));
      await page.getByTestId("lower-hand").waitFor({ state: "detached" });
      await page.waitForFunction(() => document.activeElement?.getAttribute("data-testid") === "ask-mute");
      // Muted meanwhile: the same item, with other words.
      await show(page, crowd(3, { 0: { isMuted: true } }));
      expect(await focused(page)).to.equal("ask-speak");
    }));

  it("asks before it removes or hands over, and the focus is on Cancel", () =>
    withPanel(true, async (page) => {
      const answers = () => page.evaluate(() => window.testCall.answers);
      const choose = async (item: string) => {
        await buttonOf(page, "boris").focus();
        await page.keyboard.press("Enter");
        await page.getByTestId(item).focus();
        await page.keyboard.press("Enter");
        await rowOf(page, "boris").getByTestId("confirm").waitFor();
        expect(await focused(page)).to.equal("cancel");
      };
      await choose("remove-person");
      await page.keyboard.press("Escape");
      await page.getByTestId("confirm").waitFor({ state: "detached" });
      expect(await buttonOf(page, "boris").evaluate((one) => one === document.activeElement)).to.equal(true);
      expect(await answers()).to.deep.equal([]);
      await choose("remove-person");
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("Enter");
      await page.getByTestId("confirm").waitFor({ state: "detached" });
      await choose("make-host");
      await page.getByTestId("confirm").click();
      await page.getByTestId("confirm").waitFor({ state: "detached" });
      expect(await answers()).to.deep.equal(["remove boris", "hand over boris"]);

      // Another host has taken the role meanwhile.
      await choose("remove-person");
      await page.evaluate(() => window.testCall.beHost(false));
      await page.getByTestId("confirm").waitFor({ state: "detached" });
      expect(
        await page.locator('[data-testid="people-panel"] :focus').count(),
        "the focus stays in the panel",
      ).to.equal(1);
      await page.evaluate(() => window.testCall.beHost(true));
      await page.getByTestId("lock-room").waitFor();
      expect(await page.getByTestId("confirm").count()).to.equal(0);
    }));

  it("asks the person, and shows its volume and its connection in the row", () =>
    withPanel(true, async (page) => {
      const row = rowOf(page, "anna");
      await buttonOf(page, "anna").click();
      await page.getByTestId("ask-mute").click();
      await page.getByTestId("person-actions").waitFor({ state: "detached" });
      const requests = await page.evaluate(() =>
        window.testCall.sent.filter(({ message }) => message.type === "request"),
      );
      expect(requests).to.deep.equal([{ message: { type: "request", request: "mute" }, to: "anna" }]);

      expect(await row.getByTestId("volume").count()).to.equal(0);
      await buttonOf(page, "anna").click();
      await page.getByTestId("show-volume").click();
      await row.getByTestId("volume").waitFor();
      expect(await focused(page)).to.equal("volume");
      await page.keyboard.press("ArrowLeft");
      await page.waitForFunction(
        () => document.querySelector<HTMLVideoElement>('[data-participant="anna"] video')?.volume === 0.95,
      );
      await page.getByTestId("close-panel").click();
      await page.getByTestId("people").click();
      await row.getByTestId("volume").waitFor();
      await buttonOf(page, "anna").click();
      expect(await page.getByTestId("show-volume").getAttribute("aria-checked")).to.equal("true");
      await page.getByTestId("show-volume").click();
      await row.getByTestId("volume").waitFor({ state: "detached" });
    }));

  for (const viewport of [
    { width: 390, height: 844 },
    { width: 844, height: 390 },
    { width: 640, height: 360 },
    { width: 320, height: 256 },
  ]) {
    it(`fits into ${viewport.width}x${viewport.height}, with targets of 44 px, and all of it is reached`, () =>
      withPanel(
        true,
        async (page) => {
          for (const id of ["anna", "clara"]) {
            await buttonOf(page, id).scrollIntoViewIfNeeded();
            await buttonOf(page, id).click();
            const menu = page.getByTestId("person-actions");
            const box = (await menu.boundingBox())!;
            expect(box.x, "left").to.be.at.least(0);
            expect(box.y, "top").to.be.at.least(0);
            expect(box.x + box.width, "right").to.be.at.most(viewport.width);
            expect(box.y + box.height, "bottom").to.be.at.most(viewport.height);
            for (const item of await menu.locator('[role^="menuitem"]').all()) {
              await item.focus();
              const { y, height } = (await item.boundingBox())!;
              expect(height).to.be.at.least(44);
              expect(y).to.be.at.least(box.y);
              expect(y + height).to.be.at.most(box.y + box.height + 0.5);
            }
            await page.keyboard.press("Escape");
            await menu.waitFor({ state: "detached" });
          }
        },
        { viewport, hasTouch: true },
      ));
  }
});
