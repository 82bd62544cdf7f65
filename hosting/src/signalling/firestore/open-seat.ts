// From a custom token to signalling: signs in and opens Firestore with a memory cache. The sign-in
// is kept in memory too: a reload gets another custom token.
import type { ResponseOf } from "@meetogram/contract";
import { deleteApp, getApps, initializeApp } from "firebase/app";
import { connectFirestoreEmulator, initializeFirestore, memoryLocalCache } from "firebase/firestore";
import * as v from "valibot";
import type { PageToken } from "../../api/client.ts";
import type { ClientConfig } from "../../api/config.ts";
import { decodeBase64url } from "../../platform/base64url.ts";
import { systemClock } from "../../platform/clock.ts";
import type { Signalling } from "../signalling.ts";
import { provideAuth } from "./auth/provide-auth.ts";
import { createSignIn } from "./auth/sign-in.ts";
import { createTokenRequests } from "./auth/token-requests.ts";
import { emulatorHost } from "./emulator-host.ts";
import { createFirestoreSignalling } from "./firestore-signalling.ts";
import { createMessagePost } from "./rest/message-post.ts";
import { createSeatDeletion } from "./rest/seat-deletion.ts";
import { createServerClock } from "./server-clock.ts";
import { createServerProbe } from "./server-probe.ts";
import { createServerTime } from "./rest/server-time.ts";

const appName = "meetogram";

const Claims = v.object({
  sub: v.string(),
  room: v.string(),
  participant: v.string(),
  session: v.string(),
  seat: v.number(),
});

export async function openSeat(options: {
  config: ClientConfig;
  answer: ResponseOf<"connect">;
  /** Null if the server asks for no App Check token. */
  appCheck: PageToken | null;
  /** Asks for the same seat again, after its lease has lapsed. */
  retake: (seat: number) => Promise<ResponseOf<"connect">>;
}): Promise<Signalling> {
  const { config, answer, appCheck } = options;
  let askServerTime = async (): Promise<string | null> => null;
  const serverClock = createServerClock({ serverTime: answer.serverTime, sample: () => askServerTime() });
  // An earlier call in the same page may have left its app open.
  await Promise.all(getApps().flatMap((app) => (app.name === appName ? [deleteApp(app)] : [])));
  const app = initializeApp(config.firebase, appName);
  const stopAppCheck =
    appCheck === null ? () => {} : (await import("./app-check.ts")).startAppCheck(app, appCheck, systemClock);
  const auth = config.emulators?.auth;
  const signIn = createSignIn({
    requests: createTokenRequests({
      apiKey: config.firebase.apiKey,
      emulator: auth && `http://${auth.host}:${auth.port}`,
      appCheckToken: () => appCheck?.token(),
    }),
    clock: systemClock,
    readUserID: (idToken) => readClaims(idToken).sub,
  });
  provideAuth(app, signIn);
  const firestore = initializeFirestore(app, { localCache: memoryLocalCache() });
  let origin = "https://firestore.googleapis.com";
  // Google's front end answers this path before any database does. A 404 would do as well.
  let probePath = "/generate_204";
  if (config.emulators) {
    const { firestore: firestoreAt } = config.emulators;
    const host = emulatorHost(firestoreAt.host, navigator.userAgent);
    connectFirestoreEmulator(firestore, host, firestoreAt.port);
    origin = `http://${host}:${firestoreAt.port}`;
    probePath = "/";
  }
  if (answer.signIn === undefined) await signIn.start(answer.token);
  else signIn.take(answer.signIn);
  const { room, participant, session, seat } = readClaims(signIn.idToken());
  const projectID = config.firebase.projectId;
  const own = {
    origin,
    projectID,
    room,
    participantID: participant,
    idToken: signIn.idToken,
    appCheckToken: () => appCheck?.token(),
  };
  askServerTime = createServerTime(own);
  return createFirestoreSignalling({
    firestore,
    room,
    participantID: participant,
    session,
    seat,
    serverNow: serverClock.now,
    ...(answer.participants && { entered: answer.participants }),
    reviewClock: serverClock.review,
    async retake() {
      const { serverTime, token } = await options.retake(seat);
      serverClock.set(serverTime);
      if (!(await signIn.isHeld())) await signIn.start(token);
    },
    isSignedIn: signIn.isHeld,
    probe: createServerProbe(`${origin}${probePath}`),
    post: createMessagePost(own),
    deleteSeat: createSeatDeletion(own),
    onClose() {
      stopAppCheck();
      void deleteApp(app);
    },
  });
}

/** Firestore checks the token. This page only reads what it says. */
function readClaims(idToken: string): v.InferOutput<typeof Claims> {
  const payload = decodeBase64url(idToken.split(".")[1] ?? "");
  return v.parse(Claims, JSON.parse(new TextDecoder().decode(payload ?? new Uint8Array())));
}
