// What users of this entry hold: a seat in a room, with the part of Firestore that goes with it,
// and those who are reached. These types name nothing of Firebase.
import type { ControlMessage, ResponseOf, Signal } from "@meetogram/contract";

/** Another participant with a live seat. */
export interface Other {
  readonly participantID: string;
  /** In ms since the epoch. A page that is opened anew has a higher one. */
  readonly seat: number;
  /** False: in the lobby. */
  readonly hasEntered: boolean;
  readonly role: "host" | "guest";
}

export type OthersHandler = (others: readonly Other[]) => void;

/** A signal that has opened. */
export interface ReceivedSignal {
  /** The participant ID of its sender. */
  readonly from: string;
  readonly signal: Signal;
  /** The public key of who has signed it, in base64url. A page keeps its key for a whole visit. */
  readonly signer: string;
}

export interface SignalHandlers {
  onSignal(received: ReceivedSignal): void;
  /** Something from this sender does not open. Its link may be another one. */
  onRefused?(from: string): void;
}

/**
 * Why a stay is over. `left`: by `leave`. `removed`: by a host. `moved`: somebody goes on with this
 * seat in another session. `ended`: a host has ended the room, or it has expired.
 */
export type EndOfStay = "left" | "removed" | "moved" | "ended";

export interface Room {
  /** A UUID by which the others know this participant, in this room only. */
  readonly participantID: string;
  /** The own seat: ms since the epoch. Of two who have entered, the higher one connects. */
  readonly seat: number;
  readonly role: "host" | "guest";
  /** The own name, as others may show it: cleaned, at most 64 UTF-16 code units. */
  readonly name: string;
  /**
   * Resolves when the stay is over, and never rejects. As long as it does not, the lease is kept,
   * and the seat is asked for again after the network or the server was away.
   */
  readonly ended: Promise<EndOfStay>;
  /**
   * For `RTCPeerConnection`. Ask before each connection: credentials of relays are renewed when
   * they are older than 15 minutes. If that fails, it resolves to the older ones.
   */
  iceServers(): Promise<ResponseOf<"iceServers">["iceServers"]>;
  /**
   * Tells who else has a live seat: at once if that is known, and after each change. Returns what
   * stops it.
   */
  watchOthers(handle: OthersHandler): () => void;
  /** A host has removed this participant, or not admitted it. Connect to it no more. */
  isBarred(participantID: string): boolean;
  /**
   * Seals a signal and writes it into somebody's inbox. Signals arrive in the order of the calls.
   * Rejects with an error of Firestore if the receiver is not there any more.
   */
  sendSignal(to: string, signal: Omit<Signal, "seat">): Promise<void>;
  /**
   * Delivers each signal once, one after another, also those that have come before, and deletes it
   * on the server. Returns what stops it.
   */
  watchSignals(handlers: SignalHandlers): () => void;
  /** Gives the seat up, within 2 s also without a network. Does nothing when the stay is over. */
  leave(): Promise<void>;
}

/** A participant with whom messages can be exchanged. */
export interface Peer {
  readonly participantID: string;
  /** Cleaned, at most 64 UTF-16 code units. May be empty. */
  readonly name: string;
  readonly connection: RTCPeerConnection;
  /** False when the channel is not open any more. */
  send(message: ControlMessage): boolean;
}

/** What features say. The package itself answers all other messages. */
export type PeerMessage = Exclude<ControlMessage, { type: "state" | "signal" | "ping" | "pong" | "bye" }>;
