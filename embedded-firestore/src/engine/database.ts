// What the engine offers to the service: databases that are read, queried, written in atomic commits and watched.
// Everything is ProtoJSON; every refusal is a FirestoreError; documents handed out are never changed afterwards.
import type { ListCollectionIdsOptions, ListCollectionIdsResult } from "./queries/list-collection-ids.ts";
import type { ListDocumentsOptions, ListDocumentsResult } from "./queries/list-documents.ts";
import type { PartitionOptions, PartitionResult } from "./queries/partition-query.ts";
import type { Query } from "./queries/query.ts";
import type { StructuredAggregationQuery, StructuredQuery } from "./queries/query-protocol.ts";
import type { ReadOptions } from "./queries/read-options.ts";
import type { Commit } from "./storage/commit.ts";
import type { SetTimer } from "./transactions/set-timer.ts";
import type { TransactionOptions } from "./transactions/transactions.ts";
import type { Document, Fields } from "./values/values.ts";
import type { CommitOptions } from "./writes/commit-writes.ts";
import type { CommitResult, Write } from "./writes/write-protocol.ts";

export interface EngineOptions {
  /** Microseconds since 1970. May stand still or go back; the engine's own times do not. */
  nowMicros(): bigint;
  newId(): string;
  /** The engine has no timers of its own. */
  readonly setTimer: SetTimer;
}

export interface Engine {
  /** The database of that name (`projects/{p}/databases/{d}`), made on first use. */
  database(name: string): Database;
  /** Removes every document; watchers see the deletions, open transactions are ABORTED. */
  clear(databaseName: string): void;
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
