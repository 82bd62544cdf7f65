// A mesh whose connections carry nothing, on a clock that the test moves. It shows who gets a
// connection and which signals count.
import type { FeatureMessage, Signal } from "@meetogram/contract";
import type { FeatureSender } from "../../../src/call/features.ts";
import { createMesh, type Mesh } from "../../../src/call/mesh/mesh.ts";
import type { CallParticipant } from "../../../src/call/mesh/participant-view.ts";
import { timings } from "../../../src/call/timings.ts";
import type { SeatedParticipant } from "../../../src/signalling/signalling.ts";
import { FakeConnection, installMediaStream } from "./fake-connection.ts";
import { createManualClock, type ManualClock } from "../../platform/manual-clock.ts";

export const constraints = { audio: true, video: true, screen: false };

/** Completes everything that is under way in promises. */
export const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

export const seated = (
  participantID: string,
  seat: number,
  isActive = true,
  role: SeatedParticipant["role"] = "guest",
): SeatedParticipant => ({
  participantID,
  seat,
  isActive,
  constraints,
  role,
  name: null,
});

export const offer = (seat: number, connection: string = crypto.randomUUID()): Signal => ({
  seat,
  connection,
  description: { type: "offer", sdp: "v=0" },
});

export const answer = (seat: number, connection: string): Signal => ({
  seat,
  connection,
  description: { type: "answer", sdp: "v=0" },
});

export interface CallOnFakes {
  readonly clock: ManualClock;
  /**
   * Of participant "m", seat 10. Everybody signs with a key of their own, unless a test says so.
   */
  readonly mesh: Omit<Mesh, "handleSignal"> & { handleSignal(from: string, signal: Signal, signer?: string): void };
  /** All that were ever made, ended ones too. */
  readonly connections: readonly FakeConnection[];
  readonly sent: readonly { readonly to: string; readonly signal: Signal }[];
  readonly peerCounts: readonly number[];
  /** What the mesh has reported of the end of the call, or of a connection with an excess. */
  readonly ends: readonly string[];
  readonly features: readonly { readonly from: FeatureSender; readonly message: FeatureMessage }[];
  readonly reached: readonly string[];
  hasEntered: boolean;
  isReachable: boolean;
  shown: (participants: readonly CallParticipant[]) => void;
  open(): FakeConnection[];
  pass(ms: number): Promise<void>;
  /** Answers and opens a participant's connection, and delivers its state. */
  connect(participantID: string, seat: number, hasEntered?: boolean): Promise<FakeConnection>;
}

function createCall(): CallOnFakes {
  const clock = createManualClock();
  const connections: FakeConnection[] = [];
  const sent: { to: string; signal: Signal }[] = [];
  const peerCounts: number[] = [];
  const ends: string[] = [];
  const features: { from: FeatureSender; message: FeatureMessage }[] = [];
  const reached: string[] = [];
  const real = createMesh({
    self: { participantID: "m", seat: 10, signer: "key of m" },
    clock,
    createConnection() {
      const connection = new FakeConnection();
      connections.push(connection);
      return connection as unknown as RTCPeerConnection;
    },
    tracks: () => ({ audio: null, video: null }),
    ownState: () => ({ type: "state", hasEntered: call.hasEntered, constraints, name: "Me" }),
    sendSignal: (to, signal) => sent.push({ to, signal }),
    openName: async (owner, sealed) => ({ content: sealed, signer: `key of ${owner}` }),
    onVerification() {},
    onFeature: (from, message) => features.push({ from, message }),
    onReached: (participantID) => reached.push(participantID),
    screen: () => null,
    isSoundBlocked: () => false,
    isOffline: () => false,
    isReachable: () => call.isReachable,
    onPeers: (peers) => peerCounts.push(peers),
    onEnd: (reason) => ends.push(reason),
    onRateLimited: () => ends.push("rate-limited"),
    onChange: (participants) => call.shown(participants),
  });
  const mesh: CallOnFakes["mesh"] = {
    ...real,
    get participants() {
      return real.participants;
    },
    handleSignal: (from, signal, signer = `key of ${from}`) => real.handleSignal(from, signal, signer),
  };
  const call: CallOnFakes = {
    clock,
    mesh,
    connections,
    sent,
    peerCounts,
    ends,
    features,
    reached,
    hasEntered: false,
    isReachable: true,
    shown: () => {},
    open: () => connections.filter(({ connectionState }) => connectionState !== "closed"),
    async pass(ms) {
      clock.advance(ms);
      await settle();
    },
    async connect(participantID, seat, hasEntered = true) {
      mesh.handleParticipants([seated(participantID, seat)]);
      await settle();
      await call.pass(timings.longGatherMs);
      mesh.handleSignal(participantID, answer(seat, sent.at(-1)!.signal.connection));
      await settle();
      const connection = connections.at(-1)!;
      connection.channel.open();
      connection.channel.receive({ type: "state", hasEntered, constraints, name: "Other" });
      return connection;
    },
  };
  return call;
}

/** Makes a call for each test of the suite, and passes it to `use` before the test. */
export function useCall(use: (call: CallOnFakes) => void): void {
  let call: CallOnFakes;
  let uninstall: () => void;
  before(() => (uninstall = installMediaStream()));
  after(() => uninstall());
  beforeEach(() => use((call = createCall())));
  afterEach(() => call.mesh.close("left"));
}
