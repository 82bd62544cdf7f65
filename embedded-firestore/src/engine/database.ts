// The engine's interface to the service: read, query, commit and watch databases. All data is
// ProtoJSON. All rejections are FirestoreErrors. A document that was handed out never changes.
import type { ListCollectionIdsOptions, ListCollectionIdsResult } from "./queries/list-collection-ids.ts";
import type { ListDocumentsOptions, ListDocumentsResult } from "./queries/list-documents.ts";
import type { PartitionOptions, PartitionResult } from "./queries/partition-query.ts";
import type { Query } from "./queries/query.ts";
import type { StructuredAggregationQuery, StructuredQuery } from "./queries/query-messages.ts";
import type { ReadOptions } from "./queries/read-options.ts";
import type { SavedData } from "./saved-data.ts";
import type { Commit } from "./storage/commit.ts";
import type { Defer, SetTimer } from "./transactions/set-timer.ts";
import type { TransactionOptions } from "./transactions/transactions.ts";
import type { Document, Fields } from "./values/values.ts";
import type { CommitOptions } from "./writes/commit-writes.ts";
import type { CommitResult, Write } from "./writes/write-messages.ts";

export interface EngineOptions {
  /** Microseconds since 1970. May stand still or go back; the engine's own times never go back. */
  nowMicros(): bigint;
  newId(): string;
  /** The engine has no timers of its own. */
  readonly setTimer: SetTimer;
  /** Absent: calls back at once. */
  readonly defer?: Defer;
}

export interface Engine {
  /** The database with that name (`projects/{p}/databases/{d}`), created on first use. */
  database(name: string): Database;
  /** Deletes every document. Watchers see the deletions; open transactions fail with ABORTED. */
  clear(databaseName: string): void;
  /** Of the databases that somebody has asked for. */
  databaseNames(): string[];
  /** All documents of all databases. */
  save(): SavedData;
  /** Adds documents with their times, before anybody uses the engine. Throws INVALID_ARGUMENT. */
  restore(data: SavedData): void;
}

export interface BatchGetResult {
  /** In the order of the request. Undefined: the document does not exist. */
  readonly documents: readonly (Document | undefined)[];
  readonly readTime: string;
}

export interface QueryResult {
  /** Reduced to the fields of `select`. */
  readonly documents: readonly Document[];
  readonly skippedResults: number;
  readonly readTime: string;
}

export interface AggregationResult {
  readonly aggregateFields: Fields;
  readonly readTime: string;
}

export interface Database {
  readonly name: string;
  /**
   * The current time, or the time of the last commit if that is later. Never goes back, and every
   * later commit gets a later time.
   */
  readTime(): string;
  get(name: string): Document | undefined;
  /**
   * The current result of a query, in order. Applies offset and limit, but not `select`. For
   * Listen.
   */
  evaluate(query: Query): Document[];
  batchGet(names: readonly string[], options?: ReadOptions): Promise<BatchGetResult>;
  /** `parent`: `.../documents` or a document's name. */
  runQuery(parent: string, query: StructuredQuery, options?: ReadOptions): Promise<QueryResult>;
  runAggregation(parent: string, query: StructuredAggregationQuery, options?: ReadOptions): Promise<AggregationResult>;
  partitionQuery(parent: string, query: StructuredQuery, options?: PartitionOptions): Promise<PartitionResult>;
  listDocuments(parent: string, collectionId: string, options?: ListDocumentsOptions): Promise<ListDocumentsResult>;
  listCollectionIds(parent: string, options?: ListCollectionIdsOptions): ListCollectionIdsResult;
  /**
   * Atomic. Completes before the call returns unless a transaction holds a conflicting lock. In
   * that case the promise waits for up to 2 s and then rejects with ABORTED.
   */
  commit(writes: readonly Write[], options?: CommitOptions): Promise<CommitResult>;
  /** Returns the id in canonical base64, as ProtoJSON encodes bytes. */
  beginTransaction(options?: TransactionOptions): string;
  rollback(transaction: string): void;
  /**
   * Calls back synchronously after each commit that changed something, in commit order. The
   * callback must not throw. Returns a function that stops watching.
   */
  watch(onCommit: (commit: Commit) => void): () => void;
}
