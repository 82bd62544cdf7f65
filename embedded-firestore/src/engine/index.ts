// The engine's face to the rules and the service. Nothing else in this folder is imported from outside.
export { FirestoreError } from "./errors.ts";
export type { StatusName } from "./errors.ts";
export type { Document, Fields, Value } from "./values.ts";
export { compareValues, equalValues, valueType, vectorElements } from "./value-order.ts";
export type { ValueType } from "./value-order.ts";
export { formatTimestamp, normalizeTimestamp, parseTimestamp } from "./timestamps.ts";
export { compareUtf8, utf8Bytes } from "./utf8.ts";
export { deleteField, getField, mapFields, setField } from "./fields.ts";
export { equalFieldPaths, formatFieldPath, isDocumentName, parseFieldPath } from "./field-path.ts";
export type { FieldPath } from "./field-path.ts";
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
} from "./resource-name.ts";
export type { ResourceName } from "./resource-name.ts";
export type * from "./write-protocol.ts";
export type * from "./query-protocol.ts";
export type * from "./query.ts";
export type * from "./database.ts";
export { parseQuery } from "./parse-query.ts";
export { matches } from "./match.ts";
export { compareDocuments } from "./document-order.ts";
export { projectDocument } from "./projection.ts";
export { createEngine } from "./create-engine.ts";
