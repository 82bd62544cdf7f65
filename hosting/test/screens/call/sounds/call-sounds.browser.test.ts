// The sounds of a call as they come out of the page: which notes, and that they can be heard.
import { expect } from "chai";
import type { Page } from "playwright-core";
import { crowd, openCallPages, show, type CallPages } from "../call-page.ts";

interface Heard extends Window {
  /** In Hz, in the order in which they begin. */
  notesHz: number[];
  /** The largest sample that an element of the page has played, 0 to 1. */
  loudest: number;
}

/** Runs in the page before its scripts. */
function listen(): void {
  const heard = Object.assign(window as unknown as Heard, { notesHz: [], loudest: 0 });
  window.OscillatorNode = class extends OscillatorNode {
    override start(at?: number): void {
      heard.notesHz.push(Math.round(this.frequency.value));
      super.start(at);
    }
  };
  const { play } = HTMLAudioElement.prototype;
  HTMLAudioElement.prototype.play = function () {
    const context = new AudioContext();
    const analyser = new AnalyserNode(context);
    context.createMediaStreamSource(this.srcObject as MediaStream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      heard.loudest = Math.max(heard.loudest, ...samples);
      if (this.srcObject === null) clearInterval(timer);
    }, 20);
    return play.call(this);
  };
}

const joined = [523, 659];
const left = [659, 523];
const message = [880];

const notes = (page: Page) => page.evaluate(() => (window as unknown as Heard).notesHz);
const waitForNotes = (page: Page, count: number) =>
  page.waitForFunction((least) => (window as unknown as Heard).notesHz.length >= least, count);
const raiseHand = (page: Page, order: number | null) =>
  page.evaluate((place) => window.testCall.hear("anna", { type: "hand", order: place }), order);

describe("the sounds of a call in a browser", function () {
  let pages: CallPages;
  let page: Page;
  before(async () => {
    pages = await openCallPages();
  });
  after(() => pages.close());

  /** With Anna, once those who come are news. Returns without the sounds so far. */
  beforeEach(async () => {
    page = await pages.open({ viewport: { width: 1280, height: 720 } }, listen);
    // A press, so that audio may play.
    await page.mouse.click(2, 2);
    await show(page, crowd(1));
    for (let order = 1; (await notes(page)).length === 0; order += 1) {
      await raiseHand(page, order);
      await page.waitForTimeout(700);
      await raiseHand(page, null);
    }
    await page.evaluate(() => ((window as unknown as Heard).notesHz.length = 0));
  });
  afterEach(() => page.context().close());

  it("are heard: rising for who comes, falling for who leaves, one note for a message", async () => {
    await show(page, crowd(2));
    await waitForNotes(page, 2);
    await page.waitForFunction(() => (window as unknown as Heard).loudest > 0.02);
    await show(page, crowd(1));
    await waitForNotes(page, 4);
    await page.evaluate(() => {
      const now = Date.now();
      const message = { id: "A".repeat(22), text: "Hello", order: now, writtenAtMs: now };
      window.testCall.hear("anna", { type: "chat", message });
    });
    await waitForNotes(page, 5);
    expect(await notes(page)).to.deep.equal([...joined, ...left, ...message]);
    expect(await page.evaluate(() => (window as unknown as Heard).loudest), "not loud").to.be.below(0.3);
  });

  it("are none while they are switched off, also in the next visit", async () => {
    const toggle = async () => {
      await page.getByTestId("more").click();
      await page.getByTestId("call-sounds").click();
      await page.keyboard.press("Escape");
    };
    await toggle();
    await show(page, crowd(2));
    expect(await page.evaluate(() => localStorage.getItem("callSounds"))).to.equal("off");
    await toggle();
    // Whatever had been played for the first would come before.
    await show(page, crowd(1));
    await waitForNotes(page, 2);
    expect(await notes(page)).to.deep.equal(left);
  });

  it("are none in a room of more than six", async () => {
    await show(page, crowd(6));
    await raiseHand(page, 90);
    await page.getByTestId("hand-mark").first().waitFor();
    await show(page, crowd(1));
    await waitForNotes(page, 2);
    expect(await notes(page)).to.deep.equal(left);
  });
});
