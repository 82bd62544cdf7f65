// One room with everybody in it who could ask for something, on a Firestore under the real rules. It is set up anew before each
// test. FIRESTORE_RULES_HOST, where set, names the Firestore to attack instead of the embedded one.
import { readFile } from "node:fs/promises";
import { limits, paths } from "@meetogram/contract";
import { startFirestore, type RunningFirestore } from "@meetogram/embedded-firestore";
import { initializeTestEnvironment, type RulesTestEnvironment } from "@firebase/rules-unit-testing";
import { deleteApp, initializeApp } from "firebase/app";
import {
  connectFirestoreEmulator,
  doc,
  getFirestore,
  setLogLevel,
  Timestamp,
  writeBatch,
  type DocumentData,
  type Firestore,
} from "firebase/firestore";
import { describeCoverage } from "./coverage.ts";
import { elsewhere, identityOf, room, seats, type Caller } from "./cast.ts";

const projectId = "demo-meetogram-rules";

let embedded: RunningFirestore | undefined;
let environment: RulesTestEnvironment;
let administrator: Firestore;
const connections = new Map<Caller, Firestore>();

let opening: Promise<void> | undefined;

/** Sets the stage for every test of the calling `describe`. One Firestore serves them all, so that its coverage is the sum. */
export function useStage(): void {
  before(() => (opening ??= openStage()));
  beforeEach(setUp);
}

async function openStage(): Promise<void> {
  // The SDK warns of each denial, and denials are what these tests are about.
  setLogLevel("silent");
  const rules = await readFile(new URL("../../../firestore.rules", import.meta.url), "utf8");
  const running = process.env["FIRESTORE_RULES_HOST"];
  embedded = running ? undefined : await startFirestore({ port: 0, rules });
  const [host = "", port] = (running ?? embedded?.host ?? "").split(":");
  environment = await initializeTestEnvironment({
    projectId,
    firestore: { host, port: Number(port), rules },
  });
  administrator = getFirestore(initializeApp({ projectId }, "administrator"));
  connectFirestoreEmulator(administrator, host, Number(port), { mockUserToken: "owner" });
}

/** Ends what the first test has opened; prints what the rules' attacks have left untried. */
export async function closeStage(): Promise<void> {
  if (opening === undefined) return;
  await opening;
  if (embedded) process.stdout.write(`${describeCoverage(embedded, projectId).join("\n")}\n`);
  await deleteApp(administrator.app);
  await environment.cleanup();
  await embedded?.close();
}

/** The Firestore as one of the cast sees it. */
export function as(caller: Caller): Firestore {
  const existing = connections.get(caller);
  if (existing) {
    return existing;
  }
  const { uid, claims } = identityOf(caller);
  const context =
    uid === undefined ? environment.unauthenticatedContext() : environment.authenticatedContext(uid, claims);
  const firestore = context.firestore() as unknown as Firestore;
  connections.set(caller, firestore);
  return firestore;
}

/** Changes documents as only the server or the passing of time would. */
export async function arrange(documents: Readonly<Record<string, DocumentData | null>>): Promise<void> {
  const batch = writeBatch(administrator);
  for (const [path, data] of Object.entries(documents)) {
    if (data === null) {
      batch.delete(doc(administrator, path));
    } else {
      batch.set(doc(administrator, path), data, { merge: true });
    }
  }
  await batch.commit();
}

export function inMinutes(minutes: number): Timestamp {
  return Timestamp.fromMillis(Date.now() + minutes * 60_000);
}

export const message = "message";

async function setUp(): Promise<void> {
  await environment.clearFirestore();
  const documents: Record<string, DocumentData> = {
    [paths.room(room)]: openRoom(),
    [paths.room(elsewhere)]: openRoom(),
    [paths.secret(room)]: { hostKeyHash: "hash", passwordHash: null },
  };
  for (const { room: where, participant, session, joinedAtMs, isActive, role } of Object.values(seats)) {
    documents[paths.user(where, participant)] = {
      constraints: { audio: true, video: true, screen: false },
      isActive,
      session,
      joinedAt: Timestamp.fromMillis(joinedAtMs),
      leaseUntil: Timestamp.fromMillis(Date.now() + limits.leaseMs),
      role,
      name: null,
    };
    documents[`${paths.inbox(where, participant)}/${message}`] = { from: "somebody", payload: "sealed" };
  }
  await arrange(documents);
}

function openRoom(): DocumentData {
  return {
    createdAt: inMinutes(-5),
    expireAt: inMinutes(5),
    enteredAt: null,
    capacity: 8,
    isLocked: false,
    isProtected: false,
    emptyMinutes: 60,
    removed: [seats.moved.participant],
    hosts: [seats.host.participant],
  };
}
