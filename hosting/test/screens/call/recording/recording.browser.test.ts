// Recording in a real browser: its MediaRecorder, its file system, the fake camera and microphone,
// and people whose pictures and tones are made by the page. What is saved is played again.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { crowd, openCallPages, show, type CallPages } from "../call-page.ts";
import { playRecording } from "./play-recording.ts";
import { listFiles, recordFor, save, startRecording, waitForPieces, withoutPicker } from "./recording-steps.ts";

const audible = { 0: { hasAudio: true }, 1: { hasAudio: true } };

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

  it("gives a file that plays, with everybody who was told and nobody else", async () => {
    await show(page, crowd(2, audible));
    await startRecording(page);
    expect(await page.evaluate(() => window.testCall.told)).to.deep.equal([1]);
    await page.evaluate(() => window.testCall.confirm("Anna", 1));
    // Of another recording than this one.
    await page.evaluate(() => window.testCall.confirm("Boris", 7));
    await recordFor(page, 4);
    await page.getByTestId("stop-recording").click();
    await page.locator('[data-testid="kept-recording"][data-end="stopped"]').waitFor();
    expect(await page.evaluate(() => window.testCall.told)).to.deep.equal([1, null]);

    const { name, bytes } = await save(page);
    expect(name).to.match(/^meetogram \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.webm$/);
    const played = await playRecording(page, bytes);
    expect(played.width).to.equal(1280);
    expect(played.height).to.equal(720);
    expect(played.durationSeconds).to.be.within(2, 30);
    expect(played.isSeekable).to.equal(true);
    expect(played.loudness).to.be.above(0.01);
    // Anna's and the own picture, side by side.
    expect(played.colours.anna).to.be.above(0.15);
    expect(played.colours.boris).to.be.below(0.01);
    expect(played.colours.fakeCamera).to.be.above(0.15);

    await page.getByTestId("handed-over").waitFor();
    await page.getByTestId("delete-recording").click();
    await page.getByTestId("kept-recording").waitFor({ state: "detached" });
    expect(await listFiles(page)).to.deep.equal([]);
  });

  it("offers what was recorded until the page was closed", async () => {
    await startRecording(page);
    const bytesOnDisk = await waitForPieces(page, 4);
    // It is being written: no other page takes it for one that was interrupted.
    const beside = await pages.openAnother(page);
    await beside.evaluate(withoutPicker);
    expect(await beside.getByTestId("kept-recording").count()).to.equal(0);
    await page.close();
    // Without another visit: the page waits for the end of the one that recorded.
    await beside.locator('[data-testid="kept-recording"][data-end="unsaved"]').waitFor();
    const { bytes } = await save(beside);
    expect(bytes.length).to.be.at.least(bytesOnDisk);
    const played = await playRecording(beside, bytes);
    expect(played.durationSeconds).to.be.above(0);
    expect(played.colours.fakeCamera).to.be.above(0.15);
    expect(played.loudness).to.be.above(0.001);
    await beside.getByTestId("delete-recording").click();
    await beside.getByTestId("kept-recording").waitFor({ state: "detached" });
    await beside.reload();
    await beside.getByTestId("call").waitFor();
    expect(await listFiles(beside)).to.deep.equal([]);
    page = beside;
  });

  it("leaves what a page has recorded to that page, until it is closed", async () => {
    await startRecording(page);
    await recordFor(page, 2);
    await page.getByTestId("stop-recording").click();
    await page.locator('[data-testid="kept-recording"][data-end="stopped"]').waitFor();
    const beside = await pages.openAnother(page);
    await beside.getByTestId("kept-recordings").waitFor({ state: "attached" });
    expect(await beside.getByTestId("kept-recording").count()).to.equal(0);
    await page.close();
    await beside.locator('[data-testid="kept-recording"][data-end="unsaved"]').waitFor();
    page = beside;
  });

  it("begins nothing where there is no room, and says so", async () => {
    await page.evaluate(() => {
      navigator.storage.estimate = async () => ({ quota: 1_000_000_000, usage: 900_000_000 });
    });
    await page.getByTestId("more").click();
    await page.getByTestId("record").click();
    await page.getByTestId("start-recording").click();
    await page.locator('[data-testid="record-problem"][data-problem="no-room"]').waitFor();
    expect(await page.evaluate(() => window.testCall.told.filter((number) => number !== null))).to.deep.equal([]);
    expect(await listFiles(page)).to.deep.equal([]);
  });

  it("is begun and ended by keyboard, and says so to screen readers", async () => {
    const focused = () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset["testid"]);
    await page.getByTestId("more").focus();
    await page.keyboard.press("Enter");
    await page.getByTestId("record").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Record this call?" }).waitFor();
    expect(await focused(), "Cancel, so that a second press begins nothing").to.equal("cancel-recording");
    await page.keyboard.press("Escape");
    await page.getByTestId("record-dialog").waitFor({ state: "detached" });
    expect(await focused()).to.equal("more");

    await page.keyboard.press("Enter");
    await page.getByTestId("record").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByTestId("own-recording").waitFor();
    const status = page.getByTestId("own-recording-announcement");
    expect(await status.textContent()).to.equal("Recording has started. Everybody sees it.");
    await page.getByRole("button", { name: "Stop recording" }).focus();
    await page.keyboard.press("Enter");
    await page.getByTestId("own-recording").waitFor({ state: "detached" });
    expect(await status.textContent()).to.equal("Recording has ended.");
  });

  it("shows and confirms the recording of somebody else, for as long as it lasts", async () => {
    const badge = page.getByTestId("recorded-by");
    await show(page, crowd(2, { 0: { recording: 1 } }));
    await badge.waitFor();
    expect((await badge.innerText()).replaceAll(/[\u2068\u2069]/g, "")).to.equal("Anna is recording this call");
    const announcement = page.getByTestId("recording-announcement");
    expect(await announcement.textContent()).to.include("is recording this call");
    await page.waitForFunction(() => window.testCall.sent.length > 0);
    expect(await page.evaluate(() => window.testCall.sent)).to.deep.equal([
      { message: { type: "recording-shown", recording: 1 }, to: "anna" },
    ]);
    await show(page, crowd(2));
    await badge.waitFor({ state: "detached" });
    expect(await announcement.textContent()).to.include("has stopped recording");
  });

  it("loads nothing of the recorder before somebody records", async () => {
    const loaded = () => page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
    expect((await loaded()).filter((name) => /record-call|RecordDialog|worker/.test(name))).to.deep.equal([]);
    await startRecording(page);
    expect((await loaded()).filter((name) => /record-call|RecordDialog/.test(name))).to.have.lengthOf(2);
  });
});
