// PartitionQuery: names that split the result of a collection group into parts of similar size.
import { compareDocuments } from "./document-order.ts";
import { FirestoreError } from "../values/errors.ts";
import { isDocumentName } from "../values/field-path.ts";
import { decodePageToken, encodePageToken } from "./page-token.ts";
import type { Query } from "./query.ts";
import type { CursorMessage } from "./query-messages.ts";
import type { Snapshot } from "../storage/snapshot.ts";

export interface PartitionOptions {
  /** The maximum number of partition points. */
  readonly partitionCount?: string | number | undefined;
  readonly pageSize?: number | undefined;
  readonly pageToken?: string | undefined;
  readonly readTime?: string | undefined;
}

export interface PartitionResult {
  readonly partitions: readonly CursorMessage[];
  readonly nextPageToken?: string;
}

/** The protocol allows only whole collection groups, ordered by name. */
export function checkPartitionable(query: Query): void {
  const isWhole =
    !query.filter &&
    !query.startAt &&
    !query.endAt &&
    query.limit === undefined &&
    query.offset === 0 &&
    !query.findNearest;
  const [order] = query.orderBy;
  const isByName = order !== undefined && isDocumentName(order.path) && order.direction === "ASCENDING";
  if (!query.allDescendants || query.collectionId === undefined || !isWhole || !isByName) {
    throw invalid("Only a whole collection group, ordered by __name__ ascending, can be partitioned.");
  }
}

/**
 * Each partition point is the first name of the next part. Returns fewer points than requested if
 * there are not enough documents.
 */
export function partition(query: Query, snapshot: Snapshot, options: PartitionOptions): PartitionResult {
  const count = Number(options.partitionCount ?? 0);
  if (!Number.isInteger(count) || count <= 0) throw invalid("partition_count must be greater than zero.");
  const documents = [...snapshot.documents(query)].sort((a, b) => compareDocuments(query, a, b));
  const cuts = Math.min(count, documents.length - 1);
  const names = Array.from({ length: Math.max(0, cuts) }, (_none, index) => {
    return documents[Math.round(((index + 1) * documents.length) / (cuts + 1))]?.name ?? "";
  });
  const start = Number(decodePageToken(options.pageToken) ?? 0);
  const end = options.pageSize ? start + options.pageSize : names.length;
  return {
    partitions: names.slice(start, end).map((name) => ({ values: [{ referenceValue: name }], before: true })),
    ...(end < names.length ? { nextPageToken: encodePageToken(end) } : {}),
  };
}

function invalid(message: string): FirestoreError {
  return new FirestoreError("INVALID_ARGUMENT", message);
}
