// What two real browsers negotiate: the codecs in use, the size of descriptions, and how little a
// pause costs.
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { dropOrphanedLines } from "../../../src/call/negotiation/firefox-orphan-lines.ts";
import { openBrowser, waitUntil, type TestBrowser } from "../browser/browser.ts";
import { createTestRoom, waitForMedia, type Participant, type TestRoom } from "../browser/participants.ts";

describe("codecs in a browser", function () {
  let browser: TestBrowser;
  let room: TestRoom;

  before(async () => {
    browser = await openBrowser(new URL("../browser/page.ts", import.meta.url));
  });
  after(() => browser.close());
  beforeEach(() => {
    room = createTestRoom(browser);
  });
  afterEach(() => room.close());

  async function meet(): Promise<[Participant, Participant]> {
    const ann = await room.join("Ann");
    await ann.enter();
    const bob = await room.join("Bob");
    await bob.enter();
    await Promise.all([waitForMedia(bob, ann), waitForMedia(ann, bob)]);
    return [ann, bob];
  }

  const linkOf = async (participant: Participant) => {
    const [link] = await participant.connections();
    if (link === undefined) throw new Error("No connection");
    return link;
  };

  it("agree on redundant Opus with DTX and on VP8, in a description shorter by a third", async () => {
    const participants = await meet();
    const untouched = await participants[0].page.evaluate(async () => {
      const connection = new RTCPeerConnection();
      connection.createDataChannel("control");
      for (const kind of ["audio", "video"]) connection.addTransceiver(kind);
      const { sdp = "" } = await connection.createOffer();
      connection.close();
      return sdp.length;
    });
    for (const participant of participants) {
      const { codecs, audioCodecs, descriptionLength } = await linkOf(participant);
      expect(codecs.filter((codec) => codec.startsWith("video"))).to.deep.equal(["video/VP8"]);
      expect(codecs.find((codec) => codec.startsWith("audio"))).to.match(/[ ;]usedtx=1(;|$)/);
      // Chromium's statistics name only the Opus within. The bytes of a packet (42 to 48 without
      // RED) tell more.
      expect(audioCodecs).to.deep.equal(["audio/red", "audio/opus"]);
      await waitUntil("packets that carry more than one", async () => {
        const { audioBytesSent, audioPacketsSent } = await linkOf(participant);
        return audioPacketsSent > 60 && audioBytesSent / audioPacketsSent > 55;
      });
      // Numbers in it are longer or shorter by chance.
      expect(descriptionLength).to.be.below(untouched * 0.67);
    }
  });

  it("are agreed on with Firefox, whose offers name codecs that are not in them", async () => {
    const sdp = dropOrphanedLines(readFileSync(new URL("firefox-153-offer.sdp", import.meta.url), "utf8"));
    const ann = await room.join("Ann");
    const answer = await ann.page.evaluate(async (offer) => {
      const connection = new RTCPeerConnection();
      await connection.setRemoteDescription({ type: "offer", sdp: offer });
      await connection.setLocalDescription();
      connection.close();
      return connection.localDescription?.sdp ?? "";
    }, sdp);
    for (const codec of ["opus/48000", "VP8/90000"])
      expect(answer).to.match(new RegExp(`^a=rtpmap:\\d+ ${codec}`, "m"));
  });
});
