// The remote participants of the room and the connection to each. Documents say at first who is
// there; signals and channels say the rest. A vanished document never cuts media that flows, a
// removal always does.
import { cleanName, type ByeReason, type FeatureMessage, type HostWord, type Signal } from "@meetogram/contract";
import type { TrackKind } from "../../media/local-media.ts";
import type { SeatedParticipant } from "../../signalling/signalling.ts";
import { createConnecting } from "./connecting.ts";
import { decideSignal, isPoliteTowards } from "./decide-signal.ts";
import {
  closePeer,
  createRemoteParticipant,
  expelPeers,
  isAlive,
  isFromSigner,
  isRefused,
  trustDocument,
  type RemoteParticipant,
} from "./remote-participant.ts";
import { createRemovals } from "./removals.ts";
import type { FileChannel } from "../features.ts";
import type { MeshOptions } from "./mesh-options.ts";
import { readMembers } from "./read-members.ts";
import { noAttempts } from "./retry-policy.ts";
import type { CallParticipant } from "./participant-view.ts";
import { createSharedLoad } from "./shared-load.ts";
import { createShownParticipants } from "./shown-participants.ts";
import type { Members } from "../verification/verification.ts";

export interface Mesh {
  readonly participants: readonly CallParticipant[];
  handleParticipants(seated: readonly SeatedParticipant[]): void;
  /** `signer` is the public key that signed it. */
  handleSignal(from: string, signal: Signal, signer: string): void;
  /** Who takes part in the safety code. Null before entering, and while something is unknown. */
  members(): Members | null;
  /** A host has removed these. */
  remove(participantIDs: readonly string[]): void;
  /** These wait for a host: every connection to them is closed. Their signals do not come here. */
  holdBack(participantIDs: readonly string[]): void;
  /** Which one of several with this name somebody is. */
  numberOf(participantID: string, name: string): number;
  /** The participants with whom features may be used now. */
  reachable(): readonly string[];
  /** To all of them, or to one. */
  sendFeature(message: FeatureMessage, to?: string): void;
  /** Null when files cannot be sent to this participant now. */
  openFileChannel(participantID: string): FileChannel | null;
  /** The local participant, a host, has ended the room. To be called before `close`. */
  announceEnd(): void;
  /** The local state has changed. Entering is such a change. */
  announceState(): void;
  replaceTrack(kind: TrackKind, track: MediaStreamTrack | null): void;
  /** How high a participant's video is shown. 0: not at all. Null: its sender decides. */
  setShownHeight(participantID: string, heightPx: number | null): void;
  /** `screen` has changed. */
  replaceScreen(): void;
  /** Closes every connection, without `bye`. False opens them again. */
  setResting(isResting: boolean): void;
  /** The network or the server may be back: reconnects to every missed participant immediately. */
  reconnectNow(): void;
  /** The captured video has changed its size. */
  adjust(): void;
  close(bye: ByeReason): void;
}

export function createMesh(options: MeshOptions): Mesh {
  const { self, clock } = options;
  const remoteParticipants = new Map<string, RemoteParticipant>();
  let isClosed = false;
  let isResting = false;
  let isHost = false;
  const peers = () => [...remoteParticipants.values()].flatMap(({ peer }) => peer ?? []);
  const reached = () => [...remoteParticipants.values()].filter(({ peer }) => peer?.isReached);
  const load = createSharedLoad({
    clock,
    peers,
    isScreenShared: () => options.ownState().constraints.screen,
    onPeers: options.onPeers,
  });
  const shown = createShownParticipants({
    clock,
    remoteParticipants,
    isOffline: options.isOffline,
    isReachable: options.isReachable,
    onChange: options.onChange,
    onReturnExpired: publish,
  });
  const { connect, initiation } = createConnecting({
    mesh: options,
    load,
    // While the server is unreachable, an offer would arrive late and together with all later ones.
    mayInitiate: () => !isClosed && !isResting && options.isReachable(),
    onChange: publish,
    onMayReturn: shown.awaitReturn,
    onHostWord: handleHostWord,
  });
  const removals = createRemovals({
    ownID: self.participantID,
    remoteParticipants,
    isHost: () => isHost,
    forget(remote) {
      initiation.cancel(remote);
      remoteParticipants.delete(remote.participantID);
    },
    onOwn: () => options.onEnd("removed"),
    onChange: publish,
  });

  function handleHostWord(word: HostWord) {
    if (word.type === "ended") options.onEnd("ended");
    else removals.add([word.participantID]);
  }

  function findOrCreateRemote(participantID: string): RemoteParticipant {
    const remote = remoteParticipants.get(participantID) ?? createRemoteParticipant(participantID, clock);
    remoteParticipants.set(participantID, remote);
    return remote;
  }

  function advanceSeat(remote: RemoteParticipant, seat: number) {
    if (seat <= remote.seat) return;
    remote.seat = seat;
    remote.attempts = noAttempts;
    initiation.cancel(remote);
  }

  async function readName(remote: RemoteParticipant, sealed: string | null) {
    const opened = sealed === null ? null : await options.openName(remote.participantID, sealed);
    if (isClosed || remote.seated?.name !== sealed) return;
    const isOwn = remote.signer === null || remote.signer === opened?.signer;
    remote.name = cleanName((isOwn && opened?.content) || "");
    publish();
  }

  function handleSeated(seated: SeatedParticipant) {
    if (seated.participantID === self.participantID) isHost = seated.role === "host";
    if (seated.participantID === self.participantID || removals.has(seated.participantID)) return;
    const remote = findOrCreateRemote(seated.participantID);
    if (remote.documentSeat > 0 && seated.seat > remote.documentSeat) trustDocument(remote, seated.seat);
    remote.documentSeat = Math.max(remote.documentSeat, seated.seat);
    // The documents may be older than a signal from a newer page.
    if (seated.seat < remote.seat) return;
    advanceSeat(remote, seated.seat);
    const hasNewName = seated.name !== (remote.seated?.name ?? null);
    remote.seated = seated;
    remote.hasVanished = false;
    if (remote.peer !== null && remote.peer.seat < seated.seat) closePeer(remote);
    if (hasNewName) {
      if (remote.view === null && seated.name !== null) remote.name = null;
      void readName(remote, seated.name);
    }
    initiation.consider(remote);
  }

  function handleVanished(remote: RemoteParticipant) {
    remote.seated = null;
    remote.hasVanished = true;
    initiation.cancel(remote);
    if (remote.peer !== null && !isAlive(remote.peer)) closePeer(remote);
  }

  /** The sender is there, and waits on a connection that has ended here. */
  function handleStraySignal(remote: RemoteParticipant, signal: Signal) {
    const isWaiting = remote.peer === null || (remote.peer.isInitiator && !remote.peer.isAnswered);
    if (signal.description !== undefined && isWaiting) initiation.initiateNow(remote);
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
      for (const remote of remoteParticipants.values())
        if (remote.seated !== null && !seatedIDs.has(remote.participantID)) handleVanished(remote);
      publish();
    },
    members: () => (options.ownState().hasEntered ? readMembers(self, remoteParticipants.values()) : null),
    handleSignal(from, signal, signer) {
      if (isClosed || isResting || from === self.participantID || removals.has(from)) return;
      const remote = findOrCreateRemote(from);
      if (signal.seat < remote.seat || signal.seat <= remote.byeSeat || isRefused(remote)) return;
      if (remote.endedConnections.has(signal.connection)) return handleStraySignal(remote, signal);
      if (!isFromSigner(remote, signal.connection, signer)) return;
      const arrived = { ...signal, isOffer: signal.description?.type === "offer" };
      const verdict = decideSignal(arrived, remote.peer, isPoliteTowards(self.participantID, from));
      if (verdict !== "drop") Object.assign(remote, { signer, signedConnection: signal.connection });
      switch (verdict) {
        case "handle":
          remote.peer?.handleSignal(signal);
          break;
        case "accept":
          advanceSeat(remote, signal.seat);
          connect(remote, signal.connection, false).handleSignal(signal);
          break;
        case "drop":
          break;
        default:
          verdict satisfies never;
      }
      publish();
    },
    reachable: () => reached().map(({ participantID }) => participantID),
    sendFeature(message, to) {
      for (const { participantID, peer } of reached())
        if (to === undefined || to === participantID) peer?.send(message);
    },
    openFileChannel: (participantID) => remoteParticipants.get(participantID)?.peer?.openFileChannel() ?? null,
    remove: removals.add,
    holdBack(participantIDs) {
      if (participantIDs.length === 0) return;
      for (const participantID of participantIDs) {
        const remote = remoteParticipants.get(participantID);
        if (remote === undefined) continue;
        initiation.cancel(remote);
        expelPeers(remote, null);
      }
      publish();
    },
    numberOf: shown.numberOf,
    announceEnd() {
      for (const peer of peers()) peer.send({ type: "ended" });
    },
    announceState() {
      for (const peer of peers()) peer.announceState();
      for (const remote of remoteParticipants.values()) initiation.consider(remote);
    },
    replaceTrack(kind, track) {
      for (const peer of peers()) peer.replaceTrack(kind, track);
    },
    setShownHeight(participantID, heightPx) {
      const remote = findOrCreateRemote(participantID);
      if (remote.shownHeightPx === heightPx) return;
      remote.shownHeightPx = heightPx;
      remote.peer?.announceWish();
    },
    replaceScreen() {
      for (const peer of peers()) peer.replaceScreen();
    },
    setResting(wanted) {
      if (isResting === wanted) return;
      isResting = wanted;
      for (const remote of remoteParticipants.values()) {
        if (isResting) closePeer(remote);
        initiation.consider(remote);
      }
      publish();
    },
    reconnectNow() {
      for (const remote of remoteParticipants.values()) {
        if (remote.peer?.wasOpen) remote.peer.reconnectNow();
        // Candidates gathered before the network returned may be useless now.
        else initiation.initiateNow(remote);
      }
    },
    adjust() {
      for (const peer of peers()) peer.adjust();
    },
    close(bye) {
      isClosed = true;
      for (const remote of remoteParticipants.values()) {
        initiation.cancel(remote);
        closePeer(remote, bye);
      }
    },
  };
}
