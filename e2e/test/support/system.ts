// The whole system on free ports. It starts when a test first needs it, and all tests share it.
import type { DocumentChange } from "@meetogram/embedded-firestore";
import { initializeApp, deleteApp, type App } from "firebase-admin/app";
import { getFirestore, type Firestore } from "firebase-admin/firestore";
import { projectID } from "../../../scripts/system/local-config.ts";
import { findFreePort, findFreePorts, type Ports } from "../../../scripts/system/ports.ts";
import { startSystem, type System } from "../../../scripts/system/start-system.ts";
import { startProxy, type Proxy } from "./network/proxy.ts";

export interface RunningSystem extends System {
  readonly ports: Ports;
  /** Every page reaches Firestore through it. The functions and the administrator do not. */
  readonly firestoreProxy: Proxy;
  /** Another site, whose server a test may start. It may show a room in a frame. */
  readonly embedderPort: number;
  /** Firestore as the administrator, to inspect it or to arrange it (an expired room). */
  readonly firestore: Firestore;
  /** What the embedded Firestore has denied so far. */
  readonly denials: string[];
  /** Calls the listener for each document written or deleted. Returns the unsubscribe function. */
  onChange(listener: (change: DocumentChange) => void): () => void;
}

let starting: Promise<RunningSystem> | null = null;
let app: App | null = null;

async function start(): Promise<RunningSystem> {
  const ports = await findFreePorts();
  const embedderPort = await findFreePort();
  const denials: string[] = [];
  const listeners = new Set<(change: DocumentChange) => void>();
  const firestoreProxy = await startProxy(ports.firestore);
  const system = await startSystem({
    ports,
    pagePorts: { firestore: firestoreProxy.port },
    embedders: [`http://localhost:${embedderPort}`],
    official: process.env["FIRESTORE_OFFICIAL"] === "1" ? {} : undefined,
    onDenied: (explanation) => denials.push(explanation),
    onCommit: (changes) => changes.forEach((change) => listeners.forEach((listener) => listener(change))),
  }).catch(async (error: unknown) => {
    await firestoreProxy.close();
    throw error;
  });
  process.env["FIRESTORE_EMULATOR_HOST"] = `127.0.0.1:${ports.firestore}`;
  app = initializeApp({ projectId: projectID }, "e2e");
  return {
    ...system,
    ports,
    embedderPort,
    firestoreProxy,
    denials,
    firestore: getFirestore(app),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function getSystem(): Promise<RunningSystem> {
  return (starting ??= start());
}

/** For the `describe` of a suite: the slow start does not count against its first test. */
export function useSystem(): void {
  before(async () => {
    await getSystem();
  });
}

export async function stopSystem(): Promise<void> {
  if (starting === null) return;
  const system = await starting;
  if (app !== null) await deleteApp(app);
  await system.firestoreProxy.close();
  await system.stop();
}
