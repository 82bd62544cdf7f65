// The engine's public interface, for the rules and the service. They import nothing else from this
// folder.
export { FirestoreError } from "./values/errors.ts";
export type { StatusName } from "./values/errors.ts";
export type { Document, Fields, Value } from "./values/values.ts";
export { compareValues, equalValues, valueType, vectorElements } from "./values/value-order.ts";
export type { ValueType } from "./values/value-order.ts";
export { formatTimestamp, normalizeTimestamp, parseTimestamp } from "./values/timestamps.ts";
export { compareUtf8, utf8Bytes } from "./values/utf8.ts";
export { deleteField, getField, mapFields, setField } from "./values/fields.ts";
export { equalFieldPaths, formatFieldPath, isDocumentName, parseFieldPath } from "./values/field-path.ts";
export type { FieldPath } from "./values/field-path.ts";
export {
  checkDatabaseName,
  compareNames,
  documentsRoot,
  lastSegment,
  parentName,
  parseDocumentName,
  parseParentName,
  parseResourceName,
  relativePath,
} from "./values/resource-name.ts";
export type { ResourceName } from "./values/resource-name.ts";
export type * from "./writes/write-messages.ts";
export type * from "./queries/query-messages.ts";
export type * from "./queries/query.ts";
export type * from "./database.ts";
export type { SavedData, SavedDocument } from "./saved-data.ts";
export type * from "./queries/read-options.ts";
export type { ListCollectionIdsOptions, ListCollectionIdsResult } from "./queries/list-collection-ids.ts";
export type { ListDocumentsOptions, ListDocumentsResult } from "./queries/list-documents.ts";
export type { PartitionOptions, PartitionResult } from "./queries/partition-query.ts";
export type { Change, Commit } from "./storage/commit.ts";
export type { TransactionOptions } from "./transactions/transactions.ts";
export type { DocumentMask } from "./values/document-mask.ts";
export type { CommitOptions } from "./writes/commit-writes.ts";
export type { PlannedChange } from "./writes/plan-writes.ts";
export { parseQuery } from "./queries/parse-query.ts";
export { matches } from "./queries/match.ts";
export { compareDocuments } from "./queries/document-order.ts";
export { projectDocument } from "./queries/projection.ts";
export { createEngine } from "./create-engine.ts";
