// What the shared suite asks of a client, whatever SDK is behind it and wherever that SDK runs. Everything is plain JSON, so
// that it crosses the border into a browser page.

export type Data = Record<string, unknown>;

/** Stands for a value that the server works out: `{ $transform: "serverTimestamp" }`. */
export type Transform =
  | { $transform: "serverTimestamp" }
  | { $transform: "increment"; by: number }
  | { $transform: "arrayUnion" | "arrayRemove"; elements: unknown[] }
  | { $transform: "delete" };

export type Operation =
  | { kind: "set"; path: string; data: Data; merge?: boolean }
  | { kind: "update"; path: string; data: Data }
  | { kind: "delete"; path: string };

export interface QuerySpec {
  collection: string;
  isGroup?: boolean;
  where?: [field: string, op: "==" | "<" | "<=" | ">" | ">=" | "!=" | "in" | "array-contains", value: unknown][];
  orderBy?: [field: string, direction: "asc" | "desc"][];
  limit?: number;
  limitToLast?: number;
}

export interface Listed {
  id: string;
  data: Data;
}

export type Target = { path: string } | { query: QuerySpec };

/** A document listener sees `data` (null: missing), a query listener `documents`. */
export interface Snapshot {
  data?: Data | null;
  documents?: Listed[];
}

export type ListenEvent = { snapshot: Snapshot } | { errorCode: string };

export interface Listener {
  /** The first event from now on, or still unread, that fits. */
  until(fits: (event: ListenEvent) => boolean): Promise<ListenEvent>;
  /** Every event seen so far. */
  readonly events: readonly ListenEvent[];
  stop(): Promise<void>;
}

export interface TestClient {
  /** Null: there is no such document. Timestamps come as ISO strings. */
  get(path: string): Promise<Data | null>;
  /** One commit. Rejects with an error whose `code` is the SDK's. */
  write(operations: Operation[]): Promise<void>;
  query(spec: QuerySpec): Promise<Listed[]>;
  count(spec: QuerySpec): Promise<number>;
  /** Adds to a field in a transaction, retried by the SDK. */
  addInTransaction(path: string, field: string, by: number): Promise<void>;
  listen(target: Target): Promise<Listener>;
  close(): Promise<void>;
}

export interface ConnectOptions {
  project: string;
  /** The administrator, somebody signed in, or nobody. */
  as: "owner" | { uid: string } | null;
}

/** gRPC's number, or the client SDK's word. */
export function isDenied(code: unknown): boolean {
  return code === 7 || code === "7" || code === "permission-denied";
}
