// The changes of one commit, for the history and the watchers.
import type { Document } from "../values/values.ts";

export interface Change {
  readonly name: string;
  readonly before?: Document;
  readonly after?: Document;
}

export interface Commit {
  readonly readTime: string;
  /** At least one. Each document appears once, with its state before and after the commit. */
  readonly changes: readonly Change[];
}
