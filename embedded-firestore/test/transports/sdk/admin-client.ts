// firebase-admin as a test client, over gRPC.
import { deleteApp, initializeApp } from "firebase-admin/app";
import { FieldValue, initializeFirestore, Timestamp, type Firestore, type Query } from "firebase-admin/firestore";
import { createEventLog } from "./listener.ts";
import type { Data, QuerySpec, TestClient, Transform } from "./test-client.ts";

let apps = 0;

/** Always the administrator: this SDK cannot be anybody else. */
export function connectAdminClient(options: { host: string; project: string }): TestClient {
  apps += 1;
  const app = initializeApp({ projectId: options.project }, `admin-${apps}`);
  const db = initializeFirestore(app);
  db.settings({ host: options.host, ssl: false, customHeaders: { Authorization: "Bearer owner" } });
  return {
    async get(path) {
      return plainOrNull((await db.doc(path).get()).data());
    },
    async write(operations) {
      const batch = db.batch();
      for (const operation of operations) {
        const reference = db.doc(operation.path);
        if (operation.kind === "set")
          batch.set(reference, special(operation.data) as Data, { merge: operation.merge ?? false });
        else if (operation.kind === "update") batch.update(reference, special(operation.data) as Record<string, never>);
        else batch.delete(reference);
      }
      await batch.commit();
    },
    async query(spec) {
      const { docs } = await queryOf(db, spec).get();
      return docs.map((document) => ({ id: document.id, data: plain(document.data()) as Data }));
    },
    async count(spec) {
      return (await queryOf(db, spec).count().get()).data().count;
    },
    addInTransaction: (path, field, by) =>
      db.runTransaction(
        async (transaction) => {
          const snapshot = await transaction.get(db.doc(path));
          transaction.update(snapshot.ref, { [field]: Number(snapshot.get(field)) + by });
        },
        { maxAttempts: 20 },
      ),
    listen(target) {
      const log = createEventLog();
      const onError = (error: Error): void => log.push({ errorCode: String((error as { code?: unknown }).code) });
      const stop =
        "path" in target
          ? db
              .doc(target.path)
              .onSnapshot((snapshot) => log.push({ snapshot: { data: plainOrNull(snapshot.data()) } }), onError)
          : queryOf(db, target.query).onSnapshot((snapshot) => {
              const documents = snapshot.docs.map((document) => ({
                id: document.id,
                data: plain(document.data()) as Data,
              }));
              log.push({ snapshot: { documents } });
            }, onError);
      return Promise.resolve(log.listener(() => Promise.resolve(stop())));
    },
    close: () => deleteApp(app),
  };
}

function queryOf(db: Firestore, spec: QuerySpec): Query {
  let query: Query = spec.isGroup ? db.collectionGroup(spec.collection) : db.collection(spec.collection);
  for (const [field, op, value] of spec.where ?? []) query = query.where(field, op, value);
  for (const [field, direction] of spec.orderBy ?? []) query = query.orderBy(field, direction);
  if (spec.limit !== undefined) query = query.limit(spec.limit);
  if (spec.limitToLast !== undefined) query = query.limitToLast(spec.limitToLast);
  return query;
}

function special(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(special);
  if (typeof value !== "object" || value === null) return value;
  if ("$transform" in value) return transformOf(value as Transform);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, special(entry)]));
}

function transformOf(transform: Transform): FieldValue {
  switch (transform.$transform) {
    case "serverTimestamp":
      return FieldValue.serverTimestamp();
    case "increment":
      return FieldValue.increment(transform.by);
    case "arrayUnion":
      return FieldValue.arrayUnion(...transform.elements);
    case "arrayRemove":
      return FieldValue.arrayRemove(...transform.elements);
    case "delete":
      return FieldValue.delete();
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
