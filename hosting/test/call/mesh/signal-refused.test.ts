// What somebody on the way, such as whoever runs the server, can do with sealed signals: change
// them, hand them to others, replay them.
import { expect } from "chai";
import type { Signal } from "@meetogram/contract";
import { decodeBase64url, encodeBase64url } from "../../../src/platform/base64url.ts";
import type { Call, CallSuspicion } from "../../../src/call/call.ts";
import { createCall } from "../../../src/call/create-call.ts";
import { createSeal, type Seal } from "../../../src/call/sealing/seal.ts";
import type { LocalMedia } from "../../../src/media/local-media.ts";
import { createInMemoryRoom } from "../../../src/signalling/in-memory.ts";
import type { Signalling } from "../../../src/signalling/signalling.ts";
import { FakeConnection, installMediaStream } from "../fakes/fake-connection.ts";
import { createManualClock } from "../../platform/manual-clock.ts";

/** Opening a seal takes an unknown number of turns of the event loop. */
async function until(isSo: () => boolean) {
  for (const deadline = performance.now() + 15_000; !isSo();) {
    if (performance.now() > deadline) throw new Error("Waited 15 s");
    await new Promise<void>((resolve) => setTimeout(resolve, 1));
  }
}

/** A person without devices. */
const noMedia = {
  track: () => null,
  onTrack() {},
  limitPicture: async () => {},
} as unknown as LocalMedia;

describe("a sealed signal from outside the room, or for another participant", () => {
  const uuid = crypto.randomUUID();
  const key = crypto.getRandomValues(new Uint8Array(16));
  let uninstall: () => void;
  let seal: Seal;
  let ann: Signalling;
  let eve: Signalling;
  let call: Call;
  let problems: CallSuspicion[];
  let connections: FakeConnection[];

  before(() => (uninstall = installMediaStream()));
  after(() => uninstall());
  beforeEach(async () => {
    const room = createInMemoryRoom();
    seal = await createSeal({ uuid, key });
    ann = room.seat("ann");
    eve = room.seat("eve");
    problems = [];
    connections = [];
    call = createCall({
      signalling: room.seat("bob"),
      seal,
      media: noMedia,
      constraints: { audio: false, video: false, screen: false },
      name: "Bob",
      iceServers: [],
      clock: createManualClock(),
      createConnection() {
        const connection = new FakeConnection();
        connections.push(connection);
        return connection as unknown as RTCPeerConnection;
      },
    });
    call.onSuspicion((suspicion) => problems.push(suspicion), { signal: new AbortController().signal });
  });
  afterEach(() => call.leaveNow());

  /**
   * The messages of one sender are handled in order. When this one is refused, those before it have
   * been handled.
   */
  async function sendLast() {
    const { length } = problems;
    await ann.send("bob", "AAAA");
    await until(() => problems.length > length);
    problems.pop();
  }

  const offer = (seat: number): Signal => ({
    seat,
    connection: crypto.randomUUID(),
    description: { type: "offer", sdp: "v=0" },
  });

  it("is accepted when it is whole", async () => {
    await ann.send("bob", await seal.sealSignal("ann", "bob", offer(ann.self.seat)));
    await sendLast();
    expect([connections.length, problems]).to.deep.equal([1, []]);
  });

  it("is refused and reported when any bit of it was changed", async () => {
    const bytes = decodeBase64url(await seal.sealSignal("ann", "bob", offer(ann.self.seat))) ?? new Uint8Array();
    // The first and last bytes of the iv, of the text and of the tag.
    const places = [0, 11, 12, bytes.length - 17, bytes.length - 16, bytes.length - 1];
    for (const place of places) {
      const changed = bytes.slice();
      changed[place] = (changed[place] ?? 0) ^ 1;
      await ann.send("bob", encodeBase64url(changed));
    }
    await until(() => problems.length === places.length);
    expect(connections).to.have.length(0);
    expect(problems).to.deep.equal(places.map(() => "signal-refused"));
  });

  it("is refused when it was sealed for another, by another, or with another link", async () => {
    const other = await createSeal({ uuid, key: crypto.getRandomValues(new Uint8Array(16)) });
    const elsewhere = await createSeal({ uuid: crypto.randomUUID(), key });
    for (const sealed of [
      await seal.sealSignal("ann", "eve", offer(ann.self.seat)),
      await seal.sealSignal("eve", "bob", offer(ann.self.seat)),
      await seal.sealSignal("bob", "ann", offer(ann.self.seat)),
      await other.sealSignal("ann", "bob", offer(ann.self.seat)),
      await elsewhere.sealSignal("ann", "bob", offer(ann.self.seat)),
    ])
      await ann.send("bob", sealed);
    await until(() => problems.length === 5);
    expect(connections).to.have.length(0);
    expect(problems).to.deep.equal(Array.from({ length: 5 }, () => "signal-refused"));
  });

  it("is refused when somebody else sends it as their own", async () => {
    await eve.send("bob", await seal.sealSignal("ann", "bob", offer(ann.self.seat)));
    await until(() => problems.length > 0);
    expect([connections.length, problems]).to.deep.equal([0, ["signal-refused"]]);
  });

  it("does nothing when it is replayed, or comes from a page that has gone", async () => {
    const old = await seal.sealSignal("ann", "bob", offer(5));
    const first = await seal.sealSignal("ann", "bob", offer(6));
    await ann.send("bob", first);
    await until(() => connections.length === 1);
    await ann.send("bob", await seal.sealSignal("ann", "bob", offer(7)));
    await until(() => connections.length === 2);
    expect(connections.map(({ connectionState }) => connectionState)).to.deep.equal(["closed", "new"]);
    for (const replayed of [old, first]) await ann.send("bob", replayed);
    await sendLast();
    expect(connections.map(({ connectionState }) => connectionState)).to.deep.equal(["closed", "new"]);
  });

  it("does not prevent a later whole signal", async () => {
    const sealed = await seal.sealSignal("ann", "bob", offer(ann.self.seat));
    await ann.send(
      "bob",
      sealed.replace(/^./, (first) => (first === "A" ? "B" : "A")),
    );
    await ann.send("bob", sealed);
    await until(() => connections.length === 1);
    expect([connections.length, problems]).to.deep.equal([1, ["signal-refused"]]);
  });
});
