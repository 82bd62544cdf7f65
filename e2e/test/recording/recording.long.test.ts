// Recording among people who come late, pages that do not obey, and a page that crashes.
import { expect } from "chai";
import { fakeDevices } from "../../../scripts/system/browsers/launch-chromium.ts";
import { disobey, sendOverChannels } from "../support/attacks/disobedient.ts";
import { withBrowser, withPeople } from "../support/browser.ts";
import { connect, expectSeesAndHears, meet, openLink } from "../support/meeting.ts";
import { findRenderers, signalProcesses } from "../support/device/processes.ts";
import { useSystem } from "../support/system.ts";
import { playRecording, recordUntil, save, startRecording, waitForKept } from "./record.ts";

/** Runs in the page before its scripts: it shows a recording, and does not say so. */
function confirmNothing(): void {
  const { send } = RTCDataChannel.prototype as { send(text: unknown): void };
  RTCDataChannel.prototype.send = function (this: RTCDataChannel, text: unknown) {
    if (!String(text).startsWith('{"type":"recording-shown"')) send.call(this, text);
  };
}

/** Runs in the page: how often its screen reader has something to say. */
function countAnnouncements(): void {
  const counting = window as Window & { announcements?: number };
  counting.announcements = 0;
  new MutationObserver(() => (counting.announcements = (counting.announcements ?? 0) + 1)).observe(
    document.querySelector('[data-testid="recording-announcement"]')!,
    { childList: true, characterData: true, subtree: true },
  );
}

describe("a recording", () => {
  useSystem();

  it("is told to a newcomer in the lobby already, who is in it after entering", () =>
    withPeople(3, async (ann, ben, cat) => {
      const link = await meet(ann, ben);
      await expectSeesAndHears(ann, 1);
      await startRecording(ann);
      await openLink(cat, link);
      await cat.page.getByTestId("lobby-recording").filter({ hasText: "is recording this call" }).waitFor();
      await recordUntil(ann, 6);
      await connect(cat);
      await cat.page.getByTestId("recorded-by").waitFor();
      await expectSeesAndHears(ann, 2);
      const [minutes = 0, seconds = 0] = (await ann.page.getByTestId("recording-time").innerText())
        .split(":")
        .map(Number);
      await recordUntil(ann, 60 * minutes + seconds + 4);
      await ann.page.getByTestId("stop-recording").click();
      for (const { page } of [ben, cat]) await page.getByTestId("recorded-by").waitFor({ state: "detached" });
      const { pictures } = await playRecording(ann.page, (await save(ann)).bytes);
      expect(Math.max(...pictures.slice(1, 4).map(({ cameras }) => cameras)), "before").to.equal(2);
      expect(pictures.at(-1)?.cameras, "after").to.equal(3);
    }));

  it("has nobody whose page does not say that it shows it", () =>
    withPeople([{}, {}], async (ann, ben) => {
      await ben!.context.addInitScript(confirmNothing);
      await meet(ann!, ben!);
      await expectSeesAndHears(ann!, 1);
      await startRecording(ann!);
      await ben!.page.getByTestId("recorded-by").waitFor();
      await recordUntil(ann!, 5);
      await ann!.page.getByTestId("stop-recording").click();
      const { pictures } = await playRecording(ann!.page, (await save(ann!)).bytes);
      expect(Math.max(...pictures.map(({ cameras }) => cameras))).to.equal(1);
    }));

  it("said and taken back again and again makes one announcement, and too often ends the connection", () =>
    withPeople(2, async (ann, eve) => {
      await eve.context.addInitScript(disobey);
      await meet(ann, eve);
      await expectSeesAndHears(ann, 1);
      await ann.page.evaluate(countAnnouncements);
      const state = (recording: number) => ({
        type: "state",
        hasEntered: true,
        constraints: { audio: true, video: true, screen: false },
        name: "Eve",
        ...(recording % 2 === 1 && { recording }),
      });
      await sendOverChannels(
        eve.page,
        Array.from({ length: 100 }, (_, index) => state(index)),
      );
      await ann.page.getByTestId("recorded-by").waitFor();
      const announcements = () =>
        ann.page.evaluate(() => (window as Window & { announcements?: number }).announcements);
      expect(await announcements()).to.equal(1);
      // A confirmation of nothing, and what is no number, change nothing.
      await sendOverChannels(eve.page, [
        { type: "recording-shown", recording: 1 },
        { type: "recording-shown", recording: -1 },
        { ...state(2), recording: "for ever" },
      ]);
      expect(await ann.page.getByTestId("own-recording").count()).to.equal(0);
      await sendOverChannels(
        eve.page,
        Array.from({ length: 400 }, (_, index) => state(index)),
      );
      await ann.page.locator('[data-testid="popup"][data-code="connection-closed"]').waitFor();
      await ann.page.getByTestId("recorded-by").waitFor({ state: "detached" });
    }));

  it("of a page that crashed is offered on the next visit, and the others are told no longer", () =>
    withBrowser([fakeDevices()], (browser) =>
      withPeople([{ browser }, {}], async (ann, ben) => {
        await meet(ann!, ben!);
        await expectSeesAndHears(ann!, 1);
        await startRecording(ann!);
        await ben!.page.getByTestId("recorded-by").waitFor();
        await recordUntil(ann!, 6);
        const keptBytes = await waitForKept(ann!);
        const crashed = new Promise((resolve) => ann!.page.once("crash", resolve));
        signalProcesses(await findRenderers(browser), "SIGKILL");
        await crashed;
        await ben!.page.getByTestId("recorded-by").waitFor({ state: "detached" });

        const again = { ...ann!, page: await ann!.context.newPage() };
        await again.page.goto(ann!.origin);
        await again.page.locator('[data-testid="kept-recording"][data-end="unsaved"]').waitFor();
        const { bytes } = await save(again);
        const { durationSeconds, loudness, pictures } = await playRecording(again.page, bytes);
        // Whatever was on the disk. A busy device writes its last seconds late.
        expect(bytes.length).to.be.at.least(keptBytes);
        expect(durationSeconds).to.be.above(1);
        expect(loudness).to.be.above(0.001);
        expect(pictures.at(-1)?.cameras).to.equal(2);
        await again.page.reload();
        await again.page.getByTestId("go").waitFor();
        expect(await again.page.getByTestId("kept-recordings").count()).to.equal(0);
      }),
    ));
});
