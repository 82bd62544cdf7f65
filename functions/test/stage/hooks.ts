// One Firestore and one Auth emulator for the whole run, on free ports. Their addresses are in the environment before any test
// asks a function, because the Admin SDK reads them once.
import { readFile } from "node:fs/promises";
import type { Server } from "node:http";
import { startFirestore, type RunningFirestore } from "@meetogram/embedded-firestore";
import { deleteApp, getApps } from "firebase-admin/app";
import { startAuth } from "./auth-emulator.ts";

let firestore: RunningFirestore;
let auth: Server;

export const mochaHooks = {
  async beforeAll(this: Mocha.Context): Promise<void> {
    // Loading the Auth emulator takes seconds on a busy machine.
    this.timeout(120_000);
    process.env["GCLOUD_PROJECT"] = "demo-meetogram";
    const rules = await readFile(new URL("../../../firestore.rules", import.meta.url), "utf8");
    firestore = await startFirestore({ port: 0, rules });
    process.env["FIRESTORE_EMULATOR_HOST"] = firestore.host;
    auth = await startAuth("demo-meetogram");
    const address = auth.address();
    process.env["FIREBASE_AUTH_EMULATOR_HOST"] =
      typeof address === "object" && address ? `127.0.0.1:${address.port}` : "";
  },

  async afterAll(): Promise<void> {
    await Promise.all(getApps().map((app) => deleteApp(app)));
    auth.closeAllConnections();
    auth.close();
    await firestore.close();
  },
};
