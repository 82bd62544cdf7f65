// The chat's panel by keyboard, on a page that is on its way back into its call: the call is shown,
// and nobody is connected yet.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { limits } from "@meetogram/contract";
import { openSite, roomPath, uuid, type Site, type Visitor } from "../../site.ts";

/** Runs in the page before its scripts: it was in the call before a reload. */
function returnToCall(key: string): void {
  sessionStorage.setItem(key, JSON.stringify({ audio: true, video: true }));
}

const languages = [
  { locale: "en-US", field: "Message", heading: "Chat", over: "Too long by 1 character.", left: "100 characters left" },
  {
    locale: "ru-RU",
    field: "Сообщение",
    heading: "Чат",
    over: "Слишком длинно: на 1 знак. Сократите или отправьте двумя частями.",
    left: "Осталось: 100 знаков",
  },
] as const;

describe("the chat's panel in a browser", function () {
  let site: Site;
  before(async () => {
    site = await openSite();
  });

  const enter = (locale: string, body: (visitor: Visitor) => Promise<void>) =>
    site.visit({ locale }, async (visitor) => {
      await visitor.page.addInitScript(returnToCall, `entered:${uuid}`);
      await visitor.page.goto(roomPath);
      await visitor.page.getByTestId("call").waitFor();
      await body(visitor);
    });

  const focused = (page: Page) =>
    page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset["testid"]);

  for (const { locale, field, heading, over, left } of languages) {
    it(`is used by keyboard alone, in ${locale}`, () =>
      enter(locale, async ({ page, faults }) => {
        await page.getByTestId("chat").focus();
        await page.keyboard.press("Enter");
        await page.getByRole("dialog", { name: heading, exact: true }).waitFor();
        const text = page.getByRole("textbox", { name: field, exact: true });
        await text.waitFor();
        expect(await focused(page), "the focus is in the field").to.equal("chat-field");
        expect(await page.getByTestId("chat").getAttribute("aria-expanded")).to.equal("true");

        await page.keyboard.type("first mv");
        await page.keyboard.press("Shift+Enter");
        await page.keyboard.type("second");
        // Nobody can be reached on the way into the room: what is written stays.
        await page.keyboard.press("Enter");
        expect(await text.inputValue()).to.equal("first mv\nsecond");
        expect(await page.getByTestId("toggle-microphone").getAttribute("aria-pressed")).to.equal("true");

        await page.keyboard.press("Escape");
        await page.getByTestId("chat-panel").waitFor({ state: "detached" });
        expect(await focused(page), "the focus is back at the button").to.equal("chat");
        await page.keyboard.press("Enter");
        await text.waitFor();
        expect(await text.inputValue(), "the draft is kept").to.equal("first mv\nsecond");

        expect(await page.getByTestId("chat-count").count()).to.equal(0);
        await text.fill("x".repeat(limits.maxChatLength - 100));
        await page.getByText(left, { exact: true }).waitFor();
        await text.fill("x".repeat(limits.maxChatLength + 1));
        await page.getByText(over).waitFor();
        expect(await text.getAttribute("aria-invalid")).to.equal("true");
        await page.getByTestId("close-panel").click();
        expect(await focused(page)).to.equal("chat");
        expect(faults).to.deep.equal([]);
      }));
  }

  it("shares its place with the list of people", () =>
    enter("en-US", async ({ page }) => {
      await page.getByTestId("people").click();
      await page.getByTestId("people-panel").waitFor();
      await page.getByTestId("chat").click();
      await page.getByTestId("chat-panel").waitFor();
      await page.getByTestId("people-panel").waitFor({ state: "detached" });
    }));

  it("is loaded on its first use", () =>
    enter("en-US", async ({ page, requested }) => {
      const isOfPanel = (path: string) => /\/ChatPanel-[^/]+\.js$/.test(path);
      expect(requested.some(isOfPanel)).to.equal(false);
      await page.getByTestId("chat").click();
      await page.getByTestId("chat-panel").waitFor();
      expect(requested.some(isOfPanel)).to.equal(true);
    }));
});
