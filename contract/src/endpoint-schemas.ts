// What the requests and answers of the endpoints consist of.
import * as v from "valibot";
import { ParticipantConstraints } from "./constraints.ts";
import { ParticipantID, SessionID, UserID } from "./ids.ts";
import { limits } from "./limits.ts";

export const Timestamp = v.pipe(v.string(), v.isoTimestamp());
export const DurationMs = v.pipe(v.number(), v.integer(), v.minValue(0));
export const Password = v.pipe(v.string(), v.minLength(1), v.maxLength(limits.maxPasswordLength));
export const Capacity = v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(limits.maxCapacity));
/** 256 bits as base64url. */
export const Secret = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
export const HostKey = Secret;
/**
 * Proves that its sender has the link's key, and does not tell it: docs/signalling.md derives it.
 * In a room created with one, the password is derived from the key too, so that who has no link has
 * no guess, and the server learns neither.
 */
export const LinkProof = Secret;
/** Public: a page of the site has it in its configuration. */
export const ApiKey = v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/));
/** What Firebase Auth answers to a custom token. `expiresIn` is in seconds, with digits only. */
export const SignIn = v.object({
  idToken: v.string(),
  refreshToken: v.string(),
  expiresIn: v.pipe(v.string(), v.digits()),
});

export const SealedMove = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/), v.maxLength(limits.maxSealedMoveLength));

/** 29 bytes as base64url. */
export const Challenge = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{39}$/));
export const maxChallengeBits = 40;

export const Role = v.picklist(["host", "guest"]);
export type Role = v.InferOutput<typeof Role>;

/** As its document says it. Its `seat` is `joinedAt`, in ms since the epoch. */
export const EnteredParticipant = v.object({
  participantID: ParticipantID,
  seat: v.number(),
  constraints: ParticipantConstraints,
  role: Role,
  name: v.nullable(v.string()),
});
export type EnteredParticipant = v.InferOutput<typeof EnteredParticipant>;

export const IceServer = v.object({
  urls: v.array(v.string()),
  username: v.optional(v.string()),
  credential: v.optional(v.string()),
});

/**
 * Proves the caller's right: either the host key, or the user and session of a seat. The other
 * participants can see `session`, but nobody can see `userID`.
 */
export const proof = {
  hostKey: v.optional(HostKey),
  userID: v.optional(UserID),
  session: v.optional(SessionID),
};

/**
 * What the server may store about a room. Names and signals are sealed with a key that the server
 * does not have; the rest is not.
 */
export const StoredKind = v.picklist(["room", "secrets", "seats", "signals", "users", "accounts"]);
export type StoredKind = v.InferOutput<typeof StoredKind>;
