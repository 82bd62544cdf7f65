// The ring of somebody who speaks, on the own tile and in the own row.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { waitUntil } from "../../../call/browser/browser.ts";
import { crowd, openCallPages, show, type CallPages } from "../call-page.ts";
import { speakAllTheTime } from "./speak-all-the-time.ts";

/** Which audio contexts the page has open. */
function countContexts(): void {
  const open = new Set<AudioContext>();
  (window as unknown as { openContexts: Set<AudioContext> }).openContexts = open;
  window.AudioContext = class extends AudioContext {
    constructor(options?: AudioContextOptions) {
      super(options);
      open.add(this);
    }
    override close(): Promise<void> {
      open.delete(this);
      return super.close();
    }
  };
}

const setVisibility = (page: Page, state: "visible" | "hidden") =>
  page.evaluate((value) => {
    Object.defineProperty(document, "visibilityState", { value, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);

const ring = (page: Page) => page.locator('[data-testid="self-tile"].is-speaking');
const rowRing = (page: Page) => page.locator('[data-testid="person-self"] .is-speaking');
const contexts = (page: Page) =>
  page.evaluate(() => (window as unknown as { openContexts: Set<AudioContext> }).openContexts.size);

describe("one's own speech", function () {
  let pages: CallPages;
  before(async () => {
    pages = await openCallPages();
  });
  after(() => pages.close());

  it("is shown on the own tile and in the own row, and not while the microphone is off", async () => {
    const page = await pages.open({ viewport: { width: 1280, height: 720 } }, speakAllTheTime);
    await show(page, crowd(2, { 1: { isSpeaking: true } }));
    await page.getByTestId("people").click();
    await ring(page).waitFor();
    await rowRing(page).waitFor();
    expect(await page.locator('[data-participant="boris"] .line-plate.is-speaking').count()).to.equal(1);
    expect(await page.locator('[data-participant="anna"] .line-plate.is-speaking').count()).to.equal(0);
    await page.getByTestId("toggle-microphone").click();
    await ring(page).waitFor({ state: "detached" });
    await rowRing(page).waitFor({ state: "detached" });
    await page.getByTestId("toggle-microphone").click();
    await ring(page).waitFor();
    await page.context().close();
  });

  it("is listened for by one context, and by none while nobody can see it", async () => {
    const page = await pages.open({}, speakAllTheTime);
    await show(page, crowd(1));
    await page.evaluate(countContexts);
    // Off and on: it begins to listen once more, now counted. The press lets audio run.
    await page.getByTestId("toggle-microphone").click();
    await ring(page).waitFor({ state: "detached" });
    await page.getByTestId("toggle-microphone").click();
    await ring(page).waitFor();
    expect(await contexts(page)).to.equal(1);
    await setVisibility(page, "hidden");
    await ring(page).waitFor({ state: "detached" });
    // It is closed after the next paint.
    await waitUntil("no context", async () => (await contexts(page)) === 0);
    await setVisibility(page, "visible");
    await ring(page).waitFor();
    expect(await contexts(page)).to.equal(1);
    await page.context().close();
  });
});
