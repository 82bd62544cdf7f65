// The Firebase services. REST starts faster than gRPC, and suffices for requests that never listen.
// With an emulator, the Admin SDK can use gRPC only.
import { getApps, initializeApp } from "firebase-admin/app";
import { getAuth, type Auth } from "firebase-admin/auth";
import { initializeFirestore, type Firestore } from "firebase-admin/firestore";

export interface Services {
  readonly firestore: Firestore;
  /** A function, because most requests do not need Auth. */
  readonly auth: () => Auth;
}

export function connectServices(): Services {
  const app = getApps()[0] ?? initializeApp();
  const firestore = initializeFirestore(app, { preferRest: !process.env["FIRESTORE_EMULATOR_HOST"] });
  return { firestore, auth: () => getAuth(app) };
}
