// A call: the connections to everybody else in the room. Media flows only between two who have both entered.
import type { ParticipantConstraints } from "@meetogram/contract";
import type { LocalMedia } from "../media/local-media.ts";
import type { Signalling } from "../signalling/signalling.ts";
import type { Seal } from "./seal.ts";

/** "not-responding": the network holds but the other's page does not answer. */
export type SilenceReason = "not-responding" | "connection-lost";

export interface CallParticipant {
  readonly participantID: string;
  /** Empty for someone without a name. */
  readonly name: string;
  readonly constraints: ParticipantConstraints;
  /** Someone silent for too long is taken out of the list. */
  readonly status: "connecting" | "connected" | "silent";
  /** Why it is silent. */
  readonly reason: SilenceReason | null;
  readonly stream: MediaStream;
  readonly isSpeaking: boolean;
}

/** "left": oneself. "moved": to another tab. "expired": the room, or the own seat after too long a silence. */
export type CallEnd = "left" | "removed" | "moved" | "expired";

/** "signal-refused": a message that nobody in this room has sealed; one with another link's key, or tampered with. */
export type CallProblem = "signalling-lost" | "signalling-back" | "signal-refused";

export interface CallOptions {
  signalling: Signalling;
  seal: Seal;
  media: LocalMedia;
  constraints: ParticipantConstraints;
  name: string;
  iceServers: RTCIceServer[];
}

export interface Call {
  readonly participantID: string;
  readonly hasEntered: boolean;
  /** The others; a new array after each change, the objects of those unchanged stay the same. */
  readonly participants: readonly CallParticipant[];
  /** The Connect press. Synchronous: media flows at once with everyone connected already, the rest follows by itself. */
  enter(): void;
  /** Tells the others; the devices are LocalMedia's. */
  setConstraints(constraints: ParticipantConstraints): void;
  setName(name: string): void;
  /** Says goodbye and gives the seat up. */
  leave(): Promise<void>;
  /** The same for `pagehide`. */
  leaveNow(): void;
  onChange(listener: (participants: readonly CallParticipant[]) => void, options: { signal: AbortSignal }): void;
  onEnded(listener: (reason: CallEnd) => void, options: { signal: AbortSignal }): void;
  onProblem(listener: (problem: CallProblem) => void, options: { signal: AbortSignal }): void;
}

export declare function createCall(options: CallOptions): Call;
