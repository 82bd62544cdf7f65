// What is shown of a remote participant. What it says over the channel takes precedence over its
// document.
import type { ParticipantConstraints } from "@meetogram/contract";
import type { SeatedParticipant } from "../../signalling/signalling.ts";
import { explainSilence, type SilenceCause } from "../connectivity/explain-silence.ts";
import type { PeerStats } from "../statistics/connection-stats.ts";
import type { Hearing } from "../statistics/hearing.ts";
import type { NameNumbers } from "./name-numbers.ts";
import type { Peer } from "../peer/peer.ts";

export interface CallParticipant {
  readonly participantID: string;
  /** Cleaned. Empty for a participant without a name. */
  readonly name: string;
  /** From 1: which one of several with this name. */
  readonly nameNumber: number;
  readonly constraints: ParticipantConstraints;
  /** A participant that is silent for too long is removed from the list. */
  readonly status: "connecting" | "connected" | "silent";
  /** A guess at the cause of the silence. */
  readonly cause: SilenceCause | null;
  readonly stream: MediaStream;
  /** The shared screen, with its audio. */
  readonly screen: MediaStream | null;
  readonly isSpeaking: boolean;
  /** Which recording of its visit it says it makes now. Null: none. */
  readonly recording: number | null;
  /** Whether the remote participant hears the local one. */
  readonly hearsMe: Hearing;
  /** The network is too slow for a picture from there to here, or from here to there. */
  readonly paused: { readonly theirs: boolean; readonly own: boolean };
  /** A new object every few seconds. Null until the first statistics were read. */
  readonly stats: PeerStats | null;
}

export type ShownPeer = Pick<
  Peer,
  | "remoteState"
  | "isAnswered"
  | "liveness"
  | "isPageStalled"
  | "isSpeaking"
  | "stream"
  | "screen"
  | "hearsMe"
  | "isCameraPaused"
  | "isOwnCameraPaused"
  | "stats"
>;

const nonePaused: CallParticipant["paused"] = { theirs: false, own: false };

/**
 * Null for a participant that is not shown: it waits, has gone, or is known only from its document.
 * So a newcomer sees no stale participants.
 */
export function viewParticipant(known: {
  participantID: string;
  seated: SeatedParticipant | null;
  /** From the document. Null while it is being opened: nobody is announced without a name. */
  name: string | null;
  peer: ShownPeer | null;
  numberOf: NameNumbers["numberOf"];
  /** What is known of the whole call. */
  room: Pick<Parameters<typeof explainSilence>[0], "isOffline" | "isServerLost" | "silent" | "entered">;
}): CallParticipant | null {
  const { participantID, seated, peer } = known;
  if (peer === null) return null;
  const { remoteState, stream } = peer;
  if (remoteState?.hasEntered) {
    const { name, constraints } = remoteState;
    const isSilent = peer.liveness !== "alive";
    return {
      participantID,
      name,
      nameNumber: known.numberOf(participantID, name),
      constraints,
      status: isSilent ? "silent" : "connected",
      cause: isSilent ? explainSilence({ ...known.room, isPageStalled: peer.isPageStalled }) : null,
      stream,
      screen: peer.screen,
      isSpeaking: peer.isSpeaking && !isSilent,
      recording: remoteState.recording ?? null,
      hearsMe: isSilent ? "unknown" : peer.hearsMe,
      paused: isSilent ? nonePaused : { theirs: peer.isCameraPaused && constraints.video, own: peer.isOwnCameraPaused },
      stats: peer.stats,
    };
  }
  if (!seated?.isActive || !peer.isAnswered || known.name === null) return null;
  const { constraints } = seated;
  return {
    participantID,
    name: known.name,
    nameNumber: known.numberOf(participantID, known.name),
    constraints,
    status: "connecting",
    cause: null,
    stream,
    screen: null,
    isSpeaking: false,
    recording: null,
    hearsMe: "unknown",
    paused: nonePaused,
    stats: null,
  };
}

/** For a participant whose page has closed and may come back: the same tile, without video. */
export function viewReturning(view: CallParticipant): CallParticipant {
  return {
    ...view,
    status: "connecting",
    cause: null,
    screen: null,
    isSpeaking: false,
    recording: null,
    hearsMe: "unknown",
    paused: nonePaused,
    stats: null,
  };
}

export function isSameView(one: CallParticipant, other: CallParticipant): boolean {
  return (
    one.name === other.name &&
    one.nameNumber === other.nameNumber &&
    one.status === other.status &&
    one.cause === other.cause &&
    one.stream === other.stream &&
    one.screen === other.screen &&
    one.isSpeaking === other.isSpeaking &&
    one.recording === other.recording &&
    one.hearsMe === other.hearsMe &&
    one.paused.theirs === other.paused.theirs &&
    one.paused.own === other.paused.own &&
    one.stats === other.stats &&
    one.constraints.audio === other.constraints.audio &&
    one.constraints.video === other.constraints.video &&
    one.constraints.screen === other.constraints.screen
  );
}
