// Calls between real browsers: what counts is that pictures move and sound is heard, and that they stop when they should.
import { expect } from "chai";
import { openBrowser, type TestBrowser } from "./browser.ts";
import { createTestRoom, waitForMedia, waitForReport, type TestRoom } from "./participants.ts";

describe("a call in a browser", function () {
  this.timeout(90_000);
  let browser: TestBrowser;
  let room: TestRoom;

  before(async () => {
    browser = await openBrowser(new URL("page.ts", import.meta.url));
  });
  after(() => browser.close());
  beforeEach(() => {
    room = createTestRoom(browser);
  });
  afterEach(() => room.close());

  it("shows and lets hear two participants who have entered", async () => {
    const ann = await room.join("Ann");
    await ann.enter();
    const bob = await room.join("Bob");
    await bob.enter();
    const [annSeen, bobSeen] = await Promise.all([waitForMedia(bob, ann), waitForMedia(ann, bob)]);
    expect(annSeen).to.include({ name: "Ann", status: "connected" });
    expect(bobSeen).to.include({ name: "Bob", status: "connected" });
  });

  it("connects a newcomer before it enters, with one message each way and no packet of media", async () => {
    const ann = await room.join("Ann");
    await ann.enter();
    const bob = await room.join("Bob");
    await waitForReport(bob, "Ann in the lobby", ([other]) => other?.status === "connected");
    expect(await ann.report()).to.deep.equal([]);
    const links = [...(await ann.connections()), ...(await bob.connections())];
    expect(links.map(({ state }) => state)).to.deep.equal(["connected", "connected"]);
    expect(links.map(({ packetsSent }) => packetsSent)).to.deep.equal([0, 0]);
    expect(room.sent).to.deep.equal([
      { from: bob.participantID, to: ann.participantID },
      { from: ann.participantID, to: bob.participantID },
    ]);
    await bob.enter();
    const annSeen = await waitForMedia(bob, ann);
    await waitForMedia(ann, bob);
    const enteredAt = await bob.page.evaluate(() => window.meetogram.enteredAt);
    console.log("warm", annSeen.firstFrameAt! - enteredAt);
    expect(room.sent).to.have.length(2);
  });
});
