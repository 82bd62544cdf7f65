// Resource names: projects/{p}/databases/{d}/documents/{collection}/{id}/… Below `documents`, a
// collection has an odd number of segments and a document an even number.
import { FirestoreError } from "./errors.ts";
import { compareUtf8, utf8Bytes } from "./utf8.ts";

const ROOT = /^(projects\/[^/]+\/databases\/[^/]+)\/documents(?:\/(.*))?$/su;
const DATABASE = /^projects\/[^/]+\/databases\/[^/]+$/u;
/** `____` has nothing between its underscores and is an id like any other. */
const RESERVED = /^__.+__$/su;
/** Numeric ids. They sort before all others. */
const NUMERIC = /^__id(-?\d+)__$/u;
const MAX_ID_BYTES = 1500;
const MAX_SEGMENTS = 200;
const MAX_NAME_BYTES = 6144;

export interface ResourceName {
  /** `projects/{p}/databases/{d}` */
  readonly database: string;
  /** Segments below `documents`. Empty for the root. */
  readonly segments: readonly string[];
}

/** Parses the name of the root, a document or a collection. Checks every segment. */
export function parseResourceName(name: string): ResourceName {
  const found = ROOT.exec(name);
  if (!found?.[1]) throw invalid(name, 'must look like "projects/{p}/databases/{d}/documents/…"');
  const segments = found[2] ? found[2].split("/") : [];
  for (const segment of segments) checkId(segment, name);
  if (segments.length > MAX_SEGMENTS) throw invalid(name, "lies deeper than 100 collections");
  if (utf8Bytes(name) > MAX_NAME_BYTES) throw invalid(name, `is longer than ${MAX_NAME_BYTES} bytes`);
  return { database: found[1], segments };
}

export function parseDocumentName(name: string): ResourceName {
  const parsed = parseResourceName(name);
  if (parsed.segments.length === 0) throw invalid(name, "lacks the path of a document");
  if (parsed.segments.length % 2 !== 0) throw invalid(name, "lacks the id at its end");
  return parsed;
}

/** A parent of collections: the root or a document. */
export function parseParentName(name: string): ResourceName {
  const parsed = parseResourceName(name);
  if (parsed.segments.length % 2 !== 0) throw invalid(name, "must be a document or the root");
  return parsed;
}

export function checkDatabaseName(name: string): void {
  if (!DATABASE.test(name)) throw invalid(name, 'must look like "projects/{p}/databases/{d}"');
}

export function checkCollectionId(id: string): void {
  checkId(id, id);
  if (id.includes("/")) throw new FirestoreError("INVALID_ARGUMENT", `Collection id "${id}" contains a slash.`);
}

function checkId(id: string, name: string): void {
  if (id === "") throw invalid(name, "has an empty segment");
  if (id === "." || id === "..") throw invalid(name, `has the segment "${id}"`);
  if (utf8Bytes(id) > MAX_ID_BYTES) throw invalid(name, `has a segment longer than ${MAX_ID_BYTES} bytes`);
  if (RESERVED.test(id) && !NUMERIC.test(id)) {
    throw new FirestoreError("INVALID_ARGUMENT", `Resource id "${id}" is invalid because it is reserved.`);
  }
}

function invalid(name: string, why: string): FirestoreError {
  return new FirestoreError("INVALID_ARGUMENT", `Resource name "${name}" ${why}.`);
}

export function documentsRoot(database: string): string {
  return `${database}/documents`;
}

/** `projects/p/databases/d/documents/rooms/abc` -> `rooms/abc`. Empty for the root. */
export function relativePath(name: string): string {
  return ROOT.exec(name)?.[2] ?? "";
}

/** The name one level up: a document's collection, or a collection's parent document or root. */
export function parentName(name: string): string {
  return name.slice(0, name.lastIndexOf("/"));
}

/** The id of a document or a collection. */
export function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}

/**
 * Compares segment by segment. Numeric ids come first, by number; the rest compare by their UTF-8
 * bytes.
 */
export function compareNames(a: string, b: string): number {
  if (a === b) return 0;
  const idAt = a.lastIndexOf("/") + 1;
  const isSameCollection = b.lastIndexOf("/") + 1 === idAt && b.startsWith(a.slice(0, idAt));
  return isSameCollection ? compareIds(a.slice(idAt), b.slice(idAt)) : compareSegments(a, b);
}

function compareSegments(a: string, b: string): number {
  const left = a.split("/");
  const right = b.split("/");
  const shared = Math.min(left.length, right.length);
  for (let i = 0; i < shared; i++) {
    const order = compareIds(left[i] ?? "", right[i] ?? "");
    if (order !== 0) return order;
  }
  return Math.sign(left.length - right.length);
}

function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  const left = a.startsWith("__id") ? NUMERIC.exec(a)?.[1] : undefined;
  const right = b.startsWith("__id") ? NUMERIC.exec(b)?.[1] : undefined;
  if (left !== undefined && right !== undefined) return BigInt(left) < BigInt(right) ? -1 : 1;
  if (left !== undefined) return -1;
  return right === undefined ? compareUtf8(a, b) : 1;
}
