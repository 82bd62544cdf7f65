// All documents as plain JSON, to keep them between runs: by database, then by path. Checked like
// any write when they come back.
import type { Document, Fields } from "./values/values.ts";
import { FirestoreError } from "./values/errors.ts";
import { normalizeFields } from "./values/normalize-value.ts";
import { compareNames, documentsRoot, parseDocumentName, relativePath } from "./values/resource-name.ts";
import { normalizeTimestamp } from "./values/timestamps.ts";
import { checkDocument } from "./writes/document-limits.ts";

export interface SavedDocument {
  readonly createTime: string;
  readonly updateTime: string;
  /** In ProtoJSON. */
  readonly fields?: Fields;
}

/** `{"projects/p/databases/(default)": {"rooms/a": …}}` */
export type SavedData = Readonly<Record<string, Readonly<Record<string, SavedDocument>>>>;

/** In order of the names, so that two files can be compared. */
export function saveDocuments(documents: Iterable<Document>): Record<string, SavedDocument> {
  const sorted = [...documents].sort((a, b) => compareNames(a.name, b.name));
  return Object.fromEntries(
    sorted.map(({ name, fields, createTime, updateTime }) => [relativePath(name), { createTime, updateTime, fields }]),
  );
}

/** Throws INVALID_ARGUMENT that names the document which is at fault. */
export function restoreDocument(database: string, path: string, saved: SavedDocument): Document {
  const name = `${documentsRoot(database)}/${path}`;
  try {
    parseDocumentName(name);
    if (typeof saved !== "object" || saved === null) throw new FirestoreError("INVALID_ARGUMENT", "It is no object.");
    const fields = normalizeFields(saved.fields);
    checkDocument(name, fields);
    const createTime = normalizeTimestamp(saved.createTime);
    return { name, fields, createTime, updateTime: normalizeTimestamp(saved.updateTime) };
  } catch (error) {
    if (!(error instanceof FirestoreError)) throw error;
    throw new FirestoreError("INVALID_ARGUMENT", `The saved document "${path}" of ${database}: ${error.message}`);
  }
}
