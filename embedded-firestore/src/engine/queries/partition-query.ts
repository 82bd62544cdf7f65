// PartitionQuery: names at which the result of a collection group can be cut into parts of about the same size.
import { compareDocuments } from "./document-order.ts";
import { FirestoreError } from "../values/errors.ts";
import { isDocumentName } from "../values/field-path.ts";
import { decodePageToken, encodePageToken } from "./page-token.ts";
import type { Query } from "./query.ts";
import type { CursorProtocol } from "./query-protocol.ts";
import type { Snapshot } from "../storage/snapshot.ts";

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

/** The protocol lets whole collection groups be cut, in the order of their names, and nothing else. */
export function checkPartitioned(query: Query): void {
  const isWhole =
    !query.filter &&
    !query.startAt &&
    !query.endAt &&
    query.limit === undefined &&
    query.offset === 0 &&
    !query.nearest;
  const [order] = query.orderBy;
  const isByName = order !== undefined && isDocumentName(order.path) && order.direction === "ASCENDING";
  if (!query.allDescendants || query.collectionId === undefined || !isWhole || !isByName) {
    throw invalid("Only a whole collection group, ordered by __name__ ascending, can be partitioned.");
  }
}

/** Each cut is the first name of the part behind it; fewer than asked when there are not enough documents. */
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
