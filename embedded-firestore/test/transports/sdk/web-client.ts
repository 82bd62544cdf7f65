// The Firebase JS SDK as a test client. The same file runs in Node (over gRPC) and, bundled, in a
// page (over WebChannel).
import { deleteApp, initializeApp } from "firebase/app";
import {
  arrayRemove,
  arrayUnion,
  collection,
  collectionGroup,
  connectFirestoreEmulator,
  deleteField,
  disableNetwork,
  doc,
  enableNetwork,
  getCountFromServer,
  getDocFromServer,
  getDocsFromServer,
  increment,
  initializeFirestore,
  limit,
  limitToLast,
  onSnapshot,
  orderBy,
  query,
  runTransaction,
  serverTimestamp,
  setLogLevel,
  terminate,
  Timestamp,
  where,
  writeBatch,
  type Firestore,
  type FirestoreError,
  type Query,
  type QueryDocumentSnapshot,
  type SnapshotMetadata,
} from "firebase/firestore";
import { createEventLog } from "./listener.ts";
import type {
  ConnectOptions,
  Data,
  Listed,
  ListenEvent,
  Operation,
  QuerySpec,
  Snapshot,
  Target,
  TestClient,
  Transform,
} from "./test-client.ts";

export interface WebClient extends TestClient {
  /** Ends the streams. Listeners resume when the client is online again. */
  goOffline(): Promise<void>;
  goOnline(): Promise<void>;
  /** Reports each event with a callback. `listen` uses it. */
  subscribe(target: Target, report: (event: ListenEvent) => void): () => void;
}

export interface WebConnectOptions extends ConnectOptions {
  host: string;
  port: number;
  forceLongPolling?: boolean;
}

let apps = 0;

export function connectWebClient(options: WebConnectOptions): WebClient {
  setLogLevel("silent");
  apps += 1;
  const app = initializeApp({ projectId: options.project, apiKey: "none" }, `app-${apps}`);
  const settings = options.forceLongPolling ? { experimentalForceLongPolling: true } : {};
  const db = initializeFirestore(app, settings);
  connectFirestoreEmulator(db, options.host, options.port, mockUserOf(options.as));

  /** Skips cached and pending states, and repeated states of the server. */
  const subscribe: WebClient["subscribe"] = (target, report) => {
    const options = { includeMetadataChanges: true };
    let last = "";
    const tell = (metadata: SnapshotMetadata, snapshot: Snapshot): void => {
      const said = JSON.stringify(snapshot);
      if (metadata.fromCache || metadata.hasPendingWrites || said === last) return;
      last = said;
      report({ snapshot });
    };
    const onError = (error: FirestoreError): void => report({ errorCode: error.code });
    return "path" in target
      ? onSnapshot(
          doc(db, target.path),
          options,
          (snapshot) => tell(snapshot.metadata, { data: plainOrNull(snapshot.data()) }),
          onError,
        )
      : onSnapshot(
          queryOf(db, target.query),
          options,
          ({ docs, metadata }) => tell(metadata, { documents: docs.map(listed) }),
          onError,
        );
  };

  return {
    async get(path) {
      return plainOrNull((await getDocFromServer(doc(db, path))).data());
    },
    async write(operations) {
      const batch = writeBatch(db);
      for (const operation of operations) addOperation(operation);
      await batch.commit();

      function addOperation(operation: Operation): void {
        const reference = doc(db, operation.path);
        if (operation.kind === "set")
          batch.set(reference, special(operation.data) as Data, { merge: operation.merge ?? false });
        else if (operation.kind === "update") batch.update(reference, special(operation.data) as Record<string, never>);
        else batch.delete(reference);
      }
    },
    async query(spec) {
      const { docs } = await getDocsFromServer(queryOf(db, spec));
      return docs.map(listed);
    },
    async count(spec) {
      return (await getCountFromServer(queryOf(db, spec))).data().count;
    },
    addInTransaction: (path, field, by) =>
      runTransaction(db, async (transaction) => {
        const snapshot = await transaction.get(doc(db, path));
        transaction.update(snapshot.ref, { [field]: Number(snapshot.get(field)) + by });
      }),
    subscribe,
    listen(target) {
      const log = createEventLog();
      const unsubscribe = subscribe(target, (event) => log.push(event));
      return Promise.resolve(log.listener(() => Promise.resolve(unsubscribe())));
    },
    goOffline: () => disableNetwork(db),
    goOnline: () => enableNetwork(db),
    async close() {
      await terminate(db);
      await deleteApp(app);
    },
  };
}

function listed(document: QueryDocumentSnapshot): Listed {
  return { id: document.id, data: plain(document.data()) as Data };
}

function mockUserOf(as: ConnectOptions["as"]): { mockUserToken?: string | { sub: string } } {
  if (as === null) return {};
  return { mockUserToken: as === "owner" ? "owner" : { sub: as.uid } };
}

function queryOf(db: Firestore, spec: QuerySpec): Query {
  const source = spec.isGroup ? collectionGroup(db, spec.collection) : collection(db, spec.collection);
  return query(
    source,
    ...(spec.where ?? []).map(([field, op, value]) => where(field, op, value)),
    ...(spec.orderBy ?? []).map(([field, direction]) => orderBy(field, direction)),
    ...(spec.limit === undefined ? [] : [limit(spec.limit)]),
    ...(spec.limitToLast === undefined ? [] : [limitToLast(spec.limitToLast)]),
  );
}

/** Replaces transform markers with the values of the SDK. */
function special(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(special);
  if (typeof value !== "object" || value === null) return value;
  if ("$transform" in value) return transformOf(value as Transform);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, special(entry)]));
}

function transformOf(transform: Transform): unknown {
  switch (transform.$transform) {
    case "serverTimestamp":
      return serverTimestamp();
    case "increment":
      return increment(transform.by);
    case "arrayUnion":
      return arrayUnion(...transform.elements);
    case "arrayRemove":
      return arrayRemove(...transform.elements);
    case "delete":
      return deleteField();
  }
}

function plain(value: unknown): unknown {
  if (value instanceof Timestamp) return value.toDate().toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]));
}

function plainOrNull(data: Data | undefined): Data | null {
  return data === undefined ? null : (plain(data) as Data);
}

export type Settled<T> = { value: T } | { code: string; message: string };

export async function settle<T>(promise: Promise<T>): Promise<Settled<T>> {
  try {
    return { value: await promise };
  } catch (error) {
    const { code, message } = error as FirestoreError;
    return { code, message };
  }
}
