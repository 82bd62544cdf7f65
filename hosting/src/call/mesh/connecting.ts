// Makes the connection to each remote participant, and decides what follows when one ends: a retry,
// for as long as there is reason to. There is at most one connection to each.
import type { HostWord } from "@meetogram/contract";
import { createInitiation, type Initiation } from "./initiation.ts";
import { isPoliteTowards } from "./decide-signal.ts";
import type { MeshOptions } from "./mesh-options.ts";
import { closePeer, isAlive, retirePeer, type RemoteParticipant } from "./remote-participant.ts";
import { countEnd, nextRetryDelayMs, noAttempts, setupLimitsMs } from "./retry-policy.ts";
import { createPeer } from "../peer/create-peer.ts";
import type { Peer, PeerEnd } from "../peer/peer.ts";
import type { SharedLoad } from "./shared-load.ts";
import { timings } from "../timings.ts";

export interface Connecting {
  readonly initiation: Initiation;
  /** Replaces the existing connection, if there is one. */
  connect(remote: RemoteParticipant, connectionID: string, isInitiator: boolean): Peer;
}

export function createConnecting(options: {
  mesh: MeshOptions;
  load: SharedLoad;
  mayInitiate: () => boolean;
  onChange: () => void;
  /**
   * The page closed, which may be a reload, or the connection is being replaced: the tile stays for
   * this long.
   */
  onMayReturn: (remote: RemoteParticipant, withinMs: number) => void;
  onHostWord: (word: HostWord) => void;
}): Connecting {
  const { mesh } = options;
  const { clock } = mesh;
  const initiation = createInitiation({
    self: mesh.self,
    clock,
    hasEntered: () => mesh.ownState().hasEntered,
    mayInitiate: options.mayInitiate,
    initiate: (remote) => void connect(remote, crypto.randomUUID(), true),
  });

  function connect(remote: RemoteParticipant, connectionID: string, isInitiator: boolean): Peer {
    initiation.cancel(remote);
    // When we replace a connection, playout is late and the remote page is there. When the remote
    // side replaces it, its new page may never get that far.
    if (remote.peer?.wasOpen) options.onMayReturn(remote, isInitiator ? timings.openWithinMs : timings.returnWithinMs);
    if (isInitiator) retirePeer(remote);
    else closePeer(remote);
    remote.attempts = { ...remote.attempts, lastAttemptAtMs: clock.now() };
    const peer: Peer = createPeer({
      connectionID,
      seat: remote.seat,
      ownSeat: mesh.self.seat,
      isPolite: isPoliteTowards(mesh.self.participantID, remote.participantID),
      isInitiator,
      ...setupLimitsMs(remote.attempts, clock.now()),
      clock,
      tracks: mesh.tracks(),
      allowance: remote.allowance,
      createConnection: mesh.createConnection,
      ownState: mesh.ownState,
      load: options.load.read,
      shownHeightPx: () => remote.shownHeightPx,
      screen: mesh.screen,
      isSoundBlocked: mesh.isSoundBlocked,
      isReachable: mesh.isReachable,
      onSignal: (signal) => mesh.sendSignal(remote.participantID, signal),
      onOpen() {
        remote.attempts = noAttempts;
        options.onChange();
      },
      onChange() {
        if (remote.hasVanished && !isAlive(peer)) closePeer(remote);
        options.onChange();
      },
      onStats() {
        options.load.handleStats();
        options.onChange();
      },
      onPlayoutLate() {
        if (clock.now() - remote.replacedAtMs < timings.replaceEveryMs) return;
        initiation.initiateNow(remote);
        if (remote.peer === peer) return;
        remote.replacedAtMs = clock.now();
        options.onChange();
      },
      onVerification: (message) => mesh.onVerification(remote.participantID, message),
      onBye(reason) {
        remote.byeSeat = Math.max(remote.byeSeat, peer.seat);
        closePeer(remote);
        if (reason === "closed") options.onMayReturn(remote, timings.returnWithinMs);
        if (reason === "rate-limited") mesh.onRateLimited();
        options.onChange();
      },
      onHostWord(word) {
        if (isHost()) options.onHostWord(word);
      },
      onReached: () => mesh.onReached(remote.participantID),
      onFeature: (message) => mesh.onFeature({ participantID: remote.participantID, isHost: isHost() }, message),
      onExcess() {
        remote.refusedSeat = remote.documentSeat > 0 ? remote.documentSeat : peer.seat;
        closePeer(remote, "rate-limited");
        mesh.onRateLimited();
        options.onChange();
      },
      onEnd: (end) => handleEnd(remote, peer, end),
    });
    // A signal only claims its seat, the document knows it. Nobody passes a host's word on, so it
    // needs no other proof than the connection over which it comes.
    const isHost = () => remote.seated?.role === "host" && remote.seated.seat === peer.seat;
    remote.peer = peer;
    return peer;
  }

  function handleEnd(remote: RemoteParticipant, peer: Peer, end: PeerEnd) {
    if (remote.peer !== peer) return;
    remote.attempts = countEnd(remote.attempts, end, peer.wasOpen, clock.now());
    closePeer(remote);
    initiation.consider(remote, nextRetryDelayMs(remote.attempts, end, clock.now()));
    options.onChange();
  }

  return { initiation, connect };
}
