// How little a pause costs between two real browsers, and which codec they prefer.
import { expect } from "chai";
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

  async function meet(prepare?: () => void): Promise<[Participant, Participant]> {
    const ann = await room.join("Ann", prepare === undefined ? {} : { prepare });
    await ann.enter();
    const bob = await room.join("Bob", prepare === undefined ? {} : { prepare });
    await bob.enter();
    await Promise.all([waitForMedia(bob, ann), waitForMedia(ann, bob)]);
    return [ann, bob];
  }

  const linkOf = async (participant: Participant) => {
    const [link] = await participant.connections();
    if (link === undefined) throw new Error("No connection");
    return link;
  };

  it("send only a few packets during a pause", async () => {
    const [ann, bob] = await meet();
    const rate = async () => {
      const before = (await linkOf(bob)).audioPacketsSent;
      const since = performance.now();
      await bob.page.waitForTimeout(1_500);
      return ((await linkOf(bob)).audioPacketsSent - before) / ((performance.now() - since) / 1_000);
    };
    await bob.page.evaluate(() => window.meetogram.media.setAudio(false));
    await waitUntil("a pause", async () => (await rate()) < 10);
    // Turned on again, it is heard: the pause has broken nothing.
    const energy = (await linkOf(ann)).audioEnergy;
    await bob.page.evaluate(() => window.meetogram.media.setAudio(true));
    await waitUntil("sound", async () => (await linkOf(ann)).audioEnergy > energy + 0.001);
    await waitUntil("more than a few packets", async () => (await rate()) > 10);
  });

  it("prefer what the device encodes in hardware", async () => {
    const [ann, bob] = await meet(() => {
      navigator.mediaCapabilities.encodingInfo = async ({ video }) => {
        const isInHardware = video?.contentType === "video/vp9";
        return { supported: true, smooth: true, powerEfficient: isInHardware } as MediaCapabilitiesEncodingInfo;
      };
    });
    for (const participant of [ann, bob])
      expect((await linkOf(participant)).codecs.some((codec) => codec.startsWith("video/VP9"))).to.equal(true);
  });
});
