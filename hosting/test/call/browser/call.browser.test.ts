// Calls between real browsers: video frames advance and audio is heard, and both stop when they
// should.
import { expect } from "chai";
import { waitUntil } from "./browser.ts";
import { cut, waitForMedia, waitForReport, type Participant } from "./participants.ts";
import { useCalls } from "./use-calls.ts";

/** Records how the only remote participant is shown from now on. */
async function recordStatuses({ page }: Participant): Promise<() => Promise<string>> {
  const statuses = await page.evaluateHandle(() => {
    const recorded: string[] = [];
    window.meetogram.call.onChange(
      ([remote]) => {
        const status = remote?.status ?? "gone";
        if (recorded.at(-1) !== status) recorded.push(status);
      },
      { signal: new AbortController().signal },
    );
    return recorded;
  });
  return async () => (await statuses.jsonValue()).join(", ");
}

describe("a call in a browser", function () {
  const { joinAndEnter, meet, test } = useCalls();

  it("carries audio and video between two participants who have entered", async () => {
    const ann = await joinAndEnter("Ann");
    const bob = await joinAndEnter("Bob");
    const [annSeen, bobSeen] = await Promise.all([waitForMedia(bob, ann), waitForMedia(ann, bob)]);
    expect(annSeen).to.include({ name: "Ann", status: "connected" });
    expect(bobSeen).to.include({ name: "Bob", status: "connected" });
  });

  it("connects a newcomer before it enters, with one signal each way and no media packet", async () => {
    const ann = await joinAndEnter("Ann");
    const bob = await test.room.join("Bob");
    await waitForReport(bob, "Ann in the lobby", ([remote]) => remote?.status === "connected");
    expect(await ann.report()).to.deep.equal([]);
    const links = [...(await ann.connections()), ...(await bob.connections())];
    expect(links.map(({ state }) => state)).to.deep.equal(["connected", "connected"]);
    expect(links.map(({ packetsSent }) => packetsSent)).to.deep.equal([0, 0]);
    expect(links.map(({ hasMicrophone }) => hasMicrophone)).to.deep.equal([false, false]);
    await bob.enter();
    await Promise.all([waitForMedia(bob, ann), waitForMedia(ann, bob)]);
    expect(test.room.sent).to.deep.equal([
      { from: bob.participantID, to: ann.participantID },
      { from: ann.participantID, to: bob.participantID },
    ]);
  });

  it("reveals no candidate of a participant that hides its address, not even for a moment", async () => {
    await joinAndEnter("Ann");
    const bob = await test.room.join("Bob", { isAddressHidden: true });
    await waitUntil("the answer", async () => test.room.sent.length === 2);
    expect((await bob.connections()).map(({ candidates, state }) => [candidates, state])).to.deep.equal([[0, "new"]]);
    const cat = await test.room.join("Cat");
    await waitUntil("candidates of others", async () => (await cat.connections()).some((link) => link.candidates > 0));
  });

  it("closes the connections of a resting tab and opens them again", async () => {
    await joinAndEnter("Ann");
    const bob = await test.room.join("Bob");
    const isConnected = async () => (await bob.connections()).some(({ state }) => state === "connected");
    await waitUntil("the connection", isConnected);
    await bob.page.evaluate(() => window.meetogram.call.rest());
    expect(await bob.connections()).to.deep.equal([]);
    await bob.page.evaluate(() => window.meetogram.call.wake());
    await waitUntil("the connection again", isConnected);
  });

  it("does not connect two waiting participants", async () => {
    await test.room.join("Ann");
    const bob = await test.room.join("Bob");
    const cat = await joinAndEnter("Cat");
    await waitForReport(bob, "Cat in the lobby", ([remote]) => remote?.name === "Cat");
    expect(test.room.sent.every(({ from, to }) => [from, to].includes(cat.participantID))).to.equal(true);
  });

  it("connects three participants, each with each", async () => {
    const [ann, bob] = await meet();
    const cat = await joinAndEnter("Cat");
    await Promise.all(
      [ann, bob, cat].flatMap((viewer) =>
        [ann, bob, cat].filter((from) => from !== viewer).map((from) => waitForMedia(viewer, from)),
      ),
    );
    expect(await cat.report()).to.have.length(2);
  });

  it("connects two participants that enter at the same time", async () => {
    const [ann, bob] = await Promise.all([test.room.join("Ann"), test.room.join("Bob")]);
    await Promise.all([ann.enter(), bob.enter()]);
    await Promise.all([waitForMedia(ann, bob), waitForMedia(bob, ann)]);
  });

  it("stops a camera that is turned off, tells the remote participant, and shows it again", async () => {
    const [ann, bob] = await meet();
    await bob.page.evaluate(async () => {
      window.meetogram.call.setConstraints({ audio: true, video: false, screen: false });
      await window.meetogram.media.setVideo(false);
    });
    await waitForReport(ann, "Bob without camera", ([remote]) => remote?.constraints.video === false);
    const stopped = await waitUntil("no more frames", async () => {
      const before = (await bob.connections())[0]?.framesSent;
      await bob.page.waitForTimeout(300);
      return before === (await bob.connections())[0]?.framesSent;
    });
    expect(stopped).to.equal(true);
    await bob.page.evaluate(async () => {
      window.meetogram.call.setConstraints({ audio: true, video: true, screen: false });
      await window.meetogram.media.setVideo(true);
    });
    await waitForMedia(ann, bob);
  });

  it("silences a muted microphone immediately and keeps the video", async () => {
    const [ann, bob] = await meet();
    await bob.page.evaluate(async () => {
      window.meetogram.call.setConstraints({ audio: false, video: true, screen: false });
      await window.meetogram.media.setAudio(false);
    });
    await waitForReport(ann, "Bob muted", ([remote]) => remote?.constraints.audio === false);
    // Not even silence is sent. The fake microphone beeps every second, so each window of this
    // length would contain a beep.
    const packets = async () => (await bob.connections())[0]?.audioPacketsSent;
    await waitUntil("silence", async () => {
      const before = await packets();
      await ann.page.waitForTimeout(1_500);
      return before === (await packets());
    });
    expect((await bob.connections())[0]?.hasMicrophone).to.equal(false);
    const frames = (await ann.report())[0]?.framesPresented ?? 0;
    await waitForReport(ann, "frames", ([remote]) => (remote?.framesPresented ?? 0) > frames);
    const energy = (await ann.connections())[0]?.audioEnergy ?? 0;
    await bob.page.evaluate(async () => {
      await window.meetogram.media.setAudio(true);
      window.meetogram.call.setConstraints({ audio: true, video: true, screen: false });
    });
    await waitUntil("sound again", async () => ((await ann.connections())[0]?.audioEnergy ?? 0) > energy + 0.001);
  });

  it("sends video as large as it is shown, and none when it is not shown", async () => {
    const [ann, bob] = await meet();
    const show = (heightPx: number) =>
      ann.page.evaluate(([id, height]) => window.meetogram.call.setShownHeight(id, height), [
        bob.participantID,
        heightPx,
      ] as const);
    const heightSeen = async () => (await ann.connections())[0]?.heightReceived;
    await waitUntil("larger video", async () => ((await heightSeen()) ?? 0) > 120);
    await show(100);
    await waitUntil("small video", async () => ((await heightSeen()) ?? 999) <= 120);
    await show(0);
    await waitUntil("no more video", async () => {
      const before = (await bob.connections())[0]?.videoPacketsSent;
      await bob.page.waitForTimeout(300);
      return before === (await bob.connections())[0]?.videoPacketsSent;
    });
    await show(360);
    await waitForMedia(ann, bob);
    await waitUntil("larger video again", async () => ((await heightSeen()) ?? 0) > 120);
  });

  it("connects a participant without devices, which receives audio and video", async () => {
    const ann = await joinAndEnter("Ann");
    const bob = await joinAndEnter("Bob", { audio: false, video: false });
    await waitForMedia(bob, ann);
    await waitForReport(ann, "Bob", ([remote]) => remote?.status === "connected" && !remote.constraints.video);
  });

  it("removes a participant that leaves, immediately", async () => {
    const [ann, bob] = await meet();
    await bob.page.evaluate(() => window.meetogram.call.leave());
    await waitForReport(ann, "Bob gone", (reports) => reports.length === 0);
    expect(await bob.page.evaluate(() => window.meetogram.endReason)).to.equal("left");
    expect(await ann.connections()).to.deep.equal([]);
  });

  it("removes a participant whose page closes, unless it soon comes back", async () => {
    const ann = await joinAndEnter("Ann");
    /** Polling would miss what is shown for a moment on a busy machine. */
    const readStatuses = await recordStatuses(ann);
    // A page that is torn down on a busy machine may not get its `bye` out. Five times in a row
    // would be a defect.
    for (
      let attempt = 1;
      attempt <= 5 && !(await readStatuses()).includes("connected, connecting, gone");
      attempt += 1
    ) {
      const bob = await joinAndEnter("Bob");
      await waitForMedia(ann, bob);
      await bob.page.close({ runBeforeUnload: true });
      await waitForReport(ann, "Bob gone", (reports) => reports.length === 0);
    }
    expect(await readStatuses()).to.include("connected, connecting, gone");
  });

  it("connects a reloaded page again", async () => {
    const [ann, bob] = await meet();
    await bob.reload();
    await bob.enter();
    await Promise.all([waitForMedia(bob, ann), waitForMedia(ann, bob)]);
    expect(await ann.report()).to.have.length(1);
  });

  it("shows a cut as silence with its cause, and recovers in place", async () => {
    const [ann, bob] = await meet();
    const { length } = await ann.connections();
    await cut(bob, true);
    await waitForReport(ann, "silence", ([remote]) => remote?.status === "silent");
    expect((await ann.report())[0]).to.include({ status: "silent", cause: "network-there" });
    await waitForReport(bob, "the own network", ([remote]) => remote?.cause === "offline");
    await cut(bob, false);
    await Promise.all([waitForMedia(bob, ann), waitForMedia(ann, bob)]);
    expect(await ann.connections()).to.have.length(length);
  });

  it("goes on without the server, and reports its loss", async () => {
    const [ann, bob] = await meet();
    test.room.room.setReachable(false);
    await waitUntil("the problem", () =>
      ann.page.evaluate(() => window.meetogram.problems.includes("signalling-lost")),
    );
    await Promise.all([waitForMedia(bob, ann), waitForMedia(ann, bob)]);
    test.room.room.setReachable(true);
    await waitUntil("the end of the problem", () =>
      ann.page.evaluate(() => window.meetogram.problems.includes("signalling-back")),
    );
  });

  it("keeps media flowing when the remote participant's document vanishes without a removal", async () => {
    const [ann, bob] = await meet();
    await bob.page.evaluate(() => (window.meetogram.deliver = () => {}));
    test.room.room.remove(bob.participantID, "ended");
    await waitForMedia(ann, bob);
  });

  it("goes on without a seat for as long as somebody is there, and says so", async () => {
    const [ann, bob] = await meet();
    test.room.room.lose(ann.participantID, "lost");
    await waitUntil("the problem", () => ann.page.evaluate(() => window.meetogram.problems.includes("seat-lost")));
    await Promise.all([waitForMedia(bob, ann), waitForMedia(ann, bob)]);
    expect(await ann.page.evaluate(() => window.meetogram.endReason)).to.equal(null);
    test.room.room.remove(bob.participantID);
    await waitUntil("the end", () => ann.page.evaluate(() => window.meetogram.endReason === "lost"));
  });

  it("ends for a participant that is removed, and removes it from the others' view", async () => {
    const [ann, bob] = await meet();
    test.room.room.remove(bob.participantID);
    await waitUntil("the end", () => bob.page.evaluate(() => window.meetogram.endReason === "removed"));
    await waitForReport(ann, "Bob gone", (reports) => reports.length === 0);
  });

  it("refuses signals that were tampered with, and connects once they are whole", async () => {
    const ann = await joinAndEnter("Ann");
    test.room.tamper = (payload) => payload.slice(0, -4) + (payload.endsWith("AAAA") ? "BBBB" : "AAAA");
    const bob = await test.room.join("Bob");
    await waitUntil("the refusal", () => ann.page.evaluate(() => window.meetogram.problems.includes("signal-refused")));
    expect(await bob.report()).to.deep.equal([]);
    test.room.tamper = (payload) => payload;
    await bob.enter();
    await Promise.all([waitForMedia(bob, ann), waitForMedia(ann, bob)]);
  });
});
