// From a custom token to signalling: signs in and opens Firestore with a memory cache. The sign-in
// is kept in Session Storage, so it belongs to this tab and browser session only.
import type { ResponseOf } from "@meetogram/contract";
import { deleteApp, getApps, initializeApp } from "firebase/app";
import {
  browserSessionPersistence,
  connectAuthEmulator,
  initializeAuth,
  onIdTokenChanged,
  signInWithCustomToken,
  type Auth,
} from "firebase/auth";
import { connectFirestoreEmulator, initializeFirestore, memoryLocalCache } from "firebase/firestore";
import * as v from "valibot";
import type { PageToken } from "../../api/client.ts";
import type { ClientConfig } from "../../api/config.ts";
import { systemClock } from "../../platform/clock.ts";
import type { Signalling } from "../signalling.ts";
import { emulatorHost } from "./emulator-host.ts";
import { createFirestoreSignalling } from "./firestore-signalling.ts";
import { createSeatDeletion } from "./seat-deletion.ts";
import { createServerClock } from "./server-clock.ts";
import { createServerProbe } from "./server-probe.ts";
import { createServerTime } from "./server-time.ts";

const appName = "meetogram";

const Claims = v.object({ room: v.string(), participant: v.string(), session: v.string(), seat: v.number() });

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
  const auth = initializeAuth(app, { persistence: browserSessionPersistence });
  const firestore = initializeFirestore(app, { localCache: memoryLocalCache() });
  let origin = "https://firestore.googleapis.com";
  // Google's front end answers this path before any database does. A 404 would do as well.
  let probePath = "/generate_204";
  if (config.emulators) {
    const { auth: authAt, firestore: firestoreAt } = config.emulators;
    const host = emulatorHost(firestoreAt.host, navigator.userAgent);
    connectAuthEmulator(auth, `http://${authAt.host}:${authAt.port}`, { disableWarnings: true });
    connectFirestoreEmulator(firestore, host, firestoreAt.port);
    origin = `http://${host}:${firestoreAt.port}`;
    probePath = "/";
  }
  const { user } = await signInWithCustomToken(auth, answer.token);
  let idToken = await user.getIdToken();
  onIdTokenChanged(auth, async (changed) => {
    if (changed !== null) idToken = await changed.getIdToken();
  });
  const { room, participant, session, seat } = v.parse(Claims, (await user.getIdTokenResult()).claims);
  const projectID = config.firebase.projectId;
  const own = {
    origin,
    projectID,
    room,
    participantID: participant,
    idToken: () => idToken,
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
    reviewClock: serverClock.review,
    async retake() {
      const { serverTime, token } = await options.retake(seat);
      serverClock.set(serverTime);
      if (!(await isSignedIn(auth))) await signInWithCustomToken(auth, token);
    },
    isSignedIn: () => isSignedIn(auth),
    probe: createServerProbe(`${origin}${probePath}`),
    deleteSeat: createSeatDeletion(own),
    onClose() {
      stopAppCheck();
      void deleteApp(app);
    },
  });
}

/** False when the server has ended the sign-in. Then it refuses what it has given. */
async function isSignedIn({ currentUser }: Auth): Promise<boolean> {
  if (currentUser === null) return false;
  return currentUser.getIdToken().then(
    () => true,
    (error: { code?: unknown }) => error.code === "auth/network-request-failed",
  );
}
