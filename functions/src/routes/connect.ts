// Takes a seat in a room and answers the token of the seat, which Firestore access requires.
import db from "../firebase/firebase.ts";
import { signIn } from "../google/sign-in.ts";
import { createEndpoint } from "../http/endpoint.ts";
import { createIceServers } from "../ice-servers.ts";
import { iceParameters } from "../parameters.ts";

export const router = createEndpoint("connect", async ({ apiKey, ...request }, { caller, appCheckToken }) => {
  await db.tokens.ready();
  const seat = await db.user.connect(request, caller, Date.now());
  const token = await db.tokens.create(seat);
  // The seat is taken. Without this the page signs in itself.
  const signedIn = apiKey && (await signIn({ token, apiKey, appCheckToken }).catch(() => undefined));
  const answeredAtMs = Date.now();
  return {
    token,
    ...(signedIn && { signIn: signedIn }),
    participantID: seat.participantID,
    role: seat.role,
    expiresAt: new Date(seat.expireAtMs).toISOString(),
    serverTime: new Date(answeredAtMs).toISOString(),
    iceServers: createIceServers(iceParameters(), seat.participantID, answeredAtMs),
  };
});
