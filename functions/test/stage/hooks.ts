// One Firestore and one Auth emulator for the whole run, on free ports. The Admin SDK reads their
// addresses from the environment once, so they are set before the first request.
import { readFile } from "node:fs/promises";
import type { Server } from "node:http";
import { startFirestore, type RunningFirestore } from "@meetogram/embedded-firestore";
import { deleteApp, getApps } from "firebase-admin/app";
import { closeImitation } from "./app-check.ts";
import { startAuth } from "./auth-emulator.ts";
import { silenceRequests } from "./log.ts";

let firestore: RunningFirestore;
let auth: Server | undefined;
let unsilence: () => void;

const projectId = "demo-meetogram";

/** Of everybody so far, as Firestore would bill them. */
export const operations = { reads: 0, writes: 0, deletes: 0 };

/**
 * Starts Firestore only. Without an Auth emulator the functions still create tokens, but nobody can
 * sign in with them.
 */
export async function startFirestoreForFunctions(): Promise<void> {
  unsilence = silenceRequests();
  process.env["GCLOUD_PROJECT"] = projectId;
  const rules = await readFile(new URL("../../../firestore.rules", import.meta.url), "utf8");
  firestore = await startFirestore({ port: 0, rules, onRead: () => void (operations.reads += 1) });
  firestore.watch((changes) => {
    for (const { kind } of changes) operations[kind === "delete" ? "deletes" : "writes"] += 1;
  }, projectId);
  process.env["FIRESTORE_EMULATOR_HOST"] = firestore.host;
  process.env["FIREBASE_AUTH_EMULATOR_HOST"] = "127.0.0.1:1";
}

export async function stopEmulators(): Promise<void> {
  await Promise.all(getApps().map((app) => deleteApp(app)));
  auth?.closeAllConnections();
  auth?.close();
  await closeImitation();
  await firestore.close();
  unsilence();
}

export const mochaHooks = {
  async beforeAll(this: Mocha.Context): Promise<void> {
    // Loading the Auth emulator takes seconds on a busy machine.
    this.timeout(120_000);
    await startFirestoreForFunctions();
    auth = await startAuth(projectId);
    const address = auth.address();
    process.env["FIREBASE_AUTH_EMULATOR_HOST"] =
      typeof address === "object" && address ? `127.0.0.1:${address.port}` : "";
  },

  afterAll: stopEmulators,
};
