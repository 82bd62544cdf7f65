// The table of open requests. The functions' validation, the client's types and the API
// documentation all derive from it.
import * as v from "valibot";
import { Constraints } from "./constraints.ts";
import {
  DurationMs,
  Timestamp,
  Password,
  Capacity,
  Secret,
  HostKey,
  LinkProof,
  ApiKey,
  SignIn,
  SealedMove,
  Challenge,
  maxChallengeBits,
  Role,
  EnteredParticipant,
  IceServer,
  proof,
  StoredKind,
} from "./endpoint-schemas.ts";
import type { ErrorCode } from "./errors.ts";
import { ParticipantID, RoomUUID, SessionID, UserID } from "./ids.ts";

export interface Endpoint {
  readonly methods: readonly ("GET" | "POST")[];
  /** A part in braces is a field of the request. */
  readonly path: string;
  readonly request: v.GenericSchema;
  readonly response: v.GenericSchema;
  /**
   * The error codes of this endpoint. Every endpoint can also answer `internal`,
   * `method-not-allowed` and `rate-limited`. Where App Check is on, every endpoint but the two of
   * `appCheckEndpoints` can also answer `app-check-required` and `app-check-unavailable`.
   */
  readonly errors: readonly ErrorCode[];
}

export const endpoints = {
  create: {
    methods: ["POST", "GET"],
    path: "/create",
    request: v.strictObject({
      password: v.optional(Password),
      capacity: v.optional(Capacity),
      /** Makes `connect` ask everybody for the same. */
      linkProof: v.optional(LinkProof),
      hasWaitingRoom: v.optional(v.boolean()),
    }),
    /** Only this answer has the `hostKey`. A caller who connects with it is a host. */
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
    /** `participants` counts the participants who have entered. */
    response: v.object({
      uuid: RoomUUID,
      expiresAt: Timestamp,
      isProtected: v.boolean(),
      hasLinkProof: v.boolean(),
      hasWaitingRoom: v.boolean(),
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
     * Everything that is stored about a room, also after it has expired: the number of documents of
     * each kind, and the latest time at which they are deleted. Users are entries of one document,
     * accounts are users of Firebase Auth.
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
  iceServers: {
    methods: ["POST"],
    path: "/room/{uuid}/iceServers",
    /** For the user of a live seat: new credentials, as `connect` gave them. */
    request: v.strictObject({ uuid: RoomUUID, userID: UserID, session: SessionID }),
    response: v.object({ iceServers: v.array(IceServer) }),
    errors: [
      "invalid-request",
      "room-expired",
      "room-not-found",
      "participant-not-found",
      "too-large",
      "unsupported-media-type",
    ],
  },
  remove: {
    methods: ["POST"],
    path: "/room/{uuid}/remove",
    /**
     * For hosts. The participant loses the seat immediately and cannot get another. A repeated
     * request changes nothing.
     */
    request: v.strictObject({
      uuid: RoomUUID,
      participantID: ParticipantID,
      /**
       * Only refuses somebody in the waiting room, who may knock again later. Rejects with
       * `participant-not-found` when nobody waits there: another host was faster.
       */
      isRefusal: v.optional(v.boolean()),
      ...proof,
    }),
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
  handOver: {
    methods: ["POST"],
    path: "/room/{uuid}/handOver",
    /**
     * For hosts. The given participant must have a seat, and becomes the only host. The host key
     * loses its effect.
     */
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
    /**
     * For hosts. Ends the room for everybody and erases all of it immediately. Works for an expired
     * room too. The last participant of a room that somebody has entered may do so when the host
     * has been away for 10 minutes. Its first request starts that time.
     */
    request: v.strictObject({ uuid: RoomUUID, ...proof }),
    response: v.object({ uuid: RoomUUID }),
    errors: ["invalid-request", "host-only", "room-not-found", "host-expected", "too-large", "unsupported-media-type"],
  },
  offerMove: {
    methods: ["POST"],
    path: "/room/{uuid}/offerMove",
    /**
     * For the user of a live seat who goes on with another device. Keeps what that device needs,
     * sealed with a key that the server does not learn, for `moveTtlMs`. A later offer of the same
     * participant takes its place.
     */
    request: v.strictObject({ uuid: RoomUUID, userID: UserID, session: SessionID, ticket: Secret, sealed: SealedMove }),
    response: v.object({ expiresAt: Timestamp }),
    errors: [
      "invalid-request",
      "room-expired",
      "room-not-found",
      "participant-not-found",
      "too-large",
      "unsupported-media-type",
    ],
  },
  takeMove: {
    methods: ["POST"],
    path: "/room/{uuid}/takeMove",
    /** Gives what was kept, once. `participant-not-found`: it was taken, replaced or too old. */
    request: v.strictObject({ uuid: RoomUUID, ticket: Secret }),
    response: v.object({ sealed: SealedMove }),
    errors: [
      "invalid-request",
      "room-expired",
      "room-not-found",
      "participant-not-found",
      "too-large",
      "unsupported-media-type",
    ],
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
      linkProof: v.optional(LinkProof),
      hostKey: v.optional(HostKey),
      /** Moves the seat that this user has in another session to this session. */
      takeOver: v.optional(v.boolean()),
      /**
       * The seat whose lease this page let lapse, as its token names it. The page gets that seat
       * back, so its token and its connections stay.
       */
      seat: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
      /** Of this Firebase project. With it the server signs in with the token too. */
      apiKey: v.optional(ApiKey),
    }),
    response: v.object({
      /** A Firebase custom token, for `signInWithCustomToken`. */
      token: v.string(),
      /** Only if an `apiKey` was given, and Auth has answered. It saves the page that request. */
      signIn: v.optional(SignIn),
      /**
       * Who had entered when the seat was taken. A page prepares its connections to them while it
       * opens Firestore, whose documents are what counts. Left out with `seat`, and when it could
       * not be read.
       */
      participants: v.optional(v.array(EnteredParticipant)),
      participantID: ParticipantID,
      role: Role,
      /** When the room expires, unless its participants extend it. */
      expiresAt: Timestamp,
      /** The server's time at this answer. Leases follow the server's clock, not the device's. */
      serverTime: Timestamp,
      iceServers: v.array(IceServer),
    }),
    errors: [
      "invalid-request",
      "room-expired",
      "wrong-link",
      "wrong-password",
      "removed",
      "refused",
      "room-locked",
      "room-not-found",
      "already-connected",
      "room-full",
      "too-large",
      "unsupported-media-type",
    ],
  },
  appCheckChallenge: {
    methods: ["GET"],
    path: "/appCheck/challenge",
    request: v.strictObject({}),
    /** The work that this caller has to do for a token: about 2 to the power of `bits` hashes. */
    response: v.object({
      challenge: Challenge,
      bits: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxChallengeBits)),
      ttlMs: DurationMs,
    }),
    errors: ["invalid-request", "app-check-off"],
  },
  appCheckToken: {
    methods: ["POST"],
    path: "/appCheck/token",
    /** The SHA-256 of `{challenge}.{counter}` begins with as many zero bits as were asked for. */
    request: v.strictObject({ challenge: Challenge, counter: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) }),
    /** For the header `X-Firebase-AppCheck`, and for Firestore. */
    response: v.object({ token: v.string(), ttlMs: DurationMs }),
    errors: [
      "invalid-request",
      "wrong-challenge",
      "challenge-expired",
      "insufficient-work",
      "app-check-off",
      "app-check-unavailable",
      "too-large",
      "unsupported-media-type",
    ],
  },
} as const satisfies Record<string, Endpoint>;

/** They give App Check tokens, so they ask for none. */
export const appCheckEndpoints: readonly EndpointName[] = ["appCheckChallenge", "appCheckToken"];

/** Every path also exists below this prefix. It keeps its meaning when a later version differs. */
export const versionPath = "/v1";

/**
 * A header of `create`. Requests with the same random key get the same room, so that a retry cannot
 * create a second one.
 */
export const IdempotencyKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22,128}$/));

export type EndpointName = keyof typeof endpoints;
export type RequestOf<N extends EndpointName> = v.InferInput<(typeof endpoints)[N]["request"]>;
export type ResponseOf<N extends EndpointName> = v.InferOutput<(typeof endpoints)[N]["response"]>;
