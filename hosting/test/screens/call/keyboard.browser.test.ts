// The call by the keyboard alone: the bar is one stop of Tab, and the focus is always somewhere.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { crowd, openCallPages, show, type CallPages } from "./call-page.ts";
import { shareThisTab } from "./sharing/share-this-tab.ts";

/** What has the focus: its test ID, or its element. */
const focused = (page: Page) =>
  page.evaluate(() => (document.activeElement as HTMLElement).dataset["testid"] ?? document.activeElement!.tagName);

const waitForFocus = (page: Page, testID: string) =>
  page.waitForFunction(
    (id) =>
      ((document.activeElement as HTMLElement | null)?.dataset["testid"] ?? document.activeElement?.tagName) === id,
    testID,
  );

describe("a call by the keyboard", function () {
  let pages: CallPages;
  before(async () => {
    pages = await openCallPages();
  });
  after(() => pages.close());

  const using = async (body: (page: Page) => Promise<void>, beforeScripts?: () => void) => {
    const page = await pages.open({ viewport: { width: 1280, height: 720 } }, beforeScripts);
    try {
      await show(page, crowd(2));
      await body(page);
    } finally {
      await page.context().close();
    }
  };

  const press = async (page: Page, testID: string) => {
    await page.getByTestId(testID).first().focus();
    await page.keyboard.press("Enter");
  };

  it("moves inside the bar by arrow keys, Home and End, and leaves it by Tab", () =>
    using(async (page) => {
      await page.getByTestId("toggle-microphone").focus();
      await page.keyboard.press("ArrowRight");
      expect(await focused(page)).to.equal("microphone-menu");
      await page.keyboard.press("End");
      expect(await focused(page)).to.equal("leave");
      await page.keyboard.press("ArrowRight");
      expect(await focused(page)).to.equal("toggle-microphone");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("Home");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      expect(await focused(page)).to.equal("toggle-camera");
      await page.keyboard.press("Shift+Tab");
      expect(await page.evaluate(() => document.activeElement!.closest("[role=toolbar]"))).to.equal(null);
      // Back to where the focus was.
      await page.keyboard.press("Tab");
      expect(await focused(page)).to.equal("toggle-camera");
      expect(await page.locator('[role="toolbar"] button:not([tabindex="-1"])').count()).to.equal(1);
      // The shortcuts go on.
      await page.keyboard.press("Alt+KeyH");
      await page.locator('[data-testid="hand"][aria-pressed="true"]').waitFor();
    }));

  it("returns from a menu to its button, however the menu was closed", () =>
    using(async (page) => {
      await press(page, "react");
      await page.getByTestId("bar-menu").waitFor();
      await page.keyboard.press("Escape");
      expect(await focused(page)).to.equal("react");
      await page.keyboard.press("Enter");
      await press(page, "reaction-🎉");
      await waitForFocus(page, "react");
      await page.keyboard.press("?");
      await page.getByTestId("shortcuts").waitFor();
      await page.keyboard.press("Escape");
      expect(await focused(page)).to.equal("more");
    }));

  it("goes on from a note, a popup and a share that have ended, and never from the page's top", () =>
    using(async (page) => {
      await page.evaluate(() => window.testCall.fail({ code: "copy-failed" }));
      await page.getByTestId("popup").getByRole("button").focus();
      await page.keyboard.press("Enter");
      await waitForFocus(page, "H1");

      await page.evaluate(() =>
        window.testCall.hear("anna", { type: "file-offer", id: "A".repeat(22), name: "a.pdf", size: 2000 }),
      );
      await press(page, "note-refuse");
      await waitForFocus(page, "H1");

      await press(page, "share-screen");
      await press(page, "stop-screen");
      await waitForFocus(page, "share-screen");

      await press(page, "people");
      await page.getByTestId("person-menu").last().waitFor();
      await page.getByTestId("person-menu").last().focus();
      await show(page, crowd(1));
      await waitForFocus(page, "H2");
      await press(page, "close-panel");
      await waitForFocus(page, "people");
    }, shareThisTab));

  it("closes a phone's sheet by Back, and asks before it leaves the call", async () => {
    const page = await pages.open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await show(page, crowd(2));
    for (const [button, sheet] of [
      ["people", "person-menu"],
      ["more", "bar-menu"],
      ["chat", "chat-panel"],
    ] as const) {
      await press(page, button);
      await page.getByTestId(sheet).first().waitFor();
      await page.goBack();
      await page.getByTestId(sheet).first().waitFor({ state: "detached" });
      await waitForFocus(page, button);
      // Forward is on its way: the entry above the call's own is needed again.
      await page.waitForFunction(() => "inCall" in (history.state as object));
      expect(await page.getByTestId("stay").count()).to.equal(0);
    }
    await page.goBack();
    await page.getByTestId("stay").waitFor();
    await press(page, "stay");
    await page.getByTestId("stay").waitFor({ state: "detached" });
    expect(await focused(page)).to.not.equal("BODY");
    await page.context().close();
  });

  it("goes from the lobby to the title of the call", () =>
    using(async (page) => {
      await page.evaluate(() => window.testCall.holdBack());
      await page.getByTestId("lobby").waitFor();
      await press(page, "cancel-knock");
      await page.getByTestId("call").waitFor();
      await waitForFocus(page, "H1");
    }));

  it("leaves a focus alone that a press on the picture has taken away", () =>
    using(async (page) => {
      await page.evaluate(() => window.testCall.fail({ code: "copy-failed" }));
      await page.getByTestId("popup").getByRole("button").focus();
      await page.getByTestId("tile").first().click();
      await page.keyboard.press("Escape");
      await page.getByTestId("popup").waitFor({ state: "detached" });
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
      expect(await focused(page)).to.equal("BODY");
    }));

  it("has the regions that are read aloud before their words", () =>
    using(async (page) => {
      const mark = () =>
        page.evaluate(() => {
          for (const region of document.querySelectorAll("[role=status], [role=alert]"))
            (region as HTMLElement).dataset["early"] = "";
        });
      const isEarly = (words: string) =>
        page.waitForFunction(
          (text) =>
            [...document.querySelectorAll<HTMLElement>("[role=status], [role=alert]")].some(
              (region) => region.textContent?.includes(text) && "early" in region.dataset,
            ),
          words,
        );
      await mark();
      await page.evaluate(() => {
        window.testCall.fail({ code: "copy-failed" });
        window.testCall.hear("anna", { type: "hand", order: 1 });
      });
      await isEarly("Nothing was copied");
      await page.getByTestId("share-screen").click();
      await isEarly("Everybody here sees your screen");
    }, shareThisTab));
});
