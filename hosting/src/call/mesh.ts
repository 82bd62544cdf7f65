// Everybody else in the room and the connection to each. Documents say who there is to begin with, signals and channels say the
// rest; a document that vanishes never cuts media that flows.
import type { ByeReason, ParticipantState, Signal } from "@meetogram/contract";
import type { TrackKind } from "../media/local-media.ts";
import type { SeatedParticipant } from "../signalling/signalling.ts";
import type { Clock } from "./clock.ts";
import { decideBeginning } from "./decide-beginning.ts";
import { decideSignal, isPoliteTowards } from "./decide-signal.ts";
import { isSameView, viewParticipant, viewReturning, type CallParticipant } from "./participant-view.ts";
import type { Load } from "./peer-media.ts";
import { allowMs, countEnd, noTries, waitMs, type Tries } from "./pace.ts";
import { createPeer, type Peer, type PeerEnd } from "./peer.ts";
import type { Tracks } from "./senders.ts";
import { judgeStrain, noStrain } from "./strain.ts";
import { timings } from "./timings.ts";

export interface MeshOptions {
  readonly self: { readonly participantID: string; readonly seat: number };
  readonly clock: Clock;
  createConnection: () => RTCPeerConnection;
  tracks: () => Tracks;
  ownState: () => ParticipantState;
  screen: () => MediaStream | null;
  sendSignal: (to: string, signal: Signal) => void;
  openName: (participantID: string, sealed: string) => Promise<string>;
  /** The browser does not let this page play sound (yet). */
  isSoundBlocked: () => boolean;
  /** The browser says offline, or the server cannot be reached. */
  isNetworkLost: () => boolean;
  /** What is written to the server now will arrive soon. */
  isReachable: () => boolean;
  /** So many are sent media from now on. */
  onPeers: (peers: number) => void;
  onChange: (participants: readonly CallParticipant[]) => void;
}

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

interface Other {
  readonly participantID: string;
  /** The newest that documents or signals have told of. */
  seat: number;
  seated: SeatedParticipant | null;
  hasVanished: boolean;
  name: string;
  peer: Peer | null;
  /** It said goodbye from this seat: nothing of this seat or an older one counts any more. */
  departedSeat: number;
  tries: Tries;
  cancelBeginning: (() => void) | null;
  /** A signal for one of these comes late, or is replayed. */
  readonly endedConnections: Set<string>;
  view: CallParticipant | null;
  shownHeightPx: number | null;
  /** What is shown while it may come back. */
  returning: CallParticipant | null;
}

export function createMesh(options: MeshOptions): Mesh {
  const { self, clock } = options;
  const others = new Map<string, Other>();
  let participants: readonly CallParticipant[] = [];
  let isClosed = false;
  let isResting = false;
  let processor = noStrain;
  let load: Load = { peers: 0, stepsDown: 0, isSharing: false };

  function otherOf(participantID: string): Other {
    let other = others.get(participantID);
    if (other === undefined) {
      other = {
        participantID,
        seat: 0,
        seated: null,
        hasVanished: false,
        name: "",
        peer: null,
        departedSeat: 0,
        tries: noTries,
        cancelBeginning: null,
        endedConnections: new Set(),
        view: null,
        shownHeightPx: null,
        returning: null,
      };
      others.set(participantID, other);
    }
    return other;
  }

  function connect(other: Other, connectionID: string, isBeginner: boolean): Peer {
    dropBeginning(other);
    closePeer(other);
    other.tries = { ...other.tries, beganAtMs: clock.now() };
    const peer: Peer = createPeer({
      connectionID,
      seat: other.seat,
      ownSeat: self.seat,
      isPolite: isPoliteTowards(self.participantID, other.participantID),
      isBeginner,
      ...allowMs(other.tries, clock.now()),
      clock,
      tracks: options.tracks(),
      createConnection: options.createConnection,
      ownState: options.ownState,
      load: readLoad,
      shownHeightPx: () => other.shownHeightPx,
      screen: options.screen,
      isSoundBlocked: options.isSoundBlocked,
      isReachable: options.isReachable,
      onSignal: (signal) => options.sendSignal(other.participantID, signal),
      onOpen() {
        other.tries = noTries;
        publish();
      },
      onChange() {
        if (other.hasVanished && !isAlive(peer)) closePeer(other);
        publish();
      },
      onFigures() {
        const isStrained = peers().some(({ figures }) => figures?.limitation === "cpu");
        processor = judgeStrain(processor, isStrained, clock.now());
        publish();
      },
      onBye(reason) {
        other.departedSeat = Math.max(other.departedSeat, peer.seat);
        closePeer(other);
        if (reason === "closed") awaitReturn(other);
        publish();
      },
      onEnd: (end) => handleEnd(other, peer, end),
    });
    other.peer = peer;
    return peer;
  }

  /** A reload says goodbye like a page that is closed for good: its tile stays for a moment. */
  function awaitReturn(other: Other) {
    if (other.view === null) return;
    const returning = viewReturning(other.view);
    other.returning = returning;
    clock.after(timings.returnWithinMs, () => {
      if (other.returning !== returning) return;
      other.returning = null;
      publish();
    });
  }

  function viewOf(other: Other, room: Parameters<typeof viewParticipant>[0]["room"]) {
    const view = viewParticipant({ ...other, room });
    if (view !== null) other.returning = null;
    return view ?? other.returning;
  }

  function viewRoom() {
    const entered = peers().filter(({ remoteState }) => remoteState?.hasEntered);
    const silent = entered.filter(({ liveness }) => liveness !== "alive");
    return { isOwnNetworkLost: options.isNetworkLost(), entered: entered.length, silent: silent.length };
  }

  function peers(): Peer[] {
    return [...others.values()].flatMap(({ peer }) => peer ?? []);
  }

  function readLoad(): Load {
    const entered = peers().filter(({ remoteState }) => remoteState?.hasEntered).length;
    return { peers: entered, stepsDown: processor.steps, isSharing: options.ownState().constraints.screen };
  }

  /** One more person, or one less, changes what everybody is sent. */
  function reviewLoad() {
    const before = load;
    load = readLoad();
    const isSame =
      before.peers === load.peers && before.stepsDown === load.stepsDown && before.isSharing === load.isSharing;
    if (isSame) return;
    adjust();
    if (before.peers !== load.peers) options.onPeers(load.peers);
  }

  function adjust() {
    for (const peer of peers()) peer.adjust();
  }

  function isAlive(peer: Peer): boolean {
    return peer.isOpen && peer.liveness === "alive";
  }

  function closePeer(other: Other, bye?: ByeReason) {
    const { peer } = other;
    if (peer === null) return;
    other.peer = null;
    other.endedConnections.add(peer.connectionID);
    peer.close(bye);
  }

  function handleEnd(other: Other, peer: Peer, end: PeerEnd) {
    if (other.peer !== peer) return;
    other.tries = countEnd(other.tries, end, peer.wasOpen, clock.now());
    closePeer(other);
    considerBeginning(other, waitMs(other.tries, end, clock.now()));
    publish();
  }

  function dropBeginning(other: Other) {
    other.cancelBeginning?.();
    other.cancelBeginning = null;
  }

  function considerBeginning(other: Other, delayMs = 0) {
    const verdict = decide(other);
    if (verdict === "never") return dropBeginning(other);
    if (other.cancelBeginning !== null) return;
    const waitMs = verdict === "deferred" ? Math.max(delayMs, timings.deferMs) : delayMs;
    if (waitMs === 0) return void connect(other, crypto.randomUUID(), true);
    other.cancelBeginning = clock.after(waitMs, () => {
      other.cancelBeginning = null;
      if (decide(other) !== "never") connect(other, crypto.randomUUID(), true);
    });
  }

  function decide(other: Other) {
    return other.peer === null ? judgeBeginning(other) : "never";
  }

  function judgeBeginning(other: Other) {
    // Written while the server is out of reach, it would arrive late and together with all that is written until then.
    if (isClosed || isResting || !options.isReachable()) return "never";
    if (other.seated === null || other.seat <= other.departedSeat) return "never";
    return decideBeginning({ ...self, hasEntered: options.ownState().hasEntered }, other.seated);
  }

  function advanceSeat(other: Other, seat: number) {
    if (seat <= other.seat) return;
    other.seat = seat;
    other.tries = noTries;
    dropBeginning(other);
  }

  /** Without waiting for its turn, nor for the other to begin. */
  function beginNow(other: Other) {
    const isSoon = clock.now() - other.tries.beganAtMs < timings.hurryEveryMs;
    if (!isSoon && judgeBeginning(other) !== "never") connect(other, crypto.randomUUID(), true);
  }

  function hurry() {
    for (const other of others.values()) {
      if (other.peer?.wasOpen) other.peer.hurry();
      // Whatever it is that has not opened yet: what was gathered before the return may lead nowhere now.
      else beginNow(other);
    }
  }

  async function readName(other: Other, sealed: string | null) {
    const name = sealed === null ? "" : await options.openName(other.participantID, sealed);
    if (isClosed || other.seated?.name !== sealed) return;
    other.name = name;
    publish();
  }

  function publish() {
    if (isClosed) return;
    reviewLoad();
    let isChanged = false;
    const shown: CallParticipant[] = [];
    const room = viewRoom();
    for (const other of others.values()) {
      const view = viewOf(other, room);
      if (view === null || other.view === null) isChanged ||= view !== other.view;
      else if (!isSameView(view, other.view)) isChanged = true;
      else {
        shown.push(other.view);
        continue;
      }
      other.view = view;
      if (view !== null) shown.push(view);
    }
    if (!isChanged) return;
    participants = shown;
    options.onChange(participants);
  }

  return {
    get participants() {
      return participants;
    },
    handleParticipants(list) {
      const seatedIDs = new Set(list.map(({ participantID }) => participantID));
      for (const seated of list) {
        if (seated.participantID === self.participantID) continue;
        const other = otherOf(seated.participantID);
        // The documents may lag behind a signal from a newer page.
        if (seated.seat < other.seat) continue;
        advanceSeat(other, seated.seat);
        const hasNewName = seated.name !== (other.seated?.name ?? null);
        other.seated = seated;
        other.hasVanished = false;
        if (other.peer !== null && other.peer.seat < seated.seat) closePeer(other);
        if (hasNewName) void readName(other, seated.name);
        considerBeginning(other);
      }
      for (const other of others.values()) {
        if (seatedIDs.has(other.participantID) || other.seated === null) continue;
        other.seated = null;
        other.hasVanished = true;
        dropBeginning(other);
        if (other.peer !== null && !isAlive(other.peer)) closePeer(other);
      }
      publish();
    },
    handleSignal(from, signal) {
      if (isClosed || isResting || from === self.participantID) return;
      const other = otherOf(from);
      if (signal.seat < other.seat || signal.seat <= other.departedSeat) return;
      if (other.endedConnections.has(signal.connection)) {
        // It is there, and waits for what has ended here.
        const isWaiting = other.peer === null || (other.peer.isOwn && !other.peer.isAnswered);
        if (signal.description !== undefined && isWaiting) beginNow(other);
        return;
      }
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
      for (const other of others.values()) considerBeginning(other);
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
        if (!isResting) considerBeginning(other);
        else {
          dropBeginning(other);
          closePeer(other);
        }
      }
      publish();
    },
    hurry,
    adjust,
    close(bye) {
      isClosed = true;
      for (const other of others.values()) {
        dropBeginning(other);
        closePeer(other, bye);
      }
    },
  };
}
