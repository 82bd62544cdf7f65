// The Firebase services. REST starts faster than gRPC, and suffices for requests that never listen.
// With an emulator, the Admin SDK can use gRPC only.
import { getApps, initializeApp } from "firebase-admin/app";
import type { AppCheck } from "firebase-admin/app-check";
import { getAuth, type Auth } from "firebase-admin/auth";
import { initializeFirestore, type Firestore } from "firebase-admin/firestore";

export interface Services {
  readonly firestore: Firestore;
  /** A function, because most requests do not need Auth. */
  readonly auth: () => Auth;
  /** Loaded only where App Check is on. */
  readonly appCheck: () => Promise<AppCheck>;
}

export function connectServices(): Services {
  const app = getApps()[0] ?? initializeApp();
  const firestore = initializeFirestore(app, { preferRest: !process.env["FIRESTORE_EMULATOR_HOST"] });
  const appCheck = async () => (await import("firebase-admin/app-check")).getAppCheck(app);
  return { firestore, auth: () => getAuth(app), appCheck };
}
