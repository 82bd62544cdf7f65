// Takes a seat in a room and answers the token of the seat, which Firestore access requires.
import db from "../firebase/firebase.ts";
import { signIn } from "../google/sign-in.ts";
import { createEndpoint } from "../http/endpoint.ts";
import { createIceServers } from "../ice-servers.ts";
import { iceParameters } from "../parameters.ts";

export const router = createEndpoint("connect", async ({ apiKey, ...request }, { caller, appCheckToken }) => {
  await db.tokens.ready();
  const seat = await db.user.connect(request, caller, Date.now());
  // The seat is taken. Without these the page signs in itself, and waits for Firestore's snapshot.
  const entering = request.seat === undefined && db.user.listEntered(seat, Date.now()).catch(() => undefined);
  const token = await db.tokens.create(seat);
  const signedIn = apiKey && (await signIn({ token, apiKey, appCheckToken }).catch(() => undefined));
  const participants = await entering;
  const answeredAtMs = Date.now();
  return {
    token,
    ...(signedIn && { signIn: signedIn }),
    ...(participants && { participants }),
    participantID: seat.participantID,
    role: seat.role,
    expiresAt: new Date(seat.expireAtMs).toISOString(),
    serverTime: new Date(answeredAtMs).toISOString(),
    iceServers: createIceServers(iceParameters(), seat.participantID, answeredAtMs),
  };
});
