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
    errors: ["invalid-request", "too-large", "unsupported-media-type"],
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
      "room-locked",
      "room-not-found",
      "already-connected",
      "room-full",
      "too-large",
      "unsupported-media-type",
    ],
  },
} as const satisfies Record<string, Endpoint>;

export type EndpointName = keyof typeof endpoints;
export type RequestOf<N extends EndpointName> = v.InferInput<(typeof endpoints)[N]["request"]>;
export type ResponseOf<N extends EndpointName> = v.InferOutput<(typeof endpoints)[N]["response"]>;
