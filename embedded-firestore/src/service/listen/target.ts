// What a Listen stream watches: some documents or the result of a query. A target folds each commit in on its own; its work
// grows with the commit, never with the number of stored documents.

import type { Change, Document } from "../../engine/index.ts";

export interface Target {
  /** The present result. Throws PERMISSION_DENIED. */
  read(): TargetResult;
  /** By name: true for a document to show (new in the result, or changed), false for one that left the result. */
  fold(changes: readonly Change[]): ReadonlyMap<string, boolean>;
  /** After a commit was told: throws PERMISSION_DENIED if it took away what the right to listen rests on. */
  recheck(changes: readonly Change[]): void;
  /** What of a document the listener asked for. Absent: all of it. */
  readonly project?: ((document: Document) => Document) | undefined;
}

export interface TargetResult {
  readonly documents: readonly Document[];
  /** Documents asked for by name that do not exist. */
  readonly missingNames: readonly string[];
}
