// The Firebase services. What a seat needs, Firestore and the signing of tokens, is asked over
// REST. The Admin SDK is loaded only for accounts and for App Check.
import type { AppCheck } from "firebase-admin/app-check";
import type { Auth } from "firebase-admin/auth";
import { Connection } from "../firestore/connection.ts";
import { Firestore } from "../firestore/firestore.ts";
import { createServiceAccount, type ServiceAccount } from "../google/service-account.ts";

export interface Services {
  readonly firestore: Firestore;
  /** That of the functions. */
  readonly account: ServiceAccount;
  readonly auth: () => Promise<Auth>;
  readonly appCheck: () => Promise<AppCheck>;
}

export function connectServices(): Services {
  const projectID = process.env["GCLOUD_PROJECT"];
  if (!projectID) throw new Error("GCLOUD_PROJECT is missing: it names the Firebase project.");
  const account = createServiceAccount();
  const emulator = process.env["FIRESTORE_EMULATOR_HOST"];
  return {
    firestore: new Firestore(emulator ? connectEmulator(projectID, emulator) : connect(projectID, account)),
    account,
    auth: async () => (await import("firebase-admin/auth")).getAuth(await openApp()),
    appCheck: async () => (await import("firebase-admin/app-check")).getAppCheck(await openApp()),
  };
}

function connect(projectID: string, { getAccessToken }: ServiceAccount): Connection {
  return new Connection({ origin: "https://firestore.googleapis.com", projectID, getAccessToken });
}

/** Emulators take this access token for the administrator's. */
export function connectEmulator(projectID: string, host: string): Connection {
  return new Connection({ origin: `http://${host}`, projectID, getAccessToken: () => Promise.resolve("owner") });
}

async function openApp() {
  const { getApps, initializeApp } = await import("firebase-admin/app");
  return getApps()[0] ?? initializeApp();
}
