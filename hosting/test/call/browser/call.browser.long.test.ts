// Calls between real browsers: what takes long by nature, such as cuts that last and crashes.
import { expect } from "chai";
import { timings } from "../../../src/call/timings.ts";
import type { ParticipantReport } from "./page.ts";
import { waitUntil } from "./browser.ts";
import { cut, waitForMedia, waitForReport } from "./participants.ts";
import { useCalls } from "./use-calls.ts";

describe("a call in a browser", function () {
  const { joinAndEnter, meet } = useCalls();

  it("shares a screen beside the camera, also with newcomers, until the browser ends it", async () => {
    const [ann, bob] = await meet();
    await bob.page.evaluate(() => window.meetogram.shareScreen());
    const hasScreen = ([remote]: ParticipantReport[]) =>
      (remote?.screen?.framesPresented ?? 0) >= 3 && remote?.constraints.screen === true;
    await waitForReport(ann, "Bob's screen", hasScreen);
    await waitForMedia(ann, bob);
    const cat = await joinAndEnter("Cat");
    await waitForReport(cat, "Bob's screen", (reports) =>
      reports.some((remote) => remote.participantID === bob.participantID && hasScreen([remote])),
    );
    await bob.page.evaluate(() => {
      const [video] = window.meetogram.call.screen!.getVideoTracks();
      video!.dispatchEvent(new Event("ended"));
    });
    for (const viewer of [ann, cat])
      await waitForReport(viewer, "no screen", (reports) => reports.every(({ screen }) => screen === null));
    expect(await bob.page.evaluate(() => window.meetogram.call.screen)).to.equal(null);
    await Promise.all([bob, ann].map((sharer) => sharer.page.evaluate(() => window.meetogram.shareScreen())));
    await Promise.all([
      waitForReport(ann, "Bob's again", (all) => all.some((remote) => hasScreen([remote]))),
      waitForReport(bob, "Ann's", (all) => all.some((remote) => hasScreen([remote]))),
    ]);
  });

  it("connects a crashed page again, though it sent no bye", async () => {
    const [ann, bob] = await meet();
    await bob.page.evaluate(() => {
      window.meetogram.call.leaveNow = () => {};
      addEventListener("pagehide", (event) => event.stopImmediatePropagation(), { capture: true });
    });
    await bob.reload();
    await bob.enter();
    await Promise.all([waitForMedia(bob, ann), waitForMedia(ann, bob)]);
    expect(await ann.report()).to.have.length(1);
  });

  it("distinguishes a stalled page from a lost network", async () => {
    const [ann, bob] = await meet();
    const countMade = () =>
      Promise.all([ann, bob].map(({ page }) => page.evaluate(() => window.meetogram.connectionsMade)));
    const made = await countMade();
    // Who is seen or heard is not called asleep.
    await bob.page.evaluate(async () => {
      await window.meetogram.media.setVideo(false);
      await window.meetogram.media.setAudio(false);
      window.meetogram.call.setConstraints({ audio: false, video: false, screen: false });
    });
    // Halts what runs in the page, but not the ICE of its connections.
    const script = await bob.context.newCDPSession(bob.page);
    await script.send("Debugger.enable");
    await script.send("Debugger.pause");
    await waitForReport(ann, "sleep", ([remote]) => remote?.status === "silent" && remote.cause === "asleep");
    await script.send("Debugger.resume");
    await waitForReport(ann, "Bob awake", ([remote]) => remote?.status === "connected" && remote.cause === null);
    // The network has worked throughout: whatever else is late, the connection stays.
    await bob.page.waitForTimeout(timings.statsEveryMs + timings.playoutCheckForMs);
    expect(await countMade()).to.deep.equal(made);
  });

  it("is back within 3 s after a cut of 8 s", async () => {
    const meetingSince = performance.now();
    const [ann, bob] = await meet();
    const meetMs = performance.now() - meetingSince;
    await cut(bob, true);
    await bob.page.waitForTimeout(8_000);
    await cut(bob, false);
    const returnedAt = performance.now();
    await Promise.all([waitForMedia(bob, ann), waitForMedia(ann, bob)]);
    // A machine that takes longer to meet at all takes longer to come back.
    expect(performance.now() - returnedAt).to.be.below(Math.max(3_000, 2 * meetMs));
  });

  it("removes a participant that stays silent, and connects it again when it returns", async () => {
    const meetingSince = performance.now();
    const [ann, bob] = await meet();
    const meetMs = performance.now() - meetingSince;
    await cut(bob, true);
    await waitForReport(ann, "silence", ([remote]) => remote?.status === "silent");
    // Gone, or already connecting again, since only the media was cut.
    const isGone = (reports: { status: string }[]) => reports.every(({ status }) => status === "connecting");
    await waitForReport(ann, "Bob gone", isGone);
    await waitForReport(bob, "Ann gone", isGone);
    await cut(bob, false);
    const returnedAt = performance.now();
    await Promise.all([waitForMedia(bob, ann), waitForMedia(ann, bob)]);
    // A machine that takes longer to meet at all takes longer to come back.
    expect(performance.now() - returnedAt).to.be.below(Math.max(3_000, 2 * meetMs));
  });

  it("does not halt the page by reading encodings while nothing changes", async () => {
    const [ann] = await meet();
    const askedWithinMs = (ms: number) =>
      ann.page.evaluate(async (ms) => {
        const { prototype } = RTCRtpSender;
        const { getParameters } = prototype;
        let asked = 0;
        prototype.getParameters = function () {
          asked++;
          return getParameters.call(this);
        };
        await new Promise((resolve) => setTimeout(resolve, ms));
        prototype.getParameters = getParameters;
        return asked;
      }, ms);
    // Two readings of the statistics come within the time, and each applies the plan again.
    await waitUntil("a call in which nothing changes", async () => (await askedWithinMs(4_500)) === 0);
  });

  it("reports what the remote participant hears, and statistics of what arrives", async () => {
    const [ann, bob] = await meet();
    await waitForReport(ann, "being heard", ([remote]) => remote?.hearsMe === "yes");
    const [seen] = await ann.report();
    expect(seen?.stats).to.include({ isRelayed: false, lossRatio: 0 });
    expect(seen?.stats?.height).to.be.greaterThan(0);
    await bob.page.evaluate(() => window.meetogram.call.setSoundBlocked(true));
    await waitForReport(ann, "being held back", ([remote]) => remote?.hearsMe === "blocked");
    const summary = await ann.page.evaluate(() => window.meetogram.call.summary());
    expect(summary).to.match(/direct, round trip \d+ ms, loss/);
    expect(summary).to.not.match(/Bob|\d+\.\d+\.\d+\.\d+|[0-9a-f]{8}-/);
  });
});
