// What a peer is: the connection to one page of one participant. It is never reused: it reports its
// end once, and its owner makes another one.
import type {
  ByeReason,
  ControlMessage,
  FeatureMessage,
  HostWord,
  ParticipantState,
  Signal,
  VerificationMessage,
} from "@meetogram/contract";
import type { FileChannel } from "../features.ts";
import type { TrackKind } from "../../media/local-media.ts";
import type { Clock } from "../../platform/clock.ts";
import type { PeerStats } from "../statistics/connection-stats.ts";
import type { Hearing } from "../statistics/hearing.ts";
import type { Liveness } from "../connectivity/liveness.ts";
import type { Load } from "../quality/peer-media.ts";
import type { Tracks } from "../quality/senders.ts";
import type { MessageAllowance } from "./message-allowance.ts";

/**
 * "unanswered" and "failed": it never opened. "lost": nothing was received for too long. "closed":
 * the remote side closed it.
 */
export type PeerEnd = "unanswered" | "failed" | "lost" | "closed";

export interface PeerOptions {
  readonly connectionID: string;
  /** The remote participant's seat, as far as it is known. */
  readonly seat: number;
  readonly ownSeat: number;
  readonly isPolite: boolean;
  readonly isInitiator: boolean;
  readonly answerWithinMs: number;
  readonly openWithinMs: number;
  readonly clock: Clock;
  readonly tracks: Tracks;
  readonly allowance: MessageAllowance;
  createConnection: () => RTCPeerConnection;
  ownState: () => ParticipantState;
  load: () => Load;
  /** How high the remote participant's video is shown here. Null when nobody has said. */
  shownHeightPx: () => number | null;
  /** The local shared screen. */
  screen: () => MediaStream | null;
  isSoundBlocked: () => boolean;
  /** What is written to the server now will arrive soon. */
  isReachable: () => boolean;
  /** A signal that has to go through the server. */
  onSignal: (signal: Signal) => void;
  /** The channel has opened. */
  onOpen: () => void;
  /** Something shown of the remote participant has changed. */
  onChange: () => void;
  onStats: () => void;
  /** Received media is played late, and will be for long. */
  onPlayoutLate: () => void;
  /** A part of the safety code. */
  onVerification: (message: VerificationMessage) => void;
  onBye: (reason: ByeReason) => void;
  /** Words of a host. Whether the remote participant is one is for the mesh to know. */
  onHostWord: (word: HostWord) => void;
  /** The channel is open, and both have entered: features may be used from now on. */
  onReached: () => void;
  /** A message of a feature, after both have entered. */
  onFeature: (message: FeatureMessage) => void;
  /** More control messages have come than the allowance. */
  onExcess: () => void;
  onEnd: (end: PeerEnd) => void;
}

export interface Peer {
  readonly connectionID: string;
  readonly seat: number;
  /** We created this connection and sent its first offer. */
  readonly isInitiator: boolean;
  /** Not open yet, but by this device's own speed another attempt would get no further. */
  readonly isTooEarlyToReplace: boolean;
  readonly isAnswered: boolean;
  readonly isOpen: boolean;
  /** It was open once. */
  readonly wasOpen: boolean;
  readonly liveness: Liveness;
  /** The network works, and the remote page says nothing. */
  readonly isPageStalled: boolean;
  /** `onReached` has run, and the channel is open. */
  readonly isReached: boolean;
  readonly isSpeaking: boolean;
  readonly remoteState: ParticipantState | null;
  readonly stats: PeerStats | null;
  readonly hearsMe: Hearing;
  /** The network carries no picture to the remote participant. */
  readonly isOwnCameraPaused: boolean;
  /** The remote side says so of its own. */
  readonly isCameraPaused: boolean;
  readonly stream: MediaStream;
  /** The remote participant's shared screen, with its audio. */
  readonly screen: MediaStream | null;
  readonly connection: RTCPeerConnection;
  /** Of the certificates of both ends. Null until both are known. */
  readonly fingerprints: { readonly own: string; readonly remote: string } | null;
  /** False when the channel is not open. */
  send(message: ControlMessage): boolean;
  /** Null unless `isReached`. */
  openFileChannel(): FileChannel | null;
  /** Handles a signal that came through the server. */
  handleSignal(signal: Signal): void;
  /** The local state has changed. */
  announceState(): void;
  /** The load has changed. */
  adjust(): void;
  /** `screen` has changed. */
  replaceScreen(): void;
  /** `shownHeightPx` has changed. */
  announceWish(): void;
  replaceTrack(kind: TrackKind, track: MediaStreamTrack | null): void;
  /**
   * The network may be back: checks immediately whether the remote side is there, and restarts ICE
   * if not.
   */
  reconnectNow(): void;
  /** With `bye`, or silently when the remote side knows already. */
  close(bye?: ByeReason): void;
  /**
   * The remote participant was removed. Media stops immediately, in both directions. A host's last
   * word gets a moment to arrive.
   */
  expel(lastWord: HostWord | null): void;
  /**
   * Another connection replaces this one. It is used no more here, and stays open for the remote
   * side until that one arrives.
   */
  retire(): void;
}
