// The documented limits of a document: field names, depth, sizes, no array directly in an array.
// https://firebase.google.com/docs/firestore/quotas#collections_documents_and_fields
// https://firebase.google.com/docs/firestore/storage-size
import { base64Bytes } from "../values/base64.ts";
import { FirestoreError } from "../values/errors.ts";
import { relativePath } from "../values/resource-name.ts";
import { utf8Bytes } from "../values/utf8.ts";
import { vectorElements } from "../values/value-order.ts";
import type { Fields, Value } from "../values/values.ts";

const MAX_DOCUMENT_BYTES = 1_048_576;
const MAX_VALUE_BYTES = 1_048_487;
const MAX_FIELD_NAME_BYTES = 1500;
const MAX_DEPTH = 20;
const RESERVED = /^__.*__$/su;

/** Throws if a document with this name may not contain these fields. */
export function checkDocument(name: string, fields: Fields): void {
  const bytes = nameBytes(name) + fieldsBytes(fields, 1, "") + 32;
  if (bytes > MAX_DOCUMENT_BYTES) {
    throw invalid(
      `Document '${name}' cannot be written because its size (${grouped(bytes)} bytes) exceeds the maximum allowed size of ` +
        `${grouped(MAX_DOCUMENT_BYTES)} bytes.`,
    );
  }
}

/** The error that `checkDocument` would throw, if any. */
export function documentFault(name: string, fields: Fields): FirestoreError | undefined {
  try {
    checkDocument(name, fields);
    return undefined;
  } catch (error) {
    if (error instanceof FirestoreError) return error;
    throw error;
  }
}

function nameBytes(name: string): number {
  return relativePath(name)
    .split("/")
    .reduce((bytes, segment) => bytes + utf8Bytes(segment) + 1, 16);
}

function fieldsBytes(fields: Fields, depth: number, property: string): number {
  let bytes = 0;
  for (const [name, value] of Object.entries(fields)) {
    const length = utf8Bytes(name);
    if (length === 0) throw invalid("Field names must not be empty.");
    if (length > MAX_FIELD_NAME_BYTES) throw invalid(`Field name is longer than ${MAX_FIELD_NAME_BYTES} bytes.`);
    if (RESERVED.test(name)) throw invalid(`Field name "${name}" is reserved.`);
    bytes += length + 1 + valueBytes(value, depth, property || name);
  }
  return bytes;
}

function valueBytes(value: Value, depth: number, property: string): number {
  if ("stringValue" in value) return checkLength(utf8Bytes(value.stringValue), property) + 1;
  if ("bytesValue" in value) return checkLength(base64Bytes(value.bytesValue), property);
  if ("nullValue" in value || "booleanValue" in value) return 1;
  if ("referenceValue" in value) return nameBytes(value.referenceValue);
  if ("geoPointValue" in value) return 16;
  if (!("arrayValue" in value) && !("mapValue" in value)) return 8;
  if (depth > MAX_DEPTH) throw invalid(`Property ${property} is nested deeper than ${MAX_DEPTH} levels.`);
  const vector = vectorElements(value);
  if (vector) return vector.length * 8;
  if ("mapValue" in value) return fieldsBytes(value.mapValue.fields ?? {}, depth + 1, property);
  return (value.arrayValue.values ?? []).reduce((bytes, element) => {
    if ("arrayValue" in element) throw invalid("Cannot convert an array value in an array value.");
    return bytes + valueBytes(element, depth + 1, property);
  }, 0);
}

function checkLength(bytes: number, property: string): number {
  if (bytes > MAX_VALUE_BYTES)
    throw invalid(`The value of property "${property}" is longer than ${MAX_VALUE_BYTES} bytes.`);
  return bytes;
}

function grouped(bytes: number): string {
  return String(bytes).replace(/\B(?=(\d{3})+$)/gu, ",");
}

function invalid(message: string): FirestoreError {
  return new FirestoreError("INVALID_ARGUMENT", message);
}
