// Takes a seat in a room and answers the token of the seat, which Firestore access requires.
import db from "../firebase/firebase.ts";
import { createEndpoint } from "../http/endpoint.ts";
import { createIceServers } from "../ice-servers.ts";
import { iceParameters } from "../parameters.ts";

export const router = createEndpoint("connect", async (request, { caller }) => {
  await db.tokens.ready();
  const seat = await db.user.connect(request, caller, Date.now());
  const token = await db.tokens.create(seat);
  const answeredAtMs = Date.now();
  return {
    token,
    participantID: seat.participantID,
    role: seat.role,
    expiresAt: new Date(seat.expireAtMs).toISOString(),
    serverTime: new Date(answeredAtMs).toISOString(),
    iceServers: createIceServers(iceParameters(), seat.participantID, answeredAtMs),
  };
});
