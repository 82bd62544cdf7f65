// What the mesh knows of one remote participant: from documents, from signals and from the
// connection to it.
import type { HostWord } from "@meetogram/contract";
import type { Clock } from "../../platform/clock.ts";
import type { SeatedParticipant } from "../../signalling/signalling.ts";
import { noAttempts, type Attempts } from "./retry-policy.ts";
import type { CallParticipant } from "./participant-view.ts";
import { createMessageAllowance, type MessageAllowance } from "../peer/message-allowance.ts";
import type { Peer } from "../peer/peer.ts";

export interface RemoteParticipant {
  readonly participantID: string;
  /** The newest seat that a document or a signal has mentioned. */
  seat: number;
  /** The newest seat of a document. Signals only claim theirs. */
  documentSeat: number;
  seated: SeatedParticipant | null;
  hasVanished: boolean;
  /** From the document. Null before its first name has been opened. */
  name: string | null;
  /** The public key that signed the signals of the newest connection. */
  signer: string | null;
  /** The connection whose first signal named the signer. */
  signedConnection: string | null;
  peer: Peer | null;
  /** It said `bye` from this seat: this seat and older ones no longer count. */
  byeSeat: number;
  /**
   * It sent too many messages: nothing counts until a document has a newer seat than this one.
   */
  refusedSeat: number;
  /** Of all its connections together: another one does not fill it up. */
  readonly allowance: MessageAllowance;
  /** Replaced, and open for its sake. */
  readonly retired: Set<Peer>;
  attempts: Attempts;
  cancelInitiation: (() => void) | null;
  /** When a connection was last replaced because its playout was late. */
  replacedAtMs: number;
  /** A signal for one of these is late or replayed. */
  readonly endedConnections: Set<string>;
  view: CallParticipant | null;
  shownHeightPx: number | null;
  /** What is shown while it may come back. */
  returning: CallParticipant | null;
}

export function createRemoteParticipant(participantID: string, clock: Clock): RemoteParticipant {
  return {
    participantID,
    seat: 0,
    documentSeat: 0,
    seated: null,
    hasVanished: false,
    name: "",
    signer: null,
    signedConnection: null,
    peer: null,
    byeSeat: 0,
    refusedSeat: Number.NEGATIVE_INFINITY,
    allowance: createMessageAllowance(clock),
    retired: new Set(),
    attempts: noAttempts,
    cancelInitiation: null,
    replacedAtMs: Number.NEGATIVE_INFINITY,
    endedConnections: new Set(),
    view: null,
    shownHeightPx: null,
    returning: null,
  };
}

export function closePeer(remote: RemoteParticipant, bye?: Parameters<Peer["close"]>[0]): void {
  takePeer(remote)?.close(bye);
}

/** For another connection that we initiate in its place. */
export function retirePeer(remote: RemoteParticipant): void {
  const peer = takePeer(remote);
  if (peer === null) return;
  peer.retire();
  for (const other of remote.retired) {
    if (other.connection.connectionState === "closed") remote.retired.delete(other);
  }
  remote.retired.add(peer);
}

/** Ends every connection at once, replaced ones too. */
export function expelPeers(remote: RemoteParticipant, lastWord: HostWord | null): void {
  takePeer(remote)?.expel(lastWord);
  closeRetired(remote);
}

function closeRetired({ retired }: RemoteParticipant): void {
  for (const peer of retired) peer.expel(null);
  retired.clear();
}

export function isRefused(remote: RemoteParticipant): boolean {
  return remote.documentSeat <= remote.refusedSeat;
}

/**
 * A newer document is the truth about the seat. Whatever a page of an earlier seat has claimed in
 * its signals no longer counts: it was taken over.
 */
export function trustDocument(remote: RemoteParticipant, seat: number): void {
  if (remote.byeSeat > seat) remote.byeSeat = remote.documentSeat;
  remote.documentSeat = seat;
  closeRetired(remote);
  if (remote.seat <= seat) return;
  remote.seat = seat;
  closePeer(remote);
}

function takePeer(remote: RemoteParticipant): Peer | null {
  const { peer } = remote;
  if (peer === null) return null;
  remote.peer = null;
  remote.endedConnections.add(peer.connectionID);
  return peer;
}

/**
 * False when somebody else speaks in its name, or its page has lost its key. Nobody can tell which:
 * a connection that stood stays, and one that has a signer keeps it.
 */
export function isFromSigner(
  { peer, signer, signedConnection }: RemoteParticipant,
  connection: string,
  claimed: string,
): boolean {
  if (peer === null || signer === null || signer === claimed) return true;
  return peer.connectionID === connection ? signedConnection !== connection : !peer.wasOpen;
}

export function isAlive(peer: Peer): boolean {
  return peer.isOpen && peer.liveness === "alive";
}
