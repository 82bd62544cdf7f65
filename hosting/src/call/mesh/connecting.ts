// How the connection to each of the others comes about and what follows from its end: another one, for as long as there is reason to.
// There is at most one to each.
import { createInitiation, type Initiation } from "./initiation.ts";
import { isPoliteTowards } from "./decide-signal.ts";
import type { MeshOptions } from "./mesh-options.ts";
import { closePeer, isAlive, replacePeer, type Other } from "./remote-participant.ts";
import { allowMs, countEnd, noTries, waitMs } from "./retry-policy.ts";
import { createPeer } from "../peer/create-peer.ts";
import type { Peer, PeerEnd } from "../peer/peer.ts";
import type { SharedLoad } from "./shared-load.ts";
import { timings } from "../timings.ts";

export interface Connecting {
  readonly initiation: Initiation;
  /** Replaces the connection there is, if any. */
  connect(other: Other, connectionID: string, isInitiator: boolean): Peer;
}

export function createConnecting(options: {
  mesh: MeshOptions;
  load: SharedLoad;
  mayInitiate: () => boolean;
  onChange: () => void;
  /** Its page closed, which may be a reload, or its connection is made anew: its tile stays for so long. */
  onMayReturn: (other: Other, withinMs: number) => void;
}): Connecting {
  const { mesh } = options;
  const { clock } = mesh;
  const initiation = createInitiation({
    self: mesh.self,
    clock,
    hasEntered: () => mesh.ownState().hasEntered,
    mayInitiate: options.mayInitiate,
    initiate: (other) => void connect(other, crypto.randomUUID(), true),
  });

  function connect(other: Other, connectionID: string, isInitiator: boolean): Peer {
    initiation.drop(other);
    // Replaced from here is what plays late: its page is there. Replaced from there may be a page that never gets so far.
    if (other.peer?.wasOpen) options.onMayReturn(other, isInitiator ? timings.openWithinMs : timings.returnWithinMs);
    if (isInitiator) replacePeer(other);
    else closePeer(other);
    other.tries = { ...other.tries, lastAttemptAtMs: clock.now() };
    const peer: Peer = createPeer({
      connectionID,
      seat: other.seat,
      ownSeat: mesh.self.seat,
      isPolite: isPoliteTowards(mesh.self.participantID, other.participantID),
      isInitiator,
      ...allowMs(other.tries, clock.now()),
      clock,
      tracks: mesh.tracks(),
      createConnection: mesh.createConnection,
      ownState: mesh.ownState,
      load: options.load.read,
      shownHeightPx: () => other.shownHeightPx,
      screen: mesh.screen,
      isSoundBlocked: mesh.isSoundBlocked,
      isReachable: mesh.isReachable,
      onSignal: (signal) => mesh.sendSignal(other.participantID, signal),
      onOpen() {
        other.tries = noTries;
        options.onChange();
      },
      onChange() {
        if (other.hasVanished && !isAlive(peer)) closePeer(other);
        options.onChange();
      },
      onFigures() {
        options.load.handleFigures();
        options.onChange();
      },
      onLate() {
        if (clock.now() - other.renewedAtMs < timings.renewEveryMs) return;
        initiation.hurry(other);
        if (other.peer === peer) return;
        other.renewedAtMs = clock.now();
        options.onChange();
      },
      onBye(reason) {
        other.departedSeat = Math.max(other.departedSeat, peer.seat);
        closePeer(other);
        if (reason === "closed") options.onMayReturn(other, timings.returnWithinMs);
        options.onChange();
      },
      onEnd: (end) => handleEnd(other, peer, end),
    });
    other.peer = peer;
    return peer;
  }

  function handleEnd(other: Other, peer: Peer, end: PeerEnd) {
    if (other.peer !== peer) return;
    other.tries = countEnd(other.tries, end, peer.wasOpen, clock.now());
    closePeer(other);
    initiation.consider(other, waitMs(other.tries, end, clock.now()));
    options.onChange();
  }

  return { initiation, connect };
}
