// What a commit changed, as the history keeps it and watchers see it.
import type { Document } from "../values/values.ts";

export interface Change {
  readonly name: string;
  readonly before?: Document;
  readonly after?: Document;
}

export interface Commit {
  readonly readTime: string;
  /** At least one; each document once, from its state before the commit to its state after it. */
  readonly changes: readonly Change[];
}
