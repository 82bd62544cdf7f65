// What the engine offers to the service: databases that are read, queried, written in atomic commits and watched.
// Everything is ProtoJSON; every refusal is a FirestoreError; documents handed out are never changed afterwards.
import type { Query } from "./queries/query.ts";
import type { DocumentMask, CommitResult, Write } from "./writes/write-protocol.ts";
import type { CursorProtocol, StructuredAggregationQuery, StructuredQuery } from "./queries/query-protocol.ts";
import type { Document, Fields } from "./values/values.ts";

export interface EngineOptions {
  /** Microseconds since 1970. May stand still or go back; the engine's own times do not. */
  nowMicros(): bigint;
  newId(): string;
  /** Calls back once after the delay; the returned function calls it off. The engine has no timers of its own. */
  setTimer(callback: () => void, delayMs: number): () => void;
}

export interface Engine {
  /** The database of that name (`projects/{p}/databases/{d}`), made on first use. */
  database(name: string): Database;
  /** Removes every document; watchers see the deletions, open transactions are ABORTED. */
  clear(databaseName: string): void;
}

/** At most one of the two; none: the present. */
export interface ReadOptions {
  readonly transaction?: string | undefined;
  readonly readTime?: string | undefined;
}

export interface Change {
  readonly name: string;
  readonly before?: Document;
  readonly after?: Document;
}

export interface Commit {
  readonly readTime: string;
  /** At least one; each document once, from its state before the commit to its state after it. */
  readonly changes: readonly Change[];
}

/**
 * One write, worked out but not applied. `before` includes the earlier writes of the same commit; kind `verify` reads only
 * (ask the rules for `get`). A delete of a missing document is planned too, with neither side.
 */
export interface PlannedChange {
  readonly name: string;
  readonly kind: "create" | "update" | "delete" | "verify";
  readonly write: Write;
  readonly before?: Document;
  readonly after?: Document;
}

export interface CommitOptions {
  readonly transaction?: string | undefined;
  /** Called once with everything planned and the instant of the commit; a throw leaves nothing changed. */
  readonly authorize?: ((changes: readonly PlannedChange[], at: string) => void) | undefined;
}

export interface TransactionOptions {
  readonly readOnly?: { readonly readTime?: string | undefined } | undefined;
  readonly retryTransaction?: string | undefined;
}

export interface BatchGetResult {
  /** In the order asked; undefined: there is no such document. */
  readonly documents: readonly (Document | undefined)[];
  readonly readTime: string;
}

export interface QueryResult {
  /** Projected by `select`. */
  readonly documents: readonly Document[];
  readonly skippedResults: number;
  readonly readTime: string;
}

export interface AggregationResult {
  readonly aggregateFields: Fields;
  readonly readTime: string;
}

export interface ListDocumentsOptions extends ReadOptions {
  readonly pageSize?: number | undefined;
  readonly pageToken?: string | undefined;
  readonly orderBy?: string | undefined;
  readonly mask?: DocumentMask | undefined;
  readonly showMissing?: boolean | undefined;
}

export interface ListDocumentsResult {
  /** With `showMissing`, a missing document that has collections below it has a name only. */
  readonly documents: readonly (Document | { readonly name: string })[];
  /** Absent on the last page. */
  readonly nextPageToken?: string;
}

export interface ListCollectionIdsOptions {
  readonly pageSize?: number | undefined;
  readonly pageToken?: string | undefined;
  readonly readTime?: string | undefined;
}

export interface ListCollectionIdsResult {
  readonly collectionIds: readonly string[];
  readonly nextPageToken?: string;
}

export interface PartitionOptions {
  /** How many cuts at most. */
  readonly partitionCount?: string | number | undefined;
  readonly pageSize?: number | undefined;
  readonly pageToken?: string | undefined;
  readonly readTime?: string | undefined;
}

export interface PartitionResult {
  readonly partitions: readonly CursorProtocol[];
  readonly nextPageToken?: string;
}

export interface Database {
  readonly name: string;
  /** Now, or the last commit if that is later. Never goes back; every later commit is later than it. */
  readTime(): string;
  get(name: string): Document | undefined;
  /** The whole documents of a query at present, in order, offset and limit applied, `select` not. For the listen streams. */
  evaluate(query: Query): Document[];
  batchGet(names: readonly string[], options?: ReadOptions): Promise<BatchGetResult>;
  /** `parent`: `.../documents` or a document's name. */
  runQuery(parent: string, query: StructuredQuery, options?: ReadOptions): Promise<QueryResult>;
  runAggregation(parent: string, query: StructuredAggregationQuery, options?: ReadOptions): Promise<AggregationResult>;
  partitionQuery(parent: string, query: StructuredQuery, options?: PartitionOptions): Promise<PartitionResult>;
  listDocuments(parent: string, collectionId: string, options?: ListDocumentsOptions): Promise<ListDocumentsResult>;
  listCollectionIds(parent: string, options?: ListCollectionIdsOptions): ListCollectionIdsResult;
  /**
   * All or nothing. Done before the call returns unless a transaction's lock is in the way; then the promise waits, for 2 s
   * at most, and is ABORTED.
   */
  commit(writes: readonly Write[], options?: CommitOptions): Promise<CommitResult>;
  /** The id is canonical base64, as ProtoJSON writes the protocol's bytes. */
  beginTransaction(options?: TransactionOptions): string;
  rollback(transaction: string): void;
  /**
   * Called synchronously after each commit that changed something, in order; must not throw. Returns the end of the watch.
   */
  watch(onCommit: (commit: Commit) => void): () => void;
}
