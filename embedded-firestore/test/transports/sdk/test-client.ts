// The client interface of the shared suite, for any SDK in any environment. All data is plain JSON,
// so that it can cross into a browser page.

export type Data = Record<string, unknown>;

/** A value that the server computes: `{ $transform: "serverTimestamp" }`. */
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

/** A document listener sees `data` (null: missing), a query listener sees `documents`. */
export interface Snapshot {
  data?: Data | null;
  documents?: Listed[];
}

export type ListenEvent = { snapshot: Snapshot } | { errorCode: string };

export interface Listener {
  /** The first unread or future event that fits. */
  until(fits: (event: ListenEvent) => boolean): Promise<ListenEvent>;
  /** All events so far. */
  readonly events: readonly ListenEvent[];
  stop(): Promise<void>;
}

export interface TestClient {
  /** Null if the document does not exist. Timestamps are ISO strings. */
  get(path: string): Promise<Data | null>;
  /** One commit. Rejects with an error whose `code` is the SDK's. */
  write(operations: Operation[]): Promise<void>;
  query(spec: QuerySpec): Promise<Listed[]>;
  count(spec: QuerySpec): Promise<number>;
  /** Adds to a field in a transaction. The SDK retries it. */
  addInTransaction(path: string, field: string, by: number): Promise<void>;
  listen(target: Target): Promise<Listener>;
  close(): Promise<void>;
}

export interface ConnectOptions {
  project: string;
  /** The administrator, a signed-in user, or nobody. */
  as: "owner" | { uid: string } | null;
}

/** The gRPC number or the web SDK's code. */
export function isDenied(code: unknown): boolean {
  return code === 7 || code === "7" || code === "permission-denied";
}
