// What a call is: the local participant in a room, and what is shown of the remote participants.
// Entering waits for nothing.
import type { ParticipantConstraints } from "@meetogram/contract";
import type { LocalMedia } from "../media/local-media.ts";
import type { EndOfSeat, SeatLoss, Signalling } from "../signalling/signalling.ts";
import type { Clock } from "../platform/clock.ts";
import type { Features } from "./features.ts";
import type { CallParticipant } from "./mesh/participant-view.ts";
import type { Seal } from "./sealing/seal.ts";
import type { SafetyCode } from "./verification/live-safety-code.ts";
import type { Admission, Knock } from "./waiting-room.ts";

export type { Features, FeatureSender, FileChannel } from "./features.ts";
export type { SilenceCause } from "./connectivity/explain-silence.ts";
export type { PeerStats } from "./statistics/connection-stats.ts";
export type { Hearing } from "./statistics/hearing.ts";
export { noSafetyCode, type SafetyCode } from "./verification/live-safety-code.ts";
export type { CallParticipant } from "./mesh/participant-view.ts";

export type { Admission, Knock } from "./waiting-room.ts";

/**
 * "left": the local participant left. "erased": it has ended the room. "ended": a host has.
 * "refused": a host has not let it in. "moved": it moved to another tab. "expired", "full",
 * "locked", "lost": the server does not give the seat again, and nobody is connected any more.
 */
export type CallEnd = "left" | "erased" | EndOfSeat | Exclude<SeatLoss, "unanswered">;

/**
 * "seat-lost": nobody new can reach this participant, while those who are connected stay so.
 * "rate-limited": a connection was closed, because more messages came over it than a page takes in.
 * Either side may have sent them.
 */
export type CallProblem = "signalling-lost" | "signalling-back" | "seat-lost" | "seat-back" | "rate-limited";

/**
 * "signal-refused": nobody in this room sealed the message. It has another link's key, or somebody
 * tampered with it. "signal-flood": somebody fills this participant's inbox.
 */
export type CallSuspicion = "signal-refused" | "signal-flood";

export interface CallOptions {
  signalling: Signalling;
  seal: Seal;
  media: Pick<LocalMedia, "track" | "onTrack" | "limitPicture">;
  constraints: ParticipantConstraints;
  name: string;
  iceServers: RTCIceServer[];
  /** Whether the room had a waiting room when it was last asked. */
  hasWaitingRoom?: boolean;
  /** Uses relays only, from the first packet on, so that nobody learns this device's address. */
  isAddressHidden?: boolean;
  /** Of all connections, so that everybody sees the same fingerprint of this page. */
  certificate?: RTCCertificate;
  /** The public keys of those with whom this tab compared the safety code before a reload. */
  compared?: readonly string[];
  clock?: Clock;
  createConnection?: (configuration: RTCConfiguration) => RTCPeerConnection;
}

export interface Call {
  readonly participantID: string;
  readonly hasEntered: boolean;
  /**
   * False when the link has no key. Whoever runs the server is then trusted with what passes
   * through it.
   */
  readonly isKeyed: boolean;
  /** Four pictures, the same for everybody when nobody sits between. People compare them aloud. */
  readonly safetyCode: SafetyCode;
  onSafetyCode(listener: (safetyCode: SafetyCode) => void, options: { signal: AbortSignal }): void;
  /** The person has compared the code with everybody. */
  confirmSafetyCode(): void;
  /** The public keys of those with whom the code was compared. */
  readonly compared: readonly string[];
  /** Chat, hands and the like travel by this. */
  readonly features: Features;
  /**
   * The remote participants. Each change makes a new array; unchanged participants stay the same
   * objects.
   */
  readonly participants: readonly CallParticipant[];
  /** New credentials of relays, for every connection. */
  setIceServers(iceServers: RTCIceServer[]): void;
  /** While it is not "admitted", this page connects to nobody, and may not enter. */
  readonly admission: Admission;
  /** Somebody whom the server did not let enter is "waiting" again, too. */
  onAdmission(listener: (admission: Admission) => void, options: { signal: AbortSignal }): void;
  /** Asks the hosts to be admitted, or takes that back. */
  knock(isAsking: boolean): void;
  /** Who asks to be admitted, oldest first. Empty for guests. */
  readonly knocks: readonly Knock[];
  onKnocks(listener: (knocks: readonly Knock[]) => void, options: { signal: AbortSignal }): void;
  /**
   * The press on Connect. It is synchronous: media flows immediately to everyone who is connected,
   * the rest follows by itself.
   */
  enter(): void;
  /**
   * Tells the remote participants. LocalMedia controls the devices, and `setScreen` decides
   * `screen`.
   */
  setConstraints(constraints: ParticipantConstraints): void;
  setName(name: string): void;
  /**
   * Tells the remote participants, those in the lobby too, that this page records the call. Null:
   * it does not. Each recording has a number of its own.
   */
  setRecording(recording: number | null): void;
  /**
   * The shared screen, if there is one. Null again after the person stopped sharing in the browser.
   */
  readonly screen: MediaStream | null;
  /**
   * Shares a screen with its audio; null stops sharing. From then on the call owns the tracks, and
   * stops them.
   */
  setScreen(screen: MediaStream | null): void;
  onScreen(listener: (screen: MediaStream | null) => void, options: { signal: AbortSignal }): void;
  /**
   * How high a participant's video is shown here, in device pixels. It then sends no more than
   * that. 0: not shown. Null: unknown.
   */
  setShownHeight(participantID: string, heightPx: number | null): void;
  /**
   * The browser does not let this page play audio (yet). The remote participants are told that they
   * are not heard.
   */
  setSoundBlocked(isBlocked: boolean): void;
  /** For a waiting tab that is not visible: closes its connections. Does nothing after entering. */
  rest(): void;
  /** Somebody is there: opens the connections again, as entering does, and asks for a lost seat. */
  wake(): void;
  /**
   * The local participant, a host, has had somebody removed. Ends the connection to that
   * participant and tells the others, without waiting for anybody's documents.
   */
  remove(participantID: string): void;
  /**
   * Ends the call for everybody as soon as `erase` has erased the room. Those who cannot reach the
   * server are told, too. Rejects as `erase` does, and the call goes on.
   */
  endForAll(erase: () => Promise<void>): Promise<void>;
  /** The call as text for a bug report, without names or addresses. */
  summary(): string;
  /** Says `bye` and gives up the seat. */
  leave(): Promise<void>;
  /** The same for `pagehide`. */
  leaveNow(): void;
  onChange(listener: (participants: readonly CallParticipant[]) => void, options: { signal: AbortSignal }): void;
  onEnded(listener: (reason: CallEnd) => void, options: { signal: AbortSignal }): void;
  onProblem(listener: (problem: CallProblem) => void, options: { signal: AbortSignal }): void;
  /** Whose messages are suspicious. */
  onSuspicion(
    listener: (suspicion: CallSuspicion, participantID: string) => void,
    options: { signal: AbortSignal },
  ): void;
}
