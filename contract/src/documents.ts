// The documents that clients read, as schemas over what either Firestore SDK returns, and the paths they live at.
import * as v from "valibot";
import { ParticipantConstraints } from "./constraints.ts";
import { Role } from "./endpoints.ts";
import { ParticipantID, SessionID } from "./ids.ts";
import { limits } from "./limits.ts";

interface TimestampLike {
  toMillis(): number;
}

/** A Firestore timestamp of either SDK, read as milliseconds since the epoch. */
const Millis = v.pipe(
  v.custom<TimestampLike>(
    (value) => typeof value === "object" && value !== null && typeof (value as TimestampLike).toMillis === "function",
  ),
  v.transform((timestamp) => timestamp.toMillis()),
);

export const RoomDocument = v.object({
  createdAt: Millis,
  expireAt: Millis,
  /** When somebody first entered; null before. */
  enteredAt: v.nullable(Millis),
  capacity: v.number(),
  isLocked: v.boolean(),
  isProtected: v.boolean(),
  /** How long it may stand empty. */
  emptyMinutes: v.optional(v.number()),
  /** Participants whom a host has removed, and those whom a host has made host. The server alone writes them. */
  removed: v.optional(v.array(ParticipantID)),
  hosts: v.optional(v.array(ParticipantID)),
});
export type RoomDocument = v.InferOutput<typeof RoomDocument>;

export const ParticipantDocument = v.object({
  constraints: ParticipantConstraints,
  /** False while waiting in the lobby, true once entered. */
  isActive: v.boolean(),
  session: SessionID,
  /** The instant of the connect: the seat. A higher one for the same participant is a new page. */
  joinedAt: Millis,
  leaseUntil: Millis,
  role: Role,
  /** Sealed with the room's key; null for someone without a name. */
  name: v.nullable(v.pipe(v.string(), v.maxLength(limits.maxSealedNameLength))),
});
export type ParticipantDocument = v.InferOutput<typeof ParticipantDocument>;

export const InboxDocument = v.object({
  from: ParticipantID,
  session: SessionID,
  /** A sealed signal. */
  payload: v.pipe(v.string(), v.maxLength(limits.maxSealedSignalLength)),
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
} as const;
