// How the connection to each of the others comes about and what follows from its end: another one, for as long as there is reason to.
// There is at most one to each.
import { createBeginnings, type Beginnings } from "./initiation.ts";
import { isPoliteTowards } from "./decide-signal.ts";
import type { MeshOptions } from "./mesh-options.ts";
import { closePeer, isAlive, replacePeer, type Other } from "./remote-participant.ts";
import { allowMs, countEnd, noTries, waitMs } from "./retry-policy.ts";
import { createPeer } from "../peer/create-peer.ts";
import type { Peer, PeerEnd } from "../peer/peer.ts";
import type { SharedLoad } from "./shared-load.ts";
import { timings } from "../timings.ts";

export interface Connecting {
  readonly beginnings: Beginnings;
  /** Replaces the connection there is, if any. */
  connect(other: Other, connectionID: string, isBeginner: boolean): Peer;
}

export function createConnecting(options: {
  mesh: MeshOptions;
  load: SharedLoad;
  mayBegin: () => boolean;
  onChange: () => void;
  /** Its page closed, which may be a reload, or its connection is made anew: its tile stays for so long. */
  onMayReturn: (other: Other, withinMs: number) => void;
}): Connecting {
  const { mesh } = options;
  const { clock } = mesh;
  const beginnings = createBeginnings({
    self: mesh.self,
    clock,
    hasEntered: () => mesh.ownState().hasEntered,
    mayBegin: options.mayBegin,
    begin: (other) => void connect(other, crypto.randomUUID(), true),
  });

  function connect(other: Other, connectionID: string, isBeginner: boolean): Peer {
    beginnings.drop(other);
    // Replaced from here is what plays late: its page is there. Replaced from there may be a page that never gets so far.
    if (other.peer?.wasOpen) options.onMayReturn(other, isBeginner ? timings.openWithinMs : timings.returnWithinMs);
    if (isBeginner) replacePeer(other);
    else closePeer(other);
    other.tries = { ...other.tries, beganAtMs: clock.now() };
    const peer: Peer = createPeer({
      connectionID,
      seat: other.seat,
      ownSeat: mesh.self.seat,
      isPolite: isPoliteTowards(mesh.self.participantID, other.participantID),
      isBeginner,
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
        beginnings.hurry(other);
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
    beginnings.consider(other, waitMs(other.tries, end, clock.now()));
    options.onChange();
  }

  return { beginnings, connect };
}
