// A world in memory for the mesh: connections that really pair up, a server that delays and reorders, channels that carry what is
// sent. Every delay and loss comes from one seed, and time is the test's.
import type { ByeReason, Signal } from "@meetogram/contract";
import { createMesh, type Mesh } from "../../src/call/mesh.ts";
import type { SeatedParticipant } from "../../src/signalling/signalling.ts";
import type { ManualClock } from "./manual-clock.ts";

export interface Faults {
  readonly maxDelayMs: number;
  /** Of signals through the server, for the first half minute: 0 to 1. */
  readonly lossRatio: number;
  /** Signals may overtake one another. */
  readonly isReordering: boolean;
}

const lossyForMs = 30_000;
const constraints = { audio: true, video: true, screen: false };

/** Repeatable: mulberry32. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

class WorldChannel extends EventTarget {
  readyState: "connecting" | "open" | "closed" = "connecting";
  other: WorldChannel | null = null;
  readonly #world: World;

  constructor(world: World) {
    super();
    this.#world = world;
  }

  send(data: string) {
    const { other } = this;
    this.#world.inOrder(this, 20, () => {
      if (other?.readyState === "open") other.dispatchEvent(new MessageEvent("message", { data }));
    });
  }

  become(state: "open" | "closed") {
    if (this.readyState === state || this.readyState === "closed") return;
    this.readyState = state;
    this.dispatchEvent(new Event(state === "open" ? "open" : "close"));
  }
}

/** Negotiates like the real one: a description out of turn is an error, and only matching descriptions of both sides connect. */
export class WorldConnection extends EventTarget {
  readonly channel: WorldChannel;
  signalingState = "stable";
  connectionState = "new";
  localDescription: { type: string; sdp: string } | null = null;
  remoteDescription: { type: string; sdp: string } | null = null;
  readonly #world: World;
  readonly #transceivers: object[] = [];
  readonly #name: string;
  #offers = 0;

  constructor(world: World, name: string) {
    super();
    this.#world = world;
    this.#name = name;
    this.channel = new WorldChannel(world);
    world.connections.set(name, this);
  }

  createDataChannel = () => this.channel;
  getTransceivers = () => this.#transceivers;
  getReceivers = () => [];
  getStats = async () => new Map();
  addIceCandidate = async () => {};
  restartIce() {}

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
    if (this.#transceivers.length === 1) queueMicrotask(() => this.dispatchEvent(new Event("negotiationneeded")));
    return transceiver;
  }

  async setLocalDescription() {
    if (this.signalingState === "closed") throw new Error("closed");
    if (this.signalingState === "have-remote-offer") {
      this.localDescription = { type: "answer", sdp: `${this.#name} to ${this.remoteDescription?.sdp}` };
      this.signalingState = "stable";
    } else {
      this.localDescription = { type: "offer", sdp: `${this.#name}#${++this.#offers}` };
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
      this.signalingState = "stable";
      this.#world.later(30, () => this.#meet(answerer ?? ""));
    }
    this.remoteDescription = description;
  }

  #meet(name: string) {
    const other = this.#world.connections.get(name);
    if (other === undefined || other.connectionState === "closed" || this.connectionState === "closed") return;
    this.channel.other = other.channel;
    other.channel.other = this.channel;
    for (const end of [this, other]) end.connectionState = "connected";
    for (const end of [this, other]) end.channel.become("open");
  }

  close() {
    if (this.connectionState === "closed") return;
    this.connectionState = "closed";
    this.signalingState = "closed";
    const { other } = this.channel;
    this.channel.readyState = "closed";
    // Whatever was sent before arrives before the end.
    this.#world.inOrder(this.channel, 60, () => other?.become("closed"));
  }
}

export interface Member {
  readonly participantID: string;
  readonly mesh: Mesh;
  enter(): void;
  /** The page goes, with a goodbye or without, and another takes a newer seat. */
  reload(bye: ByeReason | null): Member;
}

export interface World {
  readonly connections: Map<string, WorldConnection>;
  /** Within so many milliseconds, at least one, unordered. */
  later(maxMs: number, run: () => void): void;
  /** Never before what the same line carried earlier. */
  inOrder(line: unknown, maxMs: number, run: () => void): void;
  join(participantID: string): Member;
}

export function createWorld(clock: ManualClock, random: () => number, faults: Faults): World {
  const documents = new Map<string, SeatedParticipant>();
  const inboxes = new Map<string, (from: string, signal: Signal) => void>();
  const watchers = new Map<string, (list: readonly SeatedParticipant[]) => void>();
  const dueAt = new Map<unknown, number>();
  const lossEndsAt = clock.now() + lossyForMs;
  let seats = 0;

  /** In order for each pair, unless signals may overtake. */
  function carry(line: unknown, isOrdered: boolean, run: () => void, maxMs = faults.maxDelayMs) {
    const at = clock.now() + 1 + random() * maxMs;
    const due = isOrdered ? Math.max(at, (dueAt.get(line) ?? 0) + 0.01) : at;
    dueAt.set(line, due);
    clock.after(due - clock.now(), run);
  }

  function publish() {
    const list = [...documents.values()];
    for (const [watcher, tell] of watchers)
      carry(`documents ${watcher}`, true, () => {
        if (watchers.get(watcher) === tell) tell(list);
      });
  }

  const world: World = {
    connections: new Map(),
    inOrder: (line, maxMs, run) => carry(line, true, run, maxMs),
    later: (maxMs, run) => void clock.after(1 + random() * maxMs, run),
    join(participantID) {
      const seat = ++seats;
      let hasEntered = false;
      let isGone = false;
      documents.set(participantID, { participantID, seat, isActive: false, constraints, role: "guest", name: null });
      const mesh = createMesh({
        self: { participantID, seat },
        clock,
        createConnection: () =>
          new WorldConnection(
            world,
            `${participantID}.${seat}.${world.connections.size}`,
          ) as unknown as RTCPeerConnection,
        tracks: () => ({ audio: null, video: null }),
        ownState: () => ({ type: "state", hasEntered, constraints, name: participantID }),
        sendSignal(to, signal) {
          if (random() < faults.lossRatio && clock.now() < lossEndsAt) return;
          carry(`${participantID} to ${to}`, !faults.isReordering, () => inboxes.get(to)?.(participantID, signal));
        },
        openName: async () => "",
        screen: () => null,
        isSoundBlocked: () => false,
        isNetworkLost: () => false,
        onPeers() {},
        onChange() {},
      });
      inboxes.set(participantID, (from, signal) => mesh.handleSignal(from, signal));
      watchers.set(participantID, (list) => mesh.handleParticipants(list));
      publish();
      return {
        participantID,
        mesh,
        enter() {
          hasEntered = true;
          mesh.announceState();
          clock.after(1 + random() * faults.maxDelayMs, () => {
            const own = documents.get(participantID);
            if (isGone || own?.seat !== seat) return;
            documents.set(participantID, { ...own, isActive: true });
            publish();
          });
        },
        reload(bye) {
          isGone = true;
          const cut = [...world.connections].filter(([name]) => name.startsWith(`${participantID}.${seat}.`));
          inboxes.delete(participantID);
          watchers.delete(participantID);
          mesh.close(bye ?? "closed");
          // A page that crashed says nothing: its channels just end.
          if (bye === null) for (const [, connection] of cut) connection.close();
          documents.delete(participantID);
          publish();
          return world.join(participantID);
        },
      };
    },
  };
  return world;
}
