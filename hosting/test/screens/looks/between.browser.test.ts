// The way from screen to screen by the keyboard alone: what was pressed is gone, and the focus goes
// on with the screen that has come.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { withKeyboardOnly } from "../call/focus/keyboard-only.ts";
import { openSite, refusal, type Site } from "../site.ts";

const waitForFocus = (page: Page, name: string) =>
  page.waitForFunction((wanted) => {
    const focused = document.activeElement as HTMLElement | null;
    return focused?.dataset["testid"] === wanted || focused?.tagName === wanted;
  }, name);

describe("the focus between screens", function () {
  let site: Site;
  before(async () => {
    site = await openSite();
  });

  it("goes from Go to the lobby, to a dead end, back to the lobby and to the start", () =>
    site.visit({ answers: { connect: refusal(409, "room-full") } }, async ({ page, answers }) => {
      const keyboard = withKeyboardOnly(page);
      const press = (testID: string) => keyboard.page.getByTestId(testID).click();
      await page.goto("/");
      await press("go");
      await page.getByTestId("dead-end").waitFor();
      await waitForFocus(page, "H1");
      answers.connect = "never";
      await press("again");
      await page.getByTestId("lobby").waitFor();
      await waitForFocus(page, "connect");
      await page.keyboard.press("Enter");
      await page.locator('[data-testid="connect"][aria-busy="true"]').waitFor();
      await waitForFocus(page, "connect");
      await page.locator(".lobby-brand").focus();
      await page.keyboard.press("Enter");
      await page.getByTestId("go").waitFor();
      await waitForFocus(page, "H1");
      expect(keyboard.takeFaults()).to.deep.equal([]);
    }));

  it("goes from Go to the title of the lobby", () =>
    site.visit({}, async ({ page }) => {
      await page.goto("/");
      await withKeyboardOnly(page).page.getByTestId("go").click();
      await page.getByTestId("lobby").waitFor();
      await waitForFocus(page, "H1");
    }));
});
