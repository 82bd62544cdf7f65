// A Firestore under the real rules, and each caller's connection to it. FIRESTORE_RULES_HOST names
// another Firestore to attack instead of the embedded one. Changes of a permitted act are restored.
// A refused act changes nothing, which the last test of a suite checks.
import { readFile } from "node:fs/promises";
import { startFirestore, type RunningFirestore } from "@meetogram/embedded-firestore";
import { initializeTestEnvironment, type RulesTestEnvironment } from "@firebase/rules-unit-testing";
import { deleteApp, initializeApp } from "firebase/app";
import {
  connectFirestoreEmulator,
  collectionGroup,
  doc,
  getDocsFromServer,
  getFirestore,
  setLogLevel,
  writeBatch,
  type DocumentData,
  type Firestore,
} from "firebase/firestore";
import { describeCoverage } from "./coverage.ts";
import type { Identity } from "./callers.ts";
import { documentsOf, type Documents, type Scene } from "./scenes.ts";
import { describeTally } from "./tally.ts";

export const projectId = "demo-meetogram-rules";

let embedded: RunningFirestore | undefined;
let environment: RulesTestEnvironment;
let administrator: Firestore;
let address = "";
const connections = new Map<Identity, Firestore>();
let current: { readonly scene: Scene; readonly documents: Documents; readonly setAtMs: number } | undefined;

let opening: Promise<void> | undefined;

/**
 * Opens the Firestore for the calling `describe`. All share one, so that it sums up their coverage.
 */
export function useRulesFirestore(): void {
  before(() => (opening ??= openFirestore()));
}

async function openFirestore(): Promise<void> {
  // The SDK warns of each denial, and these tests are about denials.
  setLogLevel("silent");
  const rules = await readFile(new URL("../../../firestore.rules", import.meta.url), "utf8");
  const running = process.env["FIRESTORE_RULES_HOST"];
  embedded = running ? undefined : await startFirestore({ port: 0, rules });
  address = running ?? embedded?.host ?? "";
  const [host = "", port] = address.split(":");
  environment = await initializeTestEnvironment({ projectId, firestore: { host, port: Number(port), rules } });
  administrator = getFirestore(initializeApp({ projectId }, "administrator"));
  connectFirestoreEmulator(administrator, host, Number(port), { mockUserToken: "owner" });
}

/**
 * Closes the Firestore, if it was opened. Prints the counts of the attacks, and what they have not
 * covered.
 */
export async function closeRulesFirestore(): Promise<void> {
  if (opening === undefined) return;
  await opening;
  const lines = [...describeTally(), ...(embedded ? describeCoverage(embedded, projectId) : [])];
  process.stdout.write(`${lines.join("\n")}\n`);
  await deleteApp(administrator.app);
  await environment.cleanup();
  await embedded?.close();
}

/** The URL of the documents for plain HTTP. */
export function documentsUrl(): string {
  return `http://${address}/v1/projects/${projectId}/databases/(default)/documents`;
}

/** The Firestore as the holder of the token sees it. */
export function connectAs(identity: Identity): Firestore {
  const existing = connections.get(identity);
  if (existing) return existing;
  const { uid, claims } = identity;
  const context =
    uid === undefined ? environment.unauthenticatedContext() : environment.authenticatedContext(uid, { ...claims });
  const firestore = context.firestore() as unknown as Firestore;
  connections.set(identity, firestore);
  return firestore;
}

/** While these have passed, a lease that has just expired is not yet a lapsed one. */
const scenesLastMs = 15_000;

/** Sets up a scene, unless it is set up already and its times are still valid. */
export async function setScene(scene: Scene): Promise<void> {
  if (current?.scene === scene && Date.now() - current.setAtMs < scenesLastMs) return;
  await resetScene(scene);
}

export async function resetScene(scene: Scene): Promise<void> {
  await environment.clearFirestore();
  current = { scene, documents: documentsOf(scene), setAtMs: Date.now() };
  await setDocuments(current.documents);
}

/** What a document of the scene holds before an attack. */
export function contentOf(path: string): DocumentData | undefined {
  return current?.documents[path];
}

/** Restores documents to their content in the scene. */
export function restore(paths: readonly string[]): Promise<void> {
  return setDocuments(Object.fromEntries(paths.map((path) => [path, contentOf(path) ?? null])));
}

/** Changes documents as only the server or time can. Null deletes one. */
export async function setDocuments(documents: Readonly<Record<string, DocumentData | null>>): Promise<void> {
  const batch = writeBatch(administrator);
  for (const [path, data] of Object.entries(documents)) {
    if (data === null) batch.delete(doc(administrator, path));
    else batch.set(doc(administrator, path), data);
  }
  await batch.commit();
}

/** Every stored document. */
export async function readAllDocuments(): Promise<Documents> {
  const names = ["rooms", "users", "inbox", "private", "anything", "chat", "notes", "room"];
  const found = await Promise.all(names.map((name) => getDocsFromServer(collectionGroup(administrator, name))));
  return Object.fromEntries(found.flatMap(({ docs }) => docs.map((document) => [document.ref.path, document.data()])));
}

/** Every document that the scene started with. */
export function expectedDocuments(): Documents {
  return current?.documents ?? {};
}
