// Senders of browsers that refuse: what may not be sent is never sent, and the rest goes on.
import { expect } from "chai";
import type { SendPlan } from "../../../src/call/quality/encoding.ts";
import { createSenders, type Tracks } from "../../../src/call/quality/senders.ts";

type Parameters = { encodings: RTCRtpEncodingParameters[] };

class FakeSender {
  track: MediaStreamTrack | null = null;
  parameters: Parameters = { encodings: [{ active: true }] };
  reads = 0;
  sets = 0;
  refuses: (parameters: Parameters) => boolean = () => false;
  ignores = false;

  getParameters(): Parameters {
    this.reads += 1;
    return structuredClone(this.parameters);
  }

  async setParameters(given: Parameters): Promise<void> {
    this.sets += 1;
    if (this.refuses(given)) throw new DOMException("No", "InvalidModificationError");
    if (!this.ignores) this.parameters = given;
  }

  async replaceTrack(track: MediaStreamTrack | null): Promise<void> {
    this.track = track;
  }

  /** What this browser would put on the wire. */
  get isSending(): boolean {
    return this.track !== null && this.parameters.encodings.every(({ active }) => active !== false);
  }
}

const limits = { shortSidePx: 360, maxBitrateBps: 500_000, maxFramesPerSecond: 30 };
const plan = (changes: Partial<SendPlan> = {}): SendPlan => ({
  isActive: true,
  isMuted: false,
  audioBitrateBps: 40_000,
  camera: limits,
  screen: limits,
  ...changes,
});
const waiting = plan({ isActive: false });
const settle = () => new Promise((resolve) => setImmediate(resolve));

function createCamera() {
  const size = { width: 1280, height: 720 };
  return { size, track: { kind: "video", getSettings: () => size } as unknown as MediaStreamTrack };
}

/** The side that answers: its encodings are active until it says otherwise. */
async function answer(prepare: (video: FakeSender) => void) {
  const [audio, video] = [new FakeSender(), new FakeSender()];
  prepare(video);
  const transceivers = [audio, video].map((sender, index) => ({
    sender,
    receiver: { track: { kind: index === 0 ? "audio" : "video" } },
    direction: "recvonly",
  }));
  const connection = Object.assign(new EventTarget(), {
    signalingState: "stable",
    getTransceivers: () => transceivers,
  });
  const { size, track } = createCamera();
  const tracks: Tracks = { audio: { kind: "audio" } as MediaStreamTrack, video: track };
  const senders = createSenders(connection as unknown as RTCPeerConnection, tracks, waiting);
  senders.adoptTransceivers();
  await senders.attachTracks();
  await settle();
  return { senders, audio, video, size };
}

describe("the senders of a browser that refuses", () => {
  const failures: unknown[] = [];
  const remember = (error: unknown) => void failures.push(error);
  before(() => void process.on("unhandledRejection", remember));
  after(() => void process.off("unhandledRejection", remember));
  afterEach(() => expect(failures.splice(0)).to.deep.equal([]));

  it("send nothing before both have entered, and picture and sound then", async () => {
    const { senders, audio, video } = await answer(() => {});
    expect([audio.isSending, video.isSending]).to.deep.equal([false, false]);
    senders.apply(plan());
    await settle();
    expect([audio.isSending, video.isSending]).to.deep.equal([true, true]);
  });

  it("do without the limits that a browser does not know", async () => {
    const { senders, video } = await answer((sender) => {
      sender.refuses = ({ encodings }) => encodings.some((encoding) => "networkPriority" in encoding);
    });
    expect(video.isSending).to.equal(false);
    senders.apply(plan());
    await settle();
    expect(video.isSending).to.equal(true);
  });

  it("keep the camera's track back where every setParameters is refused, and give it with Connect", async () => {
    const { senders, audio, video } = await answer((sender) => (sender.refuses = () => true));
    expect([audio.isSending, video.isSending]).to.deep.equal([false, false]);
    senders.apply(plan());
    await settle();
    expect([audio.isSending, video.isSending]).to.deep.equal([true, true]);
    senders.apply(waiting);
    await settle();
    expect([audio.isSending, video.isSending]).to.deep.equal([false, false]);
  });

  it("use the encodings again once the browser accepts them", async () => {
    const { senders, video } = await answer((sender) => (sender.refuses = () => true));
    video.refuses = () => false;
    senders.apply(plan());
    await settle();
    expect(video.parameters.encodings[0]).to.include({ active: true, scaleResolutionDownBy: 2 });
  });

  it("do not ask for ever where the browser accepts and does nothing", async () => {
    const { senders, video } = await answer((sender) => (sender.ignores = true));
    expect(video.isSending).to.equal(false);
    const { sets } = video;
    senders.apply(plan());
    await settle();
    senders.apply(waiting);
    await settle();
    expect(video.sets).to.be.within(sets, sets + 3);
  });

  it("follow a camera that is turned, or changes its size, in the middle", async () => {
    const { senders, video, size } = await answer(() => {});
    senders.apply(plan());
    await settle();
    expect(video.parameters.encodings[0]?.scaleResolutionDownBy).to.equal(2);
    Object.assign(size, { width: 720, height: 1280 });
    senders.apply(plan());
    await settle();
    expect(video.parameters.encodings[0]?.scaleResolutionDownBy).to.equal(2);
    Object.assign(size, { width: 480, height: 640 });
    senders.apply(plan());
    await settle();
    expect(video.parameters.encodings[0]?.scaleResolutionDownBy).to.be.closeTo(480 / 360, 0.001);
  });
});
