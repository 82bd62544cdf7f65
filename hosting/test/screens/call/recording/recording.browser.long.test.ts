// What takes long of recording in a real browser: who is in it at which moment, a device that is
// full, a place that the person has chosen, a page that is hidden.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { waitUntil } from "../../../call/browser/browser.ts";
import { crowd, openCallPages, show, type CallPages } from "../call-page.ts";
import { playRecording } from "./play-recording.ts";
import { listFiles, recordFor, save, startRecording, waitForPieces, withoutPicker } from "./recording-steps.ts";

describe("recording a call in a browser", function () {
  let pages: CallPages;
  let page: Page;

  before(async () => {
    pages = await openCallPages();
  });
  after(() => pages.close());
  beforeEach(async () => {
    page = await pages.open({ viewport: { width: 1000, height: 620 } });
    await page.evaluate(withoutPicker);
  });
  afterEach(() => page.context().close());

  it("shows somebody from the moment in which their page confirms, and no longer than it is reached", async () => {
    await show(page, crowd(1));
    await startRecording(page);
    await recordFor(page, 1);
    await page.evaluate(() => window.testCall.confirm("Anna", 1));
    await recordFor(page, 2);
    await page.evaluate(() => window.testCall.reach("Anna"));
    // A busy device encodes later than the clock says.
    await waitForPieces(page, 4);
    await page.getByTestId("stop-recording").click();
    const { bytes } = await save(page);
    const { shareOfAnna } = await playRecording(page, bytes);
    expect(shareOfAnna.at(0), "before").to.be.below(0.01);
    expect(Math.max(...shareOfAnna), "meanwhile").to.be.above(0.15);
    expect(shareOfAnna.at(-1), "afterwards").to.be.below(0.01);
  });

  it("has a picture where nobody has a microphone", async () => {
    const mute = await pages.open({ permissions: ["camera"] });
    await mute.evaluate(withoutPicker);
    await startRecording(mute);
    await recordFor(mute, 3);
    await mute.getByTestId("stop-recording").click();
    const { bytes } = await save(mute);
    const played = await playRecording(mute, bytes);
    expect(played.durationSeconds).to.be.above(1);
    expect(played.colours.fakeCamera).to.be.above(0.15);
    expect(played.loudness).to.be.below(0.0001);
    await mute.context().close();
  });

  it("is deleted from the browser once it is written where the person has chosen", async () => {
    // Only the dialog is replaced: what it gives is a real file.
    await page.evaluate(() => {
      Object.assign(window, {
        async showSaveFilePicker() {
          const root = await navigator.storage.getDirectory();
          return root.getFileHandle("chosen.webm", { create: true });
        },
      });
    });
    await startRecording(page);
    await recordFor(page, 2);
    await page.getByTestId("stop-recording").click();
    await page.getByTestId("save-recording").click();
    await page.getByTestId("kept-recording").waitFor({ state: "detached" });
    expect(await page.getByTestId("kept-announcement").textContent()).to.equal("The recording is saved.");
    expect(await listFiles(page)).to.deep.equal([]);
    const bytes = await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const file = await (await root.getFileHandle("chosen.webm")).getFile();
      return [...new Uint8Array(await file.arrayBuffer())];
    });
    expect((await playRecording(page, Buffer.from(bytes))).durationSeconds).to.be.above(1);
  });

  it("is ended beside an open panel on a phone", async () => {
    const phone = await pages.open({ viewport: { width: 390, height: 844 } });
    await startRecording(phone);
    await phone.getByTestId("chat").click();
    await phone.getByTestId("chat-panel").waitFor();
    await phone.getByTestId("stop-recording").click();
    await phone.getByTestId("own-recording").waitFor({ state: "detached" });
    await phone.getByTestId("close-panel").click();
    await phone.getByTestId("chat-panel").waitFor({ state: "detached" });
    await phone.context().close();
  });

  it("asks for pictures also while the page is hidden, as nothing else does", async () => {
    await show(page, crowd(1));
    const asked = (isExpected: (heightPx: number) => boolean) =>
      waitUntil("what is asked of Anna", async () =>
        isExpected(await page.evaluate(() => window.testCall.asked["anna"] ?? -1)),
      );
    await asked((heightPx) => heightPx > 0);
    await page.evaluate(() => {
      Object.defineProperty(document, "visibilityState", { get: () => "hidden", configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    });
    await asked((heightPx) => heightPx === 0);
    await startRecording(page);
    await page.evaluate(() => window.testCall.confirm("Anna", 1));
    await asked((heightPx) => heightPx >= 360);
    await page.getByTestId("stop-recording").click();
    await asked((heightPx) => heightPx === 0);
  });

  it("ends before the device is full, and keeps what was recorded", async () => {
    await startRecording(page);
    await recordFor(page, 1);
    await page.evaluate(() => {
      navigator.storage.estimate = async () => ({ quota: 1_000_000_000, usage: 900_000_000 });
    });
    await page.locator('[data-testid="kept-recording"][data-end="disk-full"]').waitFor();
    expect(await page.getByTestId("own-recording").count()).to.equal(0);
    expect(await page.evaluate(() => window.testCall.told.at(-1))).to.equal(null);
    const { bytes } = await save(page);
    expect((await playRecording(page, bytes)).durationSeconds).to.be.above(1);
  });
});
