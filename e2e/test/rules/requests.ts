// Requests as data, and how the real SDK sends each of them.
import {
  collection,
  collectionGroup,
  deleteDoc,
  doc,
  getAggregateFromServer,
  getCountFromServer,
  getDocFromServer,
  getDocsFromServer,
  query,
  runTransaction,
  setDoc,
  sum,
  updateDoc,
  writeBatch,
  type DocumentData,
  type Firestore,
  type Query,
  type QueryConstraint,
} from "firebase/firestore";

export type Write =
  /**
   * `set` replaces or creates, `merge` changes or creates, `update` changes an existing document.
   */
  | { readonly do: "set" | "merge" | "update"; readonly path: string; readonly data: DocumentData }
  | { readonly do: "delete"; readonly path: string };

export type Request =
  | Write
  | { readonly do: "get" | "read in a transaction"; readonly path: string }
  | {
      readonly do: "list" | "count" | "sum";
      readonly of: { readonly path: string } | { readonly group: string };
      readonly by?: readonly QueryConstraint[];
    }
  | { readonly do: "batch" | "transaction"; readonly writes: readonly Write[] };

export function send(firestore: Firestore, request: Request): Promise<unknown> {
  switch (request.do) {
    case "get":
      return getDocFromServer(doc(firestore, request.path));
    case "read in a transaction":
      return runTransaction(firestore, (transaction) => transaction.get(doc(firestore, request.path)), once);
    case "list":
      return getDocsFromServer(queryOf(firestore, request));
    case "count":
      return getCountFromServer(queryOf(firestore, request));
    case "sum":
      return getAggregateFromServer(queryOf(firestore, request), { total: sum("capacity") });
    case "batch": {
      const batch = writeBatch(firestore);
      for (const write of request.writes) add(batch, firestore, write);
      return batch.commit();
    }
    case "transaction":
      return runTransaction(
        firestore,
        async (transaction) => request.writes.forEach((write) => add(transaction, firestore, write)),
        once,
      );
    default:
      return sendWrite(firestore, request);
  }
}

const once = { maxAttempts: 1 };

function sendWrite(firestore: Firestore, write: Write): Promise<void> {
  const reference = doc(firestore, write.path);
  switch (write.do) {
    case "set":
      return setDoc(reference, write.data);
    case "merge":
      return setDoc(reference, write.data, { merge: true });
    case "update":
      return updateDoc(reference, write.data);
    case "delete":
      return deleteDoc(reference);
  }
}

/** The common methods of a batch and a transaction. Only their results differ. */
interface Writes {
  set(reference: ReturnType<typeof doc>, data: DocumentData, options: { merge: boolean }): unknown;
  update(reference: ReturnType<typeof doc>, data: DocumentData): unknown;
  delete(reference: ReturnType<typeof doc>): unknown;
}

function add(writes: Writes, firestore: Firestore, write: Write): void {
  const reference = doc(firestore, write.path);
  if (write.do === "delete") writes.delete(reference);
  else if (write.do === "update") writes.update(reference, write.data);
  else writes.set(reference, write.data, { merge: write.do === "merge" });
}

function queryOf(firestore: Firestore, { of, by = [] }: Extract<Request, { of: unknown }>): Query {
  return query("path" in of ? collection(firestore, of.path) : collectionGroup(firestore, of.group), ...by);
}

/** The documents that a request would change. */
export function changedPaths(request: Request): string[] {
  if ("writes" in request) return request.writes.map(({ path }) => path);
  const isWrite = ["set", "merge", "update", "delete"].includes(request.do);
  return isWrite && "path" in request ? [request.path] : [];
}
