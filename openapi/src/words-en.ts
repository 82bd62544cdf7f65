// The texts of the API documentation in English. openapi.json uses them too.
import type { ApiWords } from "./words.ts";

const uuid = "The room.";
const expiresAt = "When the room expires unless its participants keep it.";

/** The fields that prove the caller's right. */
const proof = {
  hostKey: "From `create`. It is sufficient proof.",
  userID: "Otherwise: the user of a seat in this room,",
  session: "and the session of that seat.",
};

export const en: ApiWords = {
  endpoints: {
    create: {
      summary: "Create a room",
      description: [
        "A room that nobody enters expires after 10 minutes; one that stands empty, after an hour (whoever runs the server may choose other times).",
        "`GET` makes a room without a password and with the usual number of seats.",
        "Send an `Idempotency-Key` of your own (a random UUID, say) when you may have to ask again: the same key from the same network gives the same room.",
      ],
      request: {
        password: "Whoever connects must give it. The server keeps a hash.",
        capacity: "The number of seats. The default is 8.",
        linkProof:
          "Derived from the link's key (`docs/signalling.md`). `connect` then asks everybody for the same: who has no link gets no seat and no guess at the password.",
        hasWaitingRoom: "Whether a host has to admit everybody. A host can switch it later. The default is `false`.",
      },
      response: {
        uuid: "The room. Its link is `/r/{uuid}`.",
        expiresAt: "When the room expires if nobody enters it.",
        hostKey: "Only this answer has it. Whoever connects with it is a host.",
      },
    },
    generateID: {
      summary: "Get a user ID",
      description: [
        "Identifies one browser (or one program). Its holder keeps it secret: others see a `participantID`, which differs from room to room. Nothing is stored until the holder connects.",
      ],
      request: {},
      response: { userID: "Keep it, and give it to nobody but this server." },
    },
    room: {
      summary: "Ask about a room",
      description: ["What anybody who has the link may know before connecting."],
      request: { uuid },
      response: {
        uuid,
        expiresAt,
        isProtected: "Connecting needs a password.",
        hasLinkProof: "Connecting needs a `linkProof`. The password, if any, is then derived from the link's key too.",
        hasWaitingRoom: "Who has a seat comes in when a host admits them. Hosts need nobody's leave.",
        capacity: "Seats.",
        participants: "How many have entered.",
      },
    },
    stored: {
      summary: "Ask what is stored about a room",
      description: [
        "How many documents of each kind the server holds, also of a room that has expired, and until when at most.",
      ],
      request: { uuid },
      response: {
        uuid,
        createdAt: "When the room was created.",
        expiresAt,
        items:
          "For each kind: `room` (capacity, lock, expiry), `secrets` (hashes of password, host key and link proof), `seats` (who is connected), `signals` (sealed messages), `users` (IDs of those who have been here, within the document of secrets), `accounts` (their sign-ins to Firebase, which hold an ID and two times).",
      },
    },
    iceServers: {
      summary: "Renew the credentials of relays",
      description: [
        "TURN credentials open new allocations for 30 minutes. A client that got some asks for new ones after half of that, and gives them to its `RTCPeerConnection`s with `setConfiguration`. Who has no live seat gets none.",
      ],
      request: { uuid, userID: "The user of a seat in this room,", session: "and the session of that seat." },
      response: { iceServers: "For `RTCPeerConnection`, as `connect` answers them." },
    },
    remove: {
      summary: "Remove a participant",
      description: [
        "For hosts: with the `hostKey`, or with `userID` and `session` of a host's seat. The participant loses the seat immediately and cannot get another. A repeated request changes nothing.",
        "With `isRefusal` only somebody in the waiting room, who may ask again: a minute later after the first refusal, and each time four times as long. If nobody of that ID waits there any more, `participant-not-found`.",
      ],
      request: {
        uuid,
        participantID: "The participant to remove.",
        isRefusal: "Refuses somebody who waits, and keeps nobody out for good.",
        ...proof,
      },
      response: { participantID: "The removed participant." },
    },
    handOver: {
      summary: "Make somebody else the host",
      description: ["For hosts. Makes a participant who has a seat the only host. The `hostKey` loses its effect."],
      request: { uuid, participantID: "The new host.", ...proof },
      response: { participantID: "The new host." },
    },
    burn: {
      summary: "Erase a room",
      description: [
        "For hosts: ends the room for everybody and erases all of it immediately. The last participant may do so too, once somebody has entered the room and when its host has been away for 10 minutes: the first request answers `host-expected` and starts that time. Repeated after an interruption, it erases what is left.",
      ],
      request: { uuid, ...proof },
      response: { uuid: "The erased room." },
    },
    offerMove: {
      summary: "Offer a seat to another device",
      description: [
        "For whoever goes on with another device. What that device needs is kept for two minutes, sealed with a key that the server does not learn, and given once, for the ticket. A later offer of the same participant takes its place.",
      ],
      request: {
        uuid,
        userID: "The user of a seat in this room,",
        session: "and the session of that seat.",
        ticket: "Random: whoever knows it gets what is kept.",
        sealed: "Opaque to the server.",
      },
      response: { expiresAt: "Until then it can be taken." },
    },
    takeMove: {
      summary: "Take what was offered",
      description: [
        "Works once. `participant-not-found` when it was taken, replaced by a later offer, or is too old. The device then connects with `takeOver`.",
      ],
      request: { uuid, ticket: "As in the offer." },
      response: { sealed: "As in the offer." },
    },
    connect: {
      summary: "Connect to a room",
      description: [
        "Takes a seat and gives the token with which everything else is read and written in Firestore: who else is here, and the signals from which a peer connection is made.",
        "Asking again with the same `session` gives the same seat, so it is safe to repeat. Another session of the same user is refused, unless it says `takeOver`.",
      ],
      request: {
        uuid,
        userID: "From `generateID`.",
        constraints: "What you intend to send: audio, video.",
        session: "A random UUID of this tab: the same after a reload, another in a second tab.",
        password: "Where the room asks for one.",
        linkProof: "Where the room asks for one: derived from the link's key.",
        hostKey: "From `create`, to be a host.",
        takeOver: "Ends the seat that the same user holds in another session, and takes it.",
        seat: "The seat that this page had until its lease lapsed: `seat` of its token. The page gets that seat back, and keeps its token.",
        apiKey:
          "The web API key of the Firebase project, from `/__/firebase/init.json`. With it the answer has `signIn`.",
      },
      response: {
        token: "A Firebase custom token, for `signInWithCustomToken`.",
        signIn:
          "If an `apiKey` was given: what Firebase Auth answers to that token, so that you need not ask. Absent if Auth did not answer in time. `expiresIn` is in seconds.",
        participants:
          "Who had entered when the seat was taken, to prepare the connections to them. Firestore's documents, which follow, are what counts. Absent with `seat`, and if it could not be read.",
        participantID: "How the others in this room see you.",
        role: "What you may do here.",
        expiresAt,
        serverTime: "The server's time at this answer. Leases follow the server's clock.",
        iceServers: "For `RTCPeerConnection`. TURN credentials in it expire after 30 minutes: see `iceServers`.",
      },
    },
    appCheckChallenge: {
      summary: "Ask for work",
      description: [
        "Only where whoever runs the server has switched App Check on: requests then answer `app-check-required` until they carry a token. A token costs work, and this is the work: a challenge for your network, good for five minutes and one token.",
        "Look for a whole number from 0 up, the counter, such that the SHA-256 of the text `{challenge}.{counter}` begins with `bits` zero bits. On average that takes 2 to the power of `bits` hashes. A network that asks often gets more bits.",
      ],
      request: {},
      response: {
        challenge: "Opaque. The work is done on this text.",
        bits: "How many zero bits the hash must begin with.",
        ttlMs: "How many milliseconds there are for the work.",
      },
    },
    appCheckToken: {
      summary: "Get an App Check token for the work",
      description: [
        "Send the token as the header `X-Firebase-AppCheck` with every other request, and to Firestore: Firebase's SDKs do that with `initializeAppCheck` and a `CustomProvider`. It is valid for an hour and for any number of requests.",
      ],
      request: { challenge: "As you got it.", counter: "The number that you found." },
      response: { token: "A Firebase App Check token.", ttlMs: "For how many milliseconds it is valid." },
    },
  },
  errors: {
    "invalid-request": {
      title: "The request is malformed",
      cause:
        "A field is missing, unknown or of the wrong kind, or the body is not JSON. A query (`?…`) is refused too.",
      cure: "`message` names the field. Compare with the table of the request above.",
    },
    "room-expired": {
      title: "The room has expired",
      cause: "Nobody entered it within 10 minutes of its creation, or it stood empty for an hour.",
      cure: "Create another room and send its link.",
    },
    "app-check-required": {
      title: "An App Check token is missing",
      cause: "App Check is on here, and the header `X-Firebase-AppCheck` is missing, expired, or not from this server.",
      cure: "Get a token with `appCheck/challenge` and `appCheck/token`, and send the request again with it.",
    },
    "wrong-link": {
      title: "The link is not proved",
      cause: "The room asks for a `linkProof`, and this is not it (or none was given).",
      cure: "Use the whole link, with what stands after `#`, and derive the proof from it.",
    },
    "wrong-password": {
      title: "The password is wrong",
      cause: "The room asks for a password, and this is not it (or none was given).",
      cure: "Ask whoever sent the link. After several wrong passwords you have to wait: see `rate-limited`.",
    },
    removed: {
      title: "You have been removed",
      cause: "A host has removed this user from the room.",
      cure: "Nothing a program can do: the host would have to send you another room's link.",
    },
    refused: {
      title: "A host has refused this user",
      cause: "The room has a waiting room, and a host has not let the user in.",
      cure: "Wait for as long as `Retry-After` says, then connect and ask again.",
    },
    "room-locked": {
      title: "The room is locked",
      cause: "Its host lets nobody else in.",
      cure: "Ask the host to unlock it. With the `hostKey` you get in.",
    },
    "host-only": {
      title: "Only a host may do this",
      cause:
        "Neither the `hostKey` nor the seat given is that of a host (or, to burn a room, of the last participant of an entered room).",
      cure: "Send the `hostKey`, or `userID` and `session` of a seat with the role `host`. After `handOver` the old ones do not count.",
    },
    "wrong-challenge": {
      title: "The challenge is not yours",
      cause: "This server did not make it, or made it for another network: perhaps yours has changed meanwhile.",
      cure: "Ask for another challenge and do its work. Whoever runs the server: if this happens to everybody, see `docs/deploy.md`, App Check.",
    },
    "challenge-expired": {
      title: "The challenge is used up",
      cause: "Its five minutes are over, or it has given a token already.",
      cure: "Ask for another challenge. Keep the token: one serves for an hour.",
    },
    "insufficient-work": {
      title: "The work is not done",
      cause: "The hash of challenge and counter begins with too few zero bits.",
      cure: "Hash the text `{challenge}.{counter}`, with the counter as a decimal number, and count `bits` from the first byte's highest bit.",
    },
    "room-not-found": {
      title: "There is no such room",
      cause: "The UUID is not that of a room, or the room expired long ago and was swept away.",
      cure: "Check the UUID: a link that was cut in two is the usual reason.",
    },
    "participant-not-found": {
      title: "There is no such participant",
      cause: "Nobody in the room has this `participantID`: it was mistyped, or they have left.",
      cure: "Take it from the room's list of seats, and ask again while they are there.",
    },
    "app-check-off": {
      title: "App Check is off",
      cause: "This server asks for no App Check tokens, and gives none.",
      cure: "Send your requests without one.",
    },
    "not-found": {
      title: "There is nothing at this path",
      cause: "The path is not one of this API.",
      cure: "Check the path: letter case counts, and it ends without a slash.",
    },
    "method-not-allowed": {
      title: "This method does not work here",
      cause: "The path is right, the method is not: `GET /connect`, for example.",
      cure: "Use a method that the `Allow` header names.",
    },
    "already-connected": {
      title: "You are connected already",
      cause: "The same `userID` holds a seat in another `session`: another tab or another device.",
      cure: "Return to that one, or move the seat here with `takeOver: true`.",
    },
    "room-full": {
      title: "Every seat is taken",
      cause: "As many people are in the room as its `capacity` allows.",
      cure: "Try again when somebody has left. `GET /room/{uuid}` tells how many are inside.",
    },
    "host-expected": {
      title: "The host may be coming back",
      cause: "A guest who is alone in the room wants to erase it, and its host has not been away for 10 minutes yet.",
      cure: "Wait as many seconds as the `Retry-After` header says, then ask again. With the `hostKey` there is no wait.",
    },
    "idempotency-conflict": {
      title: "This key was used for something else",
      cause: "The same `Idempotency-Key` came before with another password, capacity or `linkProof`.",
      cure: "Use one key for one room: create a new random key.",
    },
    "too-large": {
      title: "The body is too large",
      cause: "A body has 16,384 bytes at most.",
      cure: "Send less. No request of this API needs a tenth of that.",
    },
    "unsupported-media-type": {
      title: "The body is not declared as JSON",
      cause: "`Content-Type` is missing or says something else: `curl -d` alone sends a form.",
      cure: "Send `Content-Type: application/json`.",
    },
    "rate-limited": {
      title: "Too many requests",
      cause: "This address has asked too often, or too many wrong passwords were tried.",
      cure: "Wait as many seconds as the `Retry-After` header says, then ask again.",
    },
    internal: {
      title: "Something broke on the server",
      cause: "It is not your fault. What happened has been logged.",
      cure: "Ask again in a moment if the request may be repeated. If it lasts, tell whoever runs this server when it happened.",
    },
    "app-check-unavailable": {
      title: "App Check does not work here",
      cause:
        "App Check is on, but Firebase gave this server no token or no keys: its project is not set up completely, or the service is down.",
      cure: "Ask again in a moment. Whoever runs the server: the log has the cause, and `docs/deploy.md` what App Check needs.",
    },
  },
};
