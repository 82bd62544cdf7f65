// Just enough of an RTCPeerConnection to negotiate in Node. It serves for the order of signals;
// media needs a browser.

class FakeChannel extends EventTarget {
  readyState = "connecting";
  readonly sent: unknown[] = [];

  send(text: string) {
    this.sent.push(JSON.parse(text));
  }

  open() {
    this.readyState = "open";
    this.dispatchEvent(new Event("open"));
  }

  close() {
    this.readyState = "closed";
    this.dispatchEvent(new Event("close"));
  }

  receive(message: unknown) {
    this.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(message) }));
  }
}

const createTransceiver = (kind: string) => {
  let parameters = { encodings: [{ active: false }] };
  return {
    direction: "sendrecv",
    mid: null,
    receiver: { track: { kind } },
    isStopped: false,
    stop() {
      this.isStopped = true;
    },
    sender: {
      getParameters: () => structuredClone(parameters),
      setParameters: async (set: typeof parameters) => void (parameters = set),
      replaceTrack: async () => {},
    },
  };
};

export class FakeConnection extends EventTarget {
  readonly channel = new FakeChannel();
  signalingState = "stable";
  connectionState = "new";
  readonly iceGatheringState = "complete";
  localDescription: { type: string; sdp: string } | null = null;
  remoteDescription: { type: string; sdp: string } | null = null;
  readonly transceivers: ReturnType<typeof createTransceiver>[] = [];

  createDataChannel(label: string) {
    return label === "control" ? this.channel : new FakeChannel();
  }

  addTransceiver(kind: string) {
    const transceiver = createTransceiver(kind);
    this.transceivers.push(transceiver);
    if (this.transceivers.length === 1) queueMicrotask(() => this.dispatchEvent(new Event("negotiationneeded")));
    return transceiver;
  }

  getTransceivers() {
    return this.transceivers;
  }

  getReceivers() {
    return [];
  }

  /** One received stream, played with this delay. Null: no stream. */
  played: { delayMs: number } | null = null;
  private emitted = 0;
  private delayS = 0;

  async getStats() {
    if (this.played === null) return new Map();
    this.emitted += 50;
    this.delayS += (50 * this.played.delayMs) / 1_000;
    const { delayS: jitterBufferDelay, emitted: jitterBufferEmittedCount } = this;
    const played = { jitterBufferDelay, jitterBufferEmittedCount, packetsReceived: this.emitted };
    return new Map([["s", { id: "s", type: "inbound-rtp", kind: "audio", ...played }]]);
  }

  async setLocalDescription() {
    const isAnswer = this.signalingState === "have-remote-offer";
    this.localDescription = { type: isAnswer ? "answer" : "offer", sdp: "v=0" };
    this.signalingState = isAnswer ? "stable" : "have-local-offer";
  }

  async setRemoteDescription(description: { type: string; sdp: string }) {
    this.remoteDescription = description;
    this.signalingState = description.type === "offer" ? "have-remote-offer" : "stable";
    if (description.type === "offer") this.transceivers.push(createTransceiver("audio"), createTransceiver("video"));
  }

  readonly candidates: unknown[] = [];

  async addIceCandidate(candidate: unknown) {
    this.candidates.push(candidate);
  }

  restartIce() {}

  close() {
    this.connectionState = "closed";
    this.signalingState = "closed";
  }
}

/** For the time of a suite: Node has no media. */
export function installMediaStream(): () => void {
  class FakeStream {
    getTracks() {
      return [];
    }
    addTrack() {}
    removeTrack() {}
  }
  Object.assign(globalThis, { MediaStream: FakeStream });
  return () => void Reflect.deleteProperty(globalThis, "MediaStream");
}
