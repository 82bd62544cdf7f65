// The call with forced colours, where the system replaces backgrounds and drops shadows: what is a
// button, what is on, open or chosen, and who speaks is still seen.
import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { crowd, openCallPages, show, type CallPages } from "./call-page.ts";
import { speakAllTheTime } from "./speaking/speak-all-the-time.ts";

/** In CSS pixels, of the edge or of an element drawn over it. Everything else has no colour. */
const edgeOf = (element: Locator, pseudo = "") =>
  element.evaluate((of, part) => Number.parseFloat(getComputedStyle(of, part).borderTopWidth), pseudo);

/** What a press changes about an element: no background counts. */
const looksOf = (element: Locator) =>
  element.evaluate((of) => {
    const { borderTopWidth, borderTopColor, color } = getComputedStyle(of);
    return [borderTopWidth, borderTopColor, color].join(" ");
  });

describe("the call with forced colours", function () {
  let pages: CallPages;
  let page: Page;
  before(async () => {
    pages = await openCallPages();
  });
  after(() => pages.close());
  beforeEach(async () => {
    page = await pages.open({ forcedColors: "active", viewport: { width: 1280, height: 720 } }, speakAllTheTime);
    await show(page, crowd(2, { 0: { isSpeaking: true } }));
  });
  afterEach(() => page.context().close());

  it("gives every button an edge", async () => {
    await page.getByTestId("people").click();
    await page.getByTestId("person-menu").first().waitFor();
    for (const button of await page.locator("button:visible:not([role=switch])").all()) {
      expect(await edgeOf(button), await button.evaluate((of) => of.outerHTML)).to.be.at.least(1);
    }
  });

  it("shows what is open, chosen and switched on", async () => {
    const people = page.getByTestId("people");
    const closed = await looksOf(people);
    await people.click();
    await page.getByTestId("people-panel").waitFor();
    expect(await looksOf(people)).not.to.equal(closed);
    expect(await looksOf(page.getByTestId("tab-people"))).not.to.equal(await looksOf(page.getByTestId("tab-privacy")));
    const hand = page.getByTestId("hand");
    const down = await looksOf(hand);
    await hand.click();
    expect(await looksOf(hand)).not.to.equal(down);

    await page.evaluate(() => window.testCall.beHost(true));
    const track = page.locator('[data-testid="lock-room"] .switch-track');
    await track.waitFor();
    expect(await edgeOf(track)).to.be.at.least(1);
    await page.getByTestId("person-menu").first().click();
    expect(await edgeOf(page.getByTestId("person-actions"))).to.be.at.least(1);
  });

  it("shows who speaks, oneself too", async () => {
    await page.locator('[data-testid="self-tile"].is-speaking').waitFor();
    expect(await edgeOf(page.locator('[data-testid="tile"].is-speaking'), "::after")).to.be.at.least(3);
    expect(await edgeOf(page.locator('[data-testid="tile"]:not(.is-speaking)'), "::after")).to.equal(0);
    expect(await edgeOf(page.getByTestId("self-tile"), "::after")).to.be.at.least(3);
  });
});
