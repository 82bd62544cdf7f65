// What a peer is: the connection to one page of one participant. It is never revived: when it is of no more use it says so once, and
// whoever owns it makes another.
import type { ByeReason, ParticipantState, Signal } from "@meetogram/contract";
import type { TrackKind } from "../../media/local-media.ts";
import type { Clock } from "../../platform/clock.ts";
import type { PeerStats } from "../statistics/connection-stats.ts";
import type { Hearing } from "../statistics/hearing.ts";
import type { Liveness } from "../connectivity/liveness.ts";
import type { Load } from "../quality/peer-media.ts";
import type { Tracks } from "../quality/senders.ts";

/** "unanswered" and "failed": it never opened. "lost": no sign of life for too long. "closed": the other side ended it. */
export type PeerEnd = "unanswered" | "failed" | "lost" | "closed";

export interface PeerOptions {
  readonly connectionID: string;
  /** The other's seat, as far as it is known. */
  readonly seat: number;
  readonly ownSeat: number;
  readonly isPolite: boolean;
  readonly isInitiator: boolean;
  readonly answerWithinMs: number;
  readonly openWithinMs: number;
  readonly clock: Clock;
  readonly tracks: Tracks;
  createConnection: () => RTCPeerConnection;
  ownState: () => ParticipantState;
  load: () => Load;
  /** How high the other's picture is shown here; null when nobody has said. */
  shownHeightPx: () => number | null;
  /** What is shared of the own screen. */
  screen: () => MediaStream | null;
  isSoundBlocked: () => boolean;
  /** What is written to the server now will arrive soon. */
  isReachable: () => boolean;
  /** A signal that has to go through the server. */
  onSignal: (signal: Signal) => void;
  /** The channel has opened. */
  onOpen: () => void;
  /** Something shown of the other has changed. */
  onChange: () => void;
  onStats: () => void;
  /** What arrives is played late, and will be for long. */
  onPlayoutLate: () => void;
  onBye: (reason: ByeReason) => void;
  onEnd: (end: PeerEnd) => void;
}

export interface Peer {
  readonly connectionID: string;
  readonly seat: number;
  /** Begun here. */
  readonly isInitiator: boolean;
  readonly startedAtMs: number;
  /** Not open yet, and by this device's own measure another attempt would get no further. */
  readonly isTooEarlyToReplace: boolean;
  readonly isAnswered: boolean;
  readonly isOpen: boolean;
  /** It was open once. */
  readonly wasOpen: boolean;
  readonly liveness: Liveness;
  /** The network holds, and its page says nothing. */
  readonly isPageStalled: boolean;
  readonly isSpeaking: boolean;
  readonly remoteState: ParticipantState | null;
  readonly stats: PeerStats | null;
  readonly hearsMe: Hearing;
  readonly stream: MediaStream;
  /** What the other shares of its screen, with its sound. */
  readonly screen: MediaStream | null;
  readonly connection: RTCPeerConnection;
  /** One that came through the server. */
  handleSignal(signal: Signal): void;
  /** The own state has changed. */
  announceState(): void;
  /** The load has changed. */
  adjust(): void;
  /** `screen` has changed. */
  replaceScreen(): void;
  /** `shownHeightPx` has changed. */
  announceWish(): void;
  replaceTrack(kind: TrackKind, track: MediaStreamTrack | null): void;
  /** The network may be back: looks at once whether the other is there, and for another way when it is not. */
  reconnectNow(): void;
  /** With a goodbye, or silently when the other side knows already. */
  close(bye?: ByeReason): void;
  /** For another connection begun here: nothing more comes of it, while the other side has it until that one arrives. */
  retire(): void;
}
