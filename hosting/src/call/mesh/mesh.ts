// Everybody else in the room and the connection to each. Documents say who there is to begin with, signals and channels say the
// rest; a document that vanishes never cuts media that flows.
import type { ByeReason, Signal } from "@meetogram/contract";
import type { TrackKind } from "../../media/local-media.ts";
import type { SeatedParticipant } from "../../signalling/signalling.ts";
import { createConnecting } from "./connecting.ts";
import { decideSignal, isPoliteTowards } from "./decide-signal.ts";
import { closePeer, createOther, isAlive, type Other } from "./remote-participant.ts";
import type { MeshOptions } from "./mesh-options.ts";
import { noTries } from "./retry-policy.ts";
import type { CallParticipant } from "./participant-view.ts";
import { createSharedLoad } from "./shared-load.ts";
import { createShownParticipants } from "./shown-participants.ts";

export interface Mesh {
  readonly participants: readonly CallParticipant[];
  handleParticipants(seated: readonly SeatedParticipant[]): void;
  handleSignal(from: string, signal: Signal): void;
  /** The own state has changed; entering is such a change. */
  announceState(): void;
  replaceTrack(kind: TrackKind, track: MediaStreamTrack | null): void;
  /** How high a participant's picture is shown: 0 not at all, null as its sender finds right. */
  setShownHeight(participantID: string, heightPx: number | null): void;
  /** `screen` has changed. */
  replaceScreen(): void;
  /** Lets every connection go, without a goodbye: they are taken up again when it is over. */
  setResting(isResting: boolean): void;
  /** The network, or the way to the server, may be back: everybody who is missed is looked for at once. */
  hurry(): void;
  /** What is captured has changed its size. */
  adjust(): void;
  close(bye: ByeReason): void;
}

export function createMesh(options: MeshOptions): Mesh {
  const { self, clock } = options;
  const others = new Map<string, Other>();
  let isClosed = false;
  let isResting = false;
  const peers = () => [...others.values()].flatMap(({ peer }) => peer ?? []);
  const load = createSharedLoad({
    clock,
    peers,
    isSharing: () => options.ownState().constraints.screen,
    onPeers: options.onPeers,
  });
  const shown = createShownParticipants({
    clock,
    others,
    isNetworkLost: options.isNetworkLost,
    onChange: options.onChange,
    onReturnMissed: publish,
  });
  const { connect, initiation } = createConnecting({
    mesh: options,
    load,
    // Written while the server is out of reach, it would arrive late and together with all that is written until then.
    mayInitiate: () => !isClosed && !isResting && options.isReachable(),
    onChange: publish,
    onMayReturn: shown.awaitReturn,
  });

  function otherOf(participantID: string): Other {
    const other = others.get(participantID) ?? createOther(participantID);
    others.set(participantID, other);
    return other;
  }

  function advanceSeat(other: Other, seat: number) {
    if (seat <= other.seat) return;
    other.seat = seat;
    other.tries = noTries;
    initiation.drop(other);
  }

  async function readName(other: Other, sealed: string | null) {
    const name = sealed === null ? "" : await options.openName(other.participantID, sealed);
    if (isClosed || other.seated?.name !== sealed) return;
    other.name = name;
    publish();
  }

  function handleSeated(seated: SeatedParticipant) {
    if (seated.participantID === self.participantID) return;
    const other = otherOf(seated.participantID);
    // The documents may lag behind a signal from a newer page.
    if (seated.seat < other.seat) return;
    advanceSeat(other, seated.seat);
    const hasNewName = seated.name !== (other.seated?.name ?? null);
    other.seated = seated;
    other.hasVanished = false;
    if (other.peer !== null && other.peer.seat < seated.seat) closePeer(other);
    if (hasNewName) void readName(other, seated.name);
    initiation.consider(other);
  }

  function handleVanished(other: Other) {
    other.seated = null;
    other.hasVanished = true;
    initiation.drop(other);
    if (other.peer !== null && !isAlive(other.peer)) closePeer(other);
  }

  /** It is there, and waits for what has ended here. */
  function handleStraySignal(other: Other, signal: Signal) {
    const isWaiting = other.peer === null || (other.peer.isInitiator && !other.peer.isAnswered);
    if (signal.description !== undefined && isWaiting) initiation.hurry(other);
  }

  function publish() {
    if (isClosed) return;
    load.review();
    shown.review();
  }

  return {
    get participants() {
      return shown.list;
    },
    handleParticipants(list) {
      const seatedIDs = new Set(list.map(({ participantID }) => participantID));
      for (const seated of list) handleSeated(seated);
      for (const other of others.values())
        if (other.seated !== null && !seatedIDs.has(other.participantID)) handleVanished(other);
      publish();
    },
    handleSignal(from, signal) {
      if (isClosed || isResting || from === self.participantID) return;
      const other = otherOf(from);
      if (signal.seat < other.seat || signal.seat <= other.departedSeat) return;
      if (other.endedConnections.has(signal.connection)) return handleStraySignal(other, signal);
      const arrived = { ...signal, isOffer: signal.description?.type === "offer" };
      const verdict = decideSignal(arrived, other.peer, isPoliteTowards(self.participantID, from));
      switch (verdict) {
        case "handle":
          other.peer?.handleSignal(signal);
          break;
        case "accept":
          advanceSeat(other, signal.seat);
          connect(other, signal.connection, false).handleSignal(signal);
          break;
        case "drop":
          break;
        default:
          verdict satisfies never;
      }
      publish();
    },
    announceState() {
      for (const peer of peers()) peer.announceState();
      for (const other of others.values()) initiation.consider(other);
    },
    replaceTrack(kind, track) {
      for (const peer of peers()) peer.replaceTrack(kind, track);
    },
    setShownHeight(participantID, heightPx) {
      const other = otherOf(participantID);
      if (other.shownHeightPx === heightPx) return;
      other.shownHeightPx = heightPx;
      other.peer?.announceWish();
    },
    replaceScreen() {
      for (const peer of peers()) peer.replaceScreen();
    },
    setResting(wanted) {
      if (isResting === wanted) return;
      isResting = wanted;
      for (const other of others.values()) {
        if (isResting) closePeer(other);
        initiation.consider(other);
      }
      publish();
    },
    hurry() {
      for (const other of others.values()) {
        if (other.peer?.wasOpen) other.peer.hurry();
        // What was gathered before the return may lead nowhere now.
        else initiation.hurry(other);
      }
    },
    adjust() {
      for (const peer of peers()) peer.adjust();
    },
    close(bye) {
      isClosed = true;
      for (const other of others.values()) {
        initiation.drop(other);
        closePeer(other, bye);
      }
    },
  };
}
