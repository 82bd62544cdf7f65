// Panels and dialogs of the call that are loaded on a press, where their scripts do not arrive.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { openCallPages, type CallPages } from "./call-page.ts";

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("data-testid"));

/** Opens what is behind a row of the menu. */
const fromMenu = (row: string) => async (page: Page) => {
  await page.getByTestId("more").click();
  await page.getByTestId(row).click();
};

/** For every page of the same person that is opened from now on. */
const breakScript = (page: Page, name: string) =>
  page
    .context()
    .route(`**/${name}*.js`, (route) =>
      route.fulfill({ contentType: "text/javascript", body: "throw new Error('missing')" }),
    );

describe("a part of the call that does not load", () => {
  let pages: CallPages;
  before(async () => {
    pages = await openCallPages();
  });
  after(() => pages.close());

  const parts: readonly [script: string, shown: string, press: (page: Page) => Promise<void>][] = [
    ["PeoplePanel", "people-panel", (page) => page.getByTestId("people").click()],
    ["ChatPanel", "chat-panel", (page) => page.getByTestId("chat").click()],
    ["FilesPanel", "files-panel", fromMenu("files")],
    ["InviteDialog", "invite-dialog", fromMenu("invite")],
    ["RecordDialog", "record-dialog", fromMenu("record")],
  ];

  for (const [script, shown, press] of parts) {
    it(`says so, covers nothing, and opens again by Retry: ${script}`, async () => {
      const page = await pages.open({ viewport: { width: 390, height: 844 } });
      try {
        await page.route(`**/${script}*.js`, (route) => route.abort());
        await press(page);
        await page.locator("[data-testid=popup][data-code=load-failed]").waitFor();
        expect(await page.getByTestId(shown).count()).to.equal(0);
        expect(await page.locator(".call-bar[inert]").count()).to.equal(0);
        await page.unroute(`**/${script}*.js`);
        await page.getByTestId("popup-retry").click();
        await page.getByTestId(shown).waitFor();
      } finally {
        await page.context().close();
      }
    });
  }

  it("gives the focus back to the button that was pressed", async () => {
    const page = await pages.open();
    try {
      await page.route("**/PeoplePanel*.js", (route) => route.abort());
      await page.getByTestId("people").press("Enter");
      await page.getByTestId("popup").waitFor();
      await page.waitForFunction(() => document.activeElement?.getAttribute("data-testid") === "people");
      expect(await page.getByTestId("people").getAttribute("aria-expanded")).to.equal("false");
      // The next press tries again, without a word about the popup.
      await page.unroute("**/PeoplePanel*.js");
      await page.getByTestId("people").press("Enter");
      await page.getByTestId("people-panel").waitFor();
      expect(await focused(page)).to.not.equal("people");
    } finally {
      await page.context().close();
    }
  });

  it("leaves the call in reach when what is around every panel is missing", async () => {
    const before = await pages.open({ viewport: { width: 390, height: 844 } });
    try {
      await breakScript(before, "SidePanel");
      const page = await pages.openAnother(before);
      await page.getByTestId("people").click();
      await page.locator("[data-testid=popup][data-code=load-failed]").waitFor();
      expect(await page.locator(".call-bar[inert]").count()).to.equal(0);
    } finally {
      await before.context().close();
    }
  });

  it("says so again where Retry brings nothing, also of what nobody has asked for", async () => {
    const before = await pages.open();
    try {
      await breakScript(before, "DropTarget");
      const page = await pages.openAnother(before);
      const popup = page.locator("[data-testid=popup][data-code=load-failed]");
      await popup.waitFor();
      await popup.evaluate((first) => first.setAttribute("data-first", ""));
      await page.getByTestId("popup-retry").click();
      await page.locator("[data-testid=popup]:not([data-first])").waitFor();
      expect(await page.locator("[data-first]").count()).to.equal(0);
    } finally {
      await before.context().close();
    }
  });

  it("says in the chat's panel that the chat is missing, and sends nothing", async () => {
    const before = await pages.open();
    try {
      await breakScript(before, "start-chat");
      const page = await pages.openAnother(before);
      await page.getByTestId("chat").click();
      await page.getByTestId("chat-failed").waitFor();
      await page.getByTestId("chat-field").fill("hello");
      await page.keyboard.press("Enter");
      expect(await page.getByTestId("chat-field").inputValue()).to.equal("hello");
    } finally {
      await before.context().close();
    }
  });
});
