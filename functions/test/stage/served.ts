// Runs the system as `npm start` does, for the time of a task, and collects the output of its
// processes.
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { deleteApp, initializeApp } from "firebase-admin/app";
import { initializeFirestore, type Firestore } from "firebase-admin/firestore";
import { findFreePorts, type Ports } from "../../../scripts/system/ports.ts";
import { root, startSystem } from "../../../scripts/system/start-system.ts";

export interface Served {
  readonly url: string;
  /** The administrator's. */
  readonly firestore: Firestore;
  readonly ports: Ports;
}

const lastWords = "Stopping Logging Emulator";
const flushedWithinMs = 10_000;

/**
 * Resolves to the whole standard output and error of the Emulator Suite and the functions'
 * processes.
 */
export async function logWhileServing(task: (served: Served) => Promise<void>): Promise<string> {
  const ports = await findFreePorts();
  const file = join(root, ".local", `emulators-${ports.hosting}.log`);
  // The Suite starts its own Auth emulator.
  const restore = setEnvironment({ FIREBASE_AUTH_EMULATOR_HOST: undefined });
  const system = await startSystem({ ports }).finally(restore);
  const app = initializeApp({}, `served at ${ports.firestore}`);
  try {
    const restoreHost = setEnvironment({ FIRESTORE_EMULATOR_HOST: `127.0.0.1:${ports.firestore}` });
    const firestore = initializeFirestore(app, {});
    restoreHost();
    await task({ url: system.url, firestore, ports });
  } finally {
    await deleteApp(app);
    await system.stop();
  }
  const log = await readToEnd(file);
  await rm(file);
  return log;
}

/** The file may still grow after the process has ended. */
async function readToEnd(file: string): Promise<string> {
  const deadline = Date.now() + flushedWithinMs;
  for (;;) {
    const log = await readFile(file, "utf8");
    if (log.includes(lastWords)) return log;
    if (Date.now() > deadline) throw new Error(`The log has no end:\n${log.slice(-2_000)}`);
    await setImmediate();
  }
}

/** Returns what sets it back. */
export function setEnvironment(changes: Readonly<Record<string, string | undefined>>): () => void {
  const before = Object.keys(changes).map((name) => [name, process.env[name]] as const);
  const set = (entries: Iterable<readonly [string, string | undefined]>): void => {
    for (const [name, value] of entries) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
  set(Object.entries(changes));
  return () => set(before);
}
