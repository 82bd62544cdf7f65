// The one table of open requests. The functions' validation, the client's typed calls and the API documentation derive from it.
import * as v from "valibot";
import { Constraints } from "./constraints.ts";
import type { ErrorCode } from "./errors.ts";
import { ParticipantID, RoomUUID, SessionID, UserID } from "./ids.ts";
import { limits } from "./limits.ts";

const Timestamp = v.pipe(v.string(), v.isoTimestamp());
const Password = v.pipe(v.string(), v.minLength(1), v.maxLength(limits.maxPasswordLength));
const Capacity = v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(limits.maxCapacity));
const HostKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));

export const Role = v.picklist(["host", "guest"]);
export type Role = v.InferOutput<typeof Role>;

const IceServer = v.object({
  urls: v.array(v.string()),
  username: v.optional(v.string()),
  credential: v.optional(v.string()),
});

/**
 * Who asks for something in a room: whoever holds the host key, or the user of a seat. `session` is seen by the others of the room,
 * `userID` by nobody.
 */
const proof = {
  hostKey: v.optional(HostKey),
  userID: v.optional(UserID),
  session: v.optional(SessionID),
};

/** What a server may hold of a room. Names, signals and nothing else of these are sealed with a key it does not have. */
export const StoredKind = v.picklist(["room", "secrets", "seats", "signals", "users"]);
export type StoredKind = v.InferOutput<typeof StoredKind>;

export interface Endpoint {
  readonly methods: readonly ("GET" | "POST")[];
  /** Parts in braces are fields of the request. */
  readonly path: string;
  readonly request: v.GenericSchema;
  readonly response: v.GenericSchema;
  /** What it can answer beside `internal`, `method-not-allowed` and `rate-limited`, which every endpoint can. */
  readonly errors: readonly ErrorCode[];
}

export const endpoints = {
  create: {
    methods: ["POST", "GET"],
    path: "/create",
    request: v.strictObject({ password: v.optional(Password), capacity: v.optional(Capacity) }),
    /** `hostKey` is given here once and never again: who holds it connects as a host. */
    response: v.object({ uuid: RoomUUID, expiresAt: Timestamp, hostKey: HostKey }),
    errors: ["invalid-request", "idempotency-conflict", "too-large", "unsupported-media-type"],
  },
  generateID: {
    methods: ["POST", "GET"],
    path: "/user/generateID",
    request: v.strictObject({}),
    response: v.object({ userID: UserID }),
    errors: ["invalid-request", "too-large", "unsupported-media-type"],
  },
  room: {
    methods: ["GET"],
    path: "/room/{uuid}",
    request: v.strictObject({ uuid: RoomUUID }),
    /** `participants` counts those who have entered. */
    response: v.object({
      uuid: RoomUUID,
      expiresAt: Timestamp,
      isProtected: v.boolean(),
      capacity: Capacity,
      participants: v.pipe(v.number(), v.integer(), v.minValue(0)),
    }),
    errors: ["invalid-request", "room-not-found", "room-expired"],
  },
  stored: {
    methods: ["GET"],
    path: "/room/{uuid}/stored",
    request: v.strictObject({ uuid: RoomUUID }),
    /**
     * All that is stored about a room, also one that has expired: how many documents of each kind (of users: entries of
     * one), and until when at most.
     */
    response: v.object({
      uuid: RoomUUID,
      createdAt: Timestamp,
      expiresAt: Timestamp,
      items: v.array(
        v.object({ kind: StoredKind, documents: v.pipe(v.number(), v.integer(), v.minValue(0)), until: Timestamp }),
      ),
    }),
    errors: ["invalid-request", "room-not-found"],
  },
  remove: {
    methods: ["POST"],
    path: "/room/{uuid}/remove",
    /** Of a host. The participant loses the seat at once and gets no other; asking twice changes nothing. */
    request: v.strictObject({ uuid: RoomUUID, participantID: ParticipantID, ...proof }),
    response: v.object({ participantID: ParticipantID }),
    errors: ["invalid-request", "room-expired", "host-only", "room-not-found", "too-large", "unsupported-media-type"],
  },
  handOver: {
    methods: ["POST"],
    path: "/room/{uuid}/handOver",
    /** Of a host, to a seated participant, who is the only host then. The host key opens nothing any more. */
    request: v.strictObject({ uuid: RoomUUID, participantID: ParticipantID, ...proof }),
    response: v.object({ participantID: ParticipantID }),
    errors: [
      "invalid-request",
      "room-expired",
      "host-only",
      "room-not-found",
      "participant-not-found",
      "too-large",
      "unsupported-media-type",
    ],
  },
  burn: {
    methods: ["POST"],
    path: "/room/{uuid}/burn",
    /** Of a host, or of the last participant: ends the room for all and erases everything of it, at once. Also of one that has expired. */
    request: v.strictObject({ uuid: RoomUUID, ...proof }),
    response: v.object({ uuid: RoomUUID }),
    errors: ["invalid-request", "host-only", "room-not-found", "too-large", "unsupported-media-type"],
  },
  connect: {
    methods: ["POST"],
    path: "/connect",
    request: v.strictObject({
      uuid: RoomUUID,
      userID: UserID,
      constraints: Constraints,
      session: SessionID,
      password: v.optional(Password),
      hostKey: v.optional(HostKey),
      /** Ends the seat that the same user holds in another session, and takes it. */
      takeOver: v.optional(v.boolean()),
    }),
    response: v.object({
      /** A Firebase custom token, for `signInWithCustomToken`. */
      token: v.string(),
      participantID: ParticipantID,
      role: Role,
      /** When the room expires unless its participants move it ahead. */
      expiresAt: Timestamp,
      /** The server's clock at the answer: leases are written by it, not by the device's own. */
      serverTime: Timestamp,
      iceServers: v.array(IceServer),
    }),
    errors: [
      "invalid-request",
      "room-expired",
      "wrong-password",
      "removed",
      "room-locked",
      "room-not-found",
      "already-connected",
      "room-full",
      "too-large",
      "unsupported-media-type",
    ],
  },
} as const satisfies Record<string, Endpoint>;

/** Every path is answered below this one too, which stays as it is when a later version differs. */
export const versionPath = "/v1";

/** A header of `create`: the same random key answers the same room, so that asking again cannot make a second one. */
export const IdempotencyKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22,128}$/));

export type EndpointName = keyof typeof endpoints;
export type RequestOf<N extends EndpointName> = v.InferInput<(typeof endpoints)[N]["request"]>;
export type ResponseOf<N extends EndpointName> = v.InferOutput<(typeof endpoints)[N]["response"]>;
