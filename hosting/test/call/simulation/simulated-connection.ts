// A connection in memory that negotiates like a real one: a description out of turn is an error,
// and only matching descriptions connect. It follows Chromium when the network is cut:
// "disconnected" after some seconds, "failed" after 17 s. After that only a renegotiation finds a
// path, within 15 s of its agreement.
import type { SimulatedNetwork } from "./simulated-network.ts";

const disconnectedAfterMs = 7_500;
const failedAfterMs = 17_500;
const checkedForMs = 15_000;
/** A connectivity check finds an existing path within this time. */
const foundWithinMs = 300;
/** The data channel retransmits after pauses of up to this. */
const resentWithinMs = 2_000;

/** What a connection needs from its world. */
export interface Surroundings {
  readonly network: SimulatedNetwork;
  readonly connections: Map<string, SimulatedConnection>;
  now(): number;
  later(maxMs: number, run: () => void): void;
  after(delayMs: number, run: () => void): void;
  inOrder(queue: unknown, maxMs: number, run: () => void): void;
}

class SimulatedChannel extends EventTarget {
  readyState: "connecting" | "open" | "closed" = "connecting";
  other: SimulatedChannel | null = null;
  isUp = () => true;
  readonly #world: Surroundings;
  readonly #unsent: string[] = [];

  constructor(world: Surroundings) {
    super();
    this.#world = world;
  }

  send(data: string) {
    if (this.isUp()) this.#deliver(data);
    else this.#unsent.push(data);
  }

  #deliver(data: string) {
    const { other } = this;
    this.#world.inOrder(this, 20, () => {
      if (other?.readyState === "open") other.dispatchEvent(new MessageEvent("message", { data }));
    });
  }

  resend() {
    this.#world.later(resentWithinMs, () => {
      if (this.isUp()) for (const data of this.#unsent.splice(0)) this.#deliver(data);
    });
  }

  become(state: "open" | "closed") {
    if (this.readyState === state || this.readyState === "closed") return;
    this.readyState = state;
    this.dispatchEvent(new Event(state === "open" ? "open" : "close"));
  }
}

export class SimulatedConnection extends EventTarget {
  readonly channel: SimulatedChannel;
  readonly owner: string;
  signalingState = "stable";
  connectionState = "new";
  readonly iceGatheringState = "complete";
  localDescription: { type: string; sdp: string } | null = null;
  remoteDescription: { type: string; sdp: string } | null = null;
  readonly #world: Surroundings;
  readonly #transceivers: object[] = [];
  readonly #name: string;
  #other: SimulatedConnection | null = null;
  #offers = 0;
  /** Each agreed description and each change of the network cancels what was scheduled before. */
  #moment = 0;
  #checksUntilMs = 0;
  #needsRestart = false;

  constructor(world: Surroundings, owner: string, name: string) {
    super();
    this.#world = world;
    this.#name = name;
    this.owner = owner;
    this.channel = new SimulatedChannel(world);
    this.channel.isUp = () => this.#areBothConnected() && this.#isUp();
    world.connections.set(name, this);
    world.network.onPackets(() => this.#look());
  }

  createDataChannel = () => this.channel;
  getTransceivers = () => this.#transceivers;
  getReceivers = () => [];
  getStats = async () => new Map();
  addIceCandidate = async () => {};

  restartIce() {
    this.#needsRestart = true;
    this.#negotiate();
  }

  addTransceiver(kind: string) {
    const transceiver = {
      direction: "sendrecv",
      mid: null,
      receiver: { track: { kind } },
      sender: {
        getParameters: () => ({ encodings: [] }),
        setParameters: async () => {},
        replaceTrack: async () => {},
      },
    };
    this.#transceivers.push(transceiver);
    if (this.#transceivers.length === 1) this.#negotiate();
    return transceiver;
  }

  async setLocalDescription() {
    if (this.signalingState === "closed") throw new Error("closed");
    if (this.signalingState === "have-remote-offer") {
      this.localDescription = { type: "answer", sdp: `${this.#name} to ${this.remoteDescription?.sdp}` };
      this.#settle();
    } else {
      this.localDescription = { type: "offer", sdp: `${this.#name}#${++this.#offers}` };
      this.#needsRestart = false;
      this.signalingState = "have-local-offer";
    }
  }

  async setRemoteDescription(description: { type: string; sdp: string }) {
    if (this.signalingState === "closed") throw new Error("closed");
    if (description.type === "offer") {
      this.signalingState = "have-remote-offer";
      if (this.#transceivers.length === 0) for (const kind of ["audio", "video"]) this.addTransceiver(kind);
    } else {
      if (this.signalingState !== "have-local-offer") throw new Error("An answer out of turn");
      const [answerer, offered] = description.sdp.split(" to ");
      if (offered !== this.localDescription?.sdp) throw new Error("The answer to another offer");
      this.#settle();
      this.#world.later(30, () => this.#agree(answerer ?? ""));
    }
    this.remoteDescription = description;
  }

  #settle() {
    this.signalingState = "stable";
    if (this.#needsRestart) this.#negotiate();
  }

  #negotiate() {
    queueMicrotask(() => {
      if (this.signalingState === "stable") this.dispatchEvent(new Event("negotiationneeded"));
    });
  }

  #agree(name: string) {
    const other = this.#world.connections.get(name);
    if (other === undefined || other.connectionState === "closed" || this.connectionState === "closed") return;
    for (const [one, another] of [
      [this, other],
      [other, this],
    ] as const) {
      one.channel.other = another.channel;
      one.#other = another;
      one.#checksUntilMs = this.#world.now() + checkedForMs;
      if (one.connectionState !== "connected") one.#become("connecting");
    }
    for (const end of [this, other]) end.#look();
  }

  /** Schedules what follows from the current state, unless the state changes before. */
  #look() {
    if (this.#other === null || this.connectionState === "closed") return;
    const moment = ++this.#moment;
    const follow = (delayMs: number, run: () => void) =>
      this.#world.after(Math.max(0, delayMs), () => {
        if (this.#moment === moment) run();
      });
    const { connectionState } = this;
    const checkedForStillMs = this.#checksUntilMs - this.#world.now();
    if (this.#isUp()) {
      if (connectionState === "connected") return this.#resume();
      if (connectionState === "disconnected" || checkedForStillMs > 0)
        this.#world.later(foundWithinMs, () => {
          if (this.#moment === moment) this.#find();
        });
      return;
    }
    if (connectionState === "connecting") return follow(checkedForStillMs, () => this.#become("failed"));
    if (connectionState === "connected") follow(disconnectedAfterMs, () => this.#become("disconnected"));
    follow(failedAfterMs, () => this.#become("failed"));
  }

  #find() {
    this.#become("connected");
    this.#resume();
  }

  #resume() {
    if (!this.#areBothConnected()) return;
    for (const end of [this, this.#other]) {
      end?.channel.become("open");
      end?.channel.resend();
    }
  }

  #areBothConnected() {
    return this.connectionState === "connected" && this.#other?.connectionState === "connected";
  }

  #isUp() {
    return this.#other !== null && this.#world.network.arePacketsUp(this.owner, this.#other.owner);
  }

  #become(state: string) {
    if (this.connectionState === state || this.connectionState === "closed") return;
    this.connectionState = state;
    this.dispatchEvent(new Event("connectionstatechange"));
  }

  close() {
    if (this.connectionState === "closed") return;
    const isHeard = this.#isUp();
    this.connectionState = "closed";
    this.signalingState = "closed";
    const { other } = this.channel;
    this.channel.readyState = "closed";
    // What was sent before arrives before the end.
    if (isHeard) this.#world.inOrder(this.channel, 60, () => other?.become("closed"));
  }
}
