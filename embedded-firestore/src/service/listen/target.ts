// A target of a Listen stream: some documents, or the result of a query. Its work for a commit
// depends on the size of the commit, never on the number of stored documents.

import type { Change, Document } from "../../engine/index.ts";

export interface Target {
  /** The current result. Throws PERMISSION_DENIED. */
  read(): TargetResult;
  /** By document name: true if the document entered the result or changed, false if it left. */
  applyChanges(changes: readonly Change[]): ReadonlyMap<string, boolean>;
  /**
   * Called after a commit was sent. Throws PERMISSION_DENIED if the commit revoked the permission.
   */
  recheck(changes: readonly Change[]): void;
  /** Reduces a document to the requested fields. Absent: whole documents. */
  readonly project?: ((document: Document) => Document) | undefined;
}

export interface TargetResult {
  readonly documents: readonly Document[];
  /** Requested documents that do not exist. */
  readonly missingNames: readonly string[];
}
