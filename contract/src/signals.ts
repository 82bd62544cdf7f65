// What two clients send each other. Signals go through Firestore, sealed, until the data channel
// opens. Control messages use the data channel, which DTLS protects. docs/signalling.md describes
// the order and the failures.
import * as v from "valibot";
import { ParticipantConstraints } from "./constraints.ts";
import { featureMessages, RecordingNumber } from "./features.ts";
import { ParticipantID } from "./ids.ts";
import { limits } from "./limits.ts";
import { cleanName } from "./names.ts";

const maxSdpLength = 40_000;

const Candidate = v.object({
  candidate: v.pipe(v.string(), v.maxLength(1_000)),
  sdpMid: v.nullable(v.string()),
  sdpMLineIndex: v.nullable(v.number()),
  usernameFragment: v.optional(v.nullable(v.string())),
});
export type Candidate = v.InferOutput<typeof Candidate>;

const Description = v.object({
  type: v.picklist(["offer", "answer"]),
  sdp: v.pipe(v.string(), v.maxLength(maxSdpLength)),
});

/** A step of negotiation: a description, a batch of candidates, or both. */
export const Signal = v.object({
  /** The sender's seat (`joinedAt`, ms). It distinguishes a reloaded page from the earlier one. */
  seat: v.number(),
  /**
   * Identifies the peer connection; its initiator creates it. A signal for another connection is
   * stale, unless it is an offer.
   */
  connection: v.pipe(v.string(), v.uuid()),
  description: v.optional(Description),
  candidates: v.optional(v.pipe(v.array(Candidate), v.maxLength(64))),
});
export type Signal = v.InferOutput<typeof Signal>;

/**
 * Why a participant is gone: it pressed Leave, its page closed, its seat moved to another tab, a
 * host removed it, or more messages came from the receiver than it takes.
 */
export const ByeReason = v.picklist(["left", "closed", "moved", "removed", "rate-limited"]);
export type ByeReason = v.InferOutput<typeof ByeReason>;

/**
 * All that others show of a participant. Sent in full when the channel opens and after a change.
 */
const State = v.object({
  type: v.literal("state"),
  hasEntered: v.boolean(),
  constraints: ParticipantConstraints,
  name: v.pipe(v.string(), v.maxLength(limits.maxNameLength), v.transform(cleanName)),
  /** The sender records the call: which recording of its visit. Left out: none. */
  recording: v.optional(RecordingNumber),
});

/** At what size the receiver shows the sender's picture, so that the sender sends no more. */
const Wish = v.object({
  type: v.literal("wish"),
  /** In device pixels. 0: not shown. Null: the sender decides. */
  cameraHeight: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(10_000))),
});

/** What the sender of this report has received from its addressee since the previous report. */
const Report = v.object({
  type: v.literal("report"),
  /** "sound": audible sound arrived. "silence": only silent packets arrived. "none": none did. */
  audio: v.picklist(["sound", "silence", "none"]),
  /** The browser does not yet allow the page to play sound. */
  isSoundBlocked: v.boolean(),
  framesPerSecond: v.number(),
  /** 0 to 1. */
  lossRatio: v.number(),
  roundTripMs: v.nullable(v.number()),
  isRelayed: v.nullable(v.boolean()),
  /**
   * The sender's camera is on, and paused towards the addressee: the network carries no picture.
   */
  isCameraPaused: v.optional(v.boolean()),
});

/** 32 bytes as base64url. */
const Digest = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));

/** The sender's part of the safety code, which it reveals once everybody has committed. */
const Commit = v.object({ type: v.literal("commit"), round: Digest, commitment: Digest });
const Reveal = v.object({ type: v.literal("reveal"), round: Digest, nonce: Digest });
/**
 * A host's words. They count only over that host's own connection: nobody passes them on. "removed"
 * names somebody who may be its receiver; "ended" says that the room is erased.
 */
const Removed = v.object({ type: v.literal("removed"), participantID: ParticipantID });
const Ended = v.object({ type: v.literal("ended") });

export const ControlMessage = v.variant("type", [
  State,
  Wish,
  Report,
  Commit,
  Reveal,
  Removed,
  Ended,
  ...featureMessages,
  v.object({ type: v.literal("signal"), signal: Signal }),
  v.object({ type: v.literal("ping"), id: v.number() }),
  v.object({ type: v.literal("pong"), id: v.number() }),
  v.object({ type: v.literal("bye"), reason: ByeReason }),
]);
export type ControlMessage = v.InferOutput<typeof ControlMessage>;
export type HostWord = v.InferOutput<typeof Removed> | v.InferOutput<typeof Ended>;
export type ParticipantState = v.InferOutput<typeof State>;
export type ReceptionReport = v.InferOutput<typeof Report>;
export type VerificationMessage = v.InferOutput<typeof Commit> | v.InferOutput<typeof Reveal>;
