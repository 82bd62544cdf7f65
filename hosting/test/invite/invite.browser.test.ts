// The dialog in a real browser: what it gives away is read again by other programs.
import { readFile } from "node:fs/promises";
import { expect } from "chai";
import ICAL from "ical.js";
import type { Page } from "playwright-core";
import { crowd, openCallPages, show, type CallPages } from "../screens/call/call-page.ts";
import { readQrCode } from "../../../scripts/system/browsers/read-qr-code.ts";

const languages = ["en-US", "ru-RU"] as const;

async function openFromMenu(page: Page): Promise<void> {
  await show(page, crowd(1));
  await page.getByTestId("more").click();
  await page.getByTestId("invite").click();
  await page.getByTestId("invite-dialog").waitFor();
}

describe("the invitation in a browser", function () {
  let pages: CallPages;
  let page: Page;

  before(async () => {
    pages = await openCallPages();
  });
  after(() => pages.close());
  afterEach(() => page.context().close());

  it("shows a QR code that is the link, also in forced colours and in the dark", async () => {
    for (const colours of [{}, { forcedColors: "active" as const }, { colorScheme: "dark" as const }]) {
      page = await pages.open({ viewport: { width: 640, height: 360 }, ...colours });
      await page.getByTestId("invite-more").click();
      const code = page.getByTestId("invite-code");
      expect(await readQrCode(code)).to.equal(page.url());
      expect(await code.getAttribute("role")).to.equal("img");
      expect(await code.getAttribute("aria-label")).to.include("QR");
      expect(await page.getByTestId("invite-dialog").getByTestId("invite-link").inputValue()).to.equal(page.url());
      if (colours.colorScheme === undefined) await page.context().close();
    }
  });

  it("copies the link and a message, and names both in a mail", async () => {
    page = await pages.open({ permissions: ["camera", "microphone", "clipboard-read", "clipboard-write"] });
    await openFromMenu(page);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await page.getByTestId("invite-copy-link").click();
    await page.getByTestId("invite-copy-link").getByText("Copied").waitFor();
    expect(await copied()).to.equal(page.url());
    await page.getByTestId("invite-message").click();
    await page.getByTestId("invite-message").getByText("Copied").waitFor();
    expect(await copied()).to.equal(`Join my meeting: ${page.url()}`);
    const mail = new URL((await page.getByTestId("invite-mail").getAttribute("href"))!);
    expect(mail.searchParams.get("body")).to.equal(`Join my meeting: ${page.url()}`);
  });

  for (const locale of languages) {
    it(`saves a calendar entry for the chosen time of this zone, and warns that the room may be gone (${locale})`, async () => {
      page = await pages.open({ locale, timezoneId: "Asia/Kolkata" });
      await openFromMenu(page);
      await page.getByTestId("invite-calendar").click();
      await page.getByTestId("calendar-when").fill("2030-06-01T18:00");
      await page.getByTestId("calendar-late").waitFor();
      await page.getByTestId("calendar-minutes").selectOption("90");
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("calendar-save").click()]);
      expect(download.suggestedFilename()).to.equal("meetogram.ics");
      const text = await readFile(await download.path(), "utf8");
      const event = new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent("vevent")!;
      const value = (name: string) => event.getFirstPropertyValue(name)?.toString();
      expect(value("dtstart")).to.equal("2030-06-01T12:30:00Z");
      expect(value("dtend")).to.equal("2030-06-01T14:00:00Z");
      expect(value("url")).to.equal(page.url());
    });
  }

  it("asks for a time that is there and has not passed", async () => {
    page = await pages.open();
    await openFromMenu(page);
    await page.getByTestId("invite-calendar").click();
    for (const [time, problem] of [
      ["", "Choose a date"],
      ["2020-01-01T10:00", "has passed"],
    ] as const) {
      await page.getByTestId("calendar-when").fill(time);
      await page.getByTestId("calendar-save").click();
      await page.getByTestId("calendar-problem").getByText(problem).waitFor();
    }
    // The answer of the server is 70 minutes away, the suggestion less.
    await page.getByTestId("calendar-when").fill(
      await page.evaluate(() => {
        const soon = new Date(Date.now() + 20 * 60_000);
        return new Date(soon.getTime() - soon.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
      }),
    );
    await page.getByTestId("calendar-problem").waitFor({ state: "detached" });
    expect(await page.getByTestId("calendar-late").count()).to.equal(0);
    expect(await page.getByTestId("invite-lives").innerText()).to.match(/works until .*\d/);
  });

  it("gives the focus back, closed by Esc or its button, and leaves the panel open", async () => {
    page = await pages.open();
    await show(page, crowd(1));
    await page.getByTestId("people").click();
    await page.getByTestId("invite-people").focus();
    await page.keyboard.press("Enter");
    await page.getByTestId("invite-dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByTestId("invite-dialog").waitFor({ state: "detached" });
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-testid"));
    expect(await focused()).to.equal("invite-people");
    await page.getByTestId("close-panel").click();
    await openFromMenu(page);
    await page.getByTestId("close-dialog").click();
    await page.getByTestId("invite-dialog").waitFor({ state: "detached" });
    expect(await focused()).to.equal("more");
  });
});
