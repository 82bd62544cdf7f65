// The documents that clients read, and their paths. The schemas accept what either Firestore SDK
// returns.
import * as v from "valibot";
import { ParticipantConstraints } from "./constraints.ts";
import { Role } from "./endpoint-schemas.ts";
import { ParticipantID, SessionID } from "./ids.ts";
import { limits } from "./limits.ts";

interface TimestampLike {
  toMillis(): number;
}

/** A Firestore timestamp of either SDK; the output is milliseconds since the epoch. */
const Millis = v.pipe(
  v.custom<TimestampLike>(
    (value) => typeof value === "object" && value !== null && typeof (value as TimestampLike).toMillis === "function",
  ),
  v.transform((timestamp) => timestamp.toMillis()),
);

/** Base64url: the rules count its characters as bytes. */
export const sealedPattern = /^[A-Za-z0-9_-]*$/;

const Sealed = (maxLength: number) => v.pipe(v.string(), v.maxLength(maxLength), v.regex(sealedPattern));

export const RoomDocument = v.object({
  createdAt: Millis,
  expireAt: Millis,
  /** When the first participant entered; null before that. */
  enteredAt: v.nullable(Millis),
  capacity: v.number(),
  isLocked: v.boolean(),
  isProtected: v.boolean(),
  /** Whether `connect` asks for a proof of the link's key. */
  hasLinkProof: v.optional(v.boolean()),
  /** How long the room may stand empty. */
  emptyMinutes: v.optional(v.number()),
  /** Participants that a host removed. Only the server writes this. */
  removed: v.optional(v.array(ParticipantID)),
  /** Participants that a host made host. Only the server writes this. */
  hosts: v.optional(v.array(ParticipantID)),
  /** True: nobody enters whom no host has admitted. Hosts write this, and the next. */
  hasWaitingRoom: v.optional(v.boolean()),
  /** Participants that a host has admitted. They do not knock again. */
  admitted: v.optional(v.pipe(v.array(ParticipantID), v.maxLength(limits.maxAdmitted))),
});
export type RoomDocument = v.InferOutput<typeof RoomDocument>;

export const ParticipantDocument = v.object({
  constraints: ParticipantConstraints,
  /** False in the lobby, true after entering. */
  isActive: v.boolean(),
  session: SessionID,
  /**
   * When `connect` gave the seat; it identifies the seat. A later one means that the page is new.
   */
  joinedAt: Millis,
  leaseUntil: Millis,
  role: Role,
  /** Sealed with the room's key; null when the participant gave no name. */
  name: v.nullable(Sealed(limits.maxSealedNameLength)),
  /** Asks the hosts to be admitted. */
  hasKnocked: v.optional(v.boolean()),
});
export type ParticipantDocument = v.InferOutput<typeof ParticipantDocument>;

export const InboxDocument = v.object({
  from: ParticipantID,
  session: SessionID,
  /** A sealed signal. */
  payload: Sealed(limits.maxSealedSignalLength),
  sentAt: Millis,
  expireAt: Millis,
});
export type InboxDocument = v.InferOutput<typeof InboxDocument>;

export const paths = {
  rooms: "rooms",
  room: (room: string) => `rooms/${room}`,
  secret: (room: string) => `rooms/${room}/private/secret`,
  users: (room: string) => `rooms/${room}/users`,
  user: (room: string, participant: string) => `rooms/${room}/users/${participant}`,
  inbox: (room: string, participant: string) => `rooms/${room}/users/${participant}/inbox`,
  /** One of a sender's places in an inbox. The next signal in it replaces the one before. */
  slot: (sender: string, number: number) => `${sender}-${number}`,
} as const;
