// What two clients say to each other. A Signal travels sealed through Firestore until the data channel opens; control messages
// travel over the data channel, where DTLS protects them. docs/signalling.md tells the order and the failures.
import * as v from "valibot";
import { ParticipantConstraints } from "./constraints.ts";
import { limits } from "./limits.ts";

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

/** A step of negotiation: a description, or a batch of candidates, or both. */
export const Signal = v.object({
  /** The sender's seat (`joinedAt`, ms): tells a reloaded page from the one before. */
  seat: v.number(),
  /** Names the peer connection; made by whoever begins it. A signal for another one is stale, unless it is an offer. */
  connection: v.pipe(v.string(), v.uuid()),
  description: v.optional(Description),
  candidates: v.optional(v.pipe(v.array(Candidate), v.maxLength(64))),
});
export type Signal = v.InferOutput<typeof Signal>;

/** Why a participant is gone: it pressed Leave, its page closed, its seat moved to another tab, a host removed it. */
export const ByeReason = v.picklist(["left", "closed", "moved", "removed"]);
export type ByeReason = v.InferOutput<typeof ByeReason>;

/** Everything that others show of a participant; sent whole when the channel opens and after each change. */
const State = v.object({
  type: v.literal("state"),
  hasEntered: v.boolean(),
  constraints: ParticipantConstraints,
  name: v.pipe(v.string(), v.maxLength(limits.maxNameLength)),
});

/** How large a picture of the sender is shown, so that no more is sent than is seen. */
const Wish = v.object({
  type: v.literal("wish"),
  /** Device pixels; 0: not shown at all. Null: whatever the sender finds right. */
  cameraHeight: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(10_000))),
});

/** What arrives of the one it is told to, since the report before. */
const Report = v.object({
  type: v.literal("report"),
  /** "sound": it was heard to sound. "silence": packets came, none of them sounded. "none": nothing came. */
  audio: v.picklist(["sound", "silence", "none"]),
  /** The browser does not let the page play sound (yet). */
  isSoundBlocked: v.boolean(),
  framesPerSecond: v.number(),
  /** 0 to 1. */
  lossRatio: v.number(),
  roundTripMs: v.nullable(v.number()),
  isRelayed: v.nullable(v.boolean()),
});

export const ControlMessage = v.variant("type", [
  State,
  Wish,
  Report,
  v.object({ type: v.literal("signal"), signal: Signal }),
  v.object({ type: v.literal("ping"), id: v.number() }),
  v.object({ type: v.literal("pong"), id: v.number() }),
  v.object({ type: v.literal("bye"), reason: ByeReason }),
]);
export type ControlMessage = v.InferOutput<typeof ControlMessage>;
export type ParticipantState = v.InferOutput<typeof State>;
export type ReceptionReport = v.InferOutput<typeof Report>;
