// What a call is: oneself in a room, and what is shown of the others. Entering waits for nothing.
import type { ParticipantConstraints } from "@meetogram/contract";
import type { LocalMedia } from "../media/local-media.ts";
import type { Signalling } from "../signalling/signalling.ts";
import type { Clock } from "../platform/clock.ts";
import type { CallParticipant } from "./mesh/participant-view.ts";
import type { Seal } from "./sealing/seal.ts";

export type { SilenceCause } from "./connectivity/explain-silence.ts";
export type { PeerStats } from "./statistics/connection-stats.ts";
export type { Hearing } from "./statistics/hearing.ts";
export type { CallParticipant } from "./mesh/participant-view.ts";

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
  /** Only relays are used, from the first packet on, so that nobody learns this device's address. */
  isAddressHidden?: boolean;
  clock?: Clock;
  createConnection?: (configuration: RTCConfiguration) => RTCPeerConnection;
}

export interface Call {
  readonly participantID: string;
  readonly hasEntered: boolean;
  /** False when the link has no key: whoever runs the server is then trusted with what passes through it. */
  readonly isKeyed: boolean;
  /** Four emoji, the same for everybody who came by the same link: to be compared aloud. */
  readonly safetyCode: string;
  /** The others; a new array after each change, the objects of those unchanged stay the same. */
  readonly participants: readonly CallParticipant[];
  /** The Connect press. Synchronous: media flows at once with everyone connected already, the rest follows by itself. */
  enter(): void;
  /** Tells the others; the devices are LocalMedia's, and `screen` is what `setScreen` makes it. */
  setConstraints(constraints: ParticipantConstraints): void;
  setName(name: string): void;
  /** What is shared of the screen, if anything; null again when the person stopped it in the browser. */
  readonly screen: MediaStream | null;
  /** Shares it with its sound, or nothing any more. The tracks are the call's from then on: it stops them. */
  setScreen(screen: MediaStream | null): void;
  onScreen(listener: (screen: MediaStream | null) => void, options: { signal: AbortSignal }): void;
  /** How high a participant's picture is shown here, in device pixels: it then sends no more than that. 0: not shown; null: unknown. */
  setShownHeight(participantID: string, heightPx: number | null): void;
  /** The browser does not let this page play sound (yet): the others are told that they are not heard. */
  setSoundBlocked(isBlocked: boolean): void;
  /** For a tab that waits unseen: lets its connections go. Does nothing once entered. */
  rest(): void;
  /** Takes them up again; entering does so too. */
  wake(): void;
  /** The call as text for a bug report: no names, no addresses. */
  summary(): string;
  /** Says goodbye and gives the seat up. */
  leave(): Promise<void>;
  /** The same for `pagehide`. */
  leaveNow(): void;
  onChange(listener: (participants: readonly CallParticipant[]) => void, options: { signal: AbortSignal }): void;
  onEnded(listener: (reason: CallEnd) => void, options: { signal: AbortSignal }): void;
  onProblem(listener: (problem: CallProblem) => void, options: { signal: AbortSignal }): void;
}
