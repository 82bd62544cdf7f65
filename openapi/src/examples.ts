// One request and one answer for each endpoint, as the documentation shows them. Tests check them
// against the contract, and send the requests.
import type { EndpointName, RequestOf, ResponseOf } from "@meetogram/contract";

/** The server's origin in the documentation. The page replaces it by its own origin. */
export const exampleOrigin = "https://meet.example";

export const samples = {
  uuid: "3f8a4c1e-9d52-4b7a-8e06-1c2d5f9b7a40",
  userID: "b0c7e6d2-41f3-4a98-9c55-7e21d8f4a306",
  session: "5d2f9e81-7b34-4c6d-a1f0-93e8b2c4d715",
  participantID: "c9a1f4b7-2e6d-5380-8b94-0d5c7e3a1f62",
  hostKey: "q3Zt8vXw1mN5rYb7KcJ2hLpS9dFg4uEa6TiOxWzVnMk",
  expiresAt: "2030-05-17T09:41:00.000Z",
  ticket: "Wn7bR2kQzT5mXc9vLpJ4hGd8sYf3aEu6iOxKq1Zt0Vw",
} as const;

const challenge = "EmqIfQAx7Gm2q9YFoJdN0sVt3cKpW8hRzLbXuEa";

const { uuid, userID, session, participantID, hostKey, expiresAt, ticket } = samples;

interface Example<N extends EndpointName> {
  readonly request: RequestOf<N>;
  readonly response: ResponseOf<N>;
}

export const examples: { readonly [N in EndpointName]: Example<N> } = {
  create: { request: { capacity: 4 }, response: { uuid, expiresAt, hostKey } },
  generateID: { request: {}, response: { userID } },
  room: {
    request: { uuid },
    response: {
      uuid,
      expiresAt,
      isProtected: false,
      hasLinkProof: false,
      hasWaitingRoom: false,
      capacity: 4,
      participants: 2,
    },
  },
  stored: {
    request: { uuid },
    response: {
      uuid,
      createdAt: "2030-05-17T09:31:00.000Z",
      expiresAt,
      items: [
        { kind: "room", documents: 1, until: expiresAt },
        { kind: "secrets", documents: 1, until: expiresAt },
        { kind: "seats", documents: 2, until: expiresAt },
      ],
    },
  },
  iceServers: {
    request: { uuid, userID, session },
    response: {
      iceServers: [
        { urls: ["turn:turn.meet.example:3478"], username: `1905327060:${participantID}`, credential: "1kVv0h8mZ5w=" },
      ],
    },
  },
  remove: { request: { uuid, participantID, hostKey }, response: { participantID } },
  handOver: { request: { uuid, participantID, hostKey }, response: { participantID } },
  offerMove: {
    request: { uuid, userID, session, ticket, sealed: "q0kXvTn1mF3cZ8s2Jb5d" },
    response: { expiresAt: "2030-05-17T09:33:00.000Z" },
  },
  takeMove: { request: { uuid, ticket }, response: { sealed: "q0kXvTn1mF3cZ8s2Jb5d" } },
  burn: { request: { uuid, hostKey }, response: { uuid } },
  appCheckChallenge: { request: {}, response: { challenge, bits: 18, ttlMs: 300_000 } },
  appCheckToken: {
    request: { challenge, counter: 241_903 },
    response: { token: "eyJraWQiOiJsWUJXVmciLCJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIuLi4ifQ.c2lnbmF0dXJl", ttlMs: 3_600_000 },
  },
  connect: {
    request: { uuid, userID, session, constraints: { audio: true, video: true } },
    response: {
      token: "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1aWQiOiIuLi4ifQ.c2lnbmF0dXJl",
      participantID,
      role: "guest",
      expiresAt: "2030-05-17T10:31:00.000Z",
      serverTime: "2030-05-17T09:31:00.000Z",
      iceServers: [
        { urls: ["stun:turn.meet.example:3478"] },
        { urls: ["turn:turn.meet.example:3478"], username: `1905327060:${participantID}`, credential: "1kVv0h8mZ5w=" },
      ],
    },
  },
};
