// The documents of one database, their history and their clock. Watchers see commits in order, even
// if a watcher commits.
import { createClock, readClock } from "./clock.ts";
import { createDocumentTree } from "./document-tree.ts";
import { FirestoreError } from "../values/errors.ts";
import { createHistory } from "./history.ts";
import { parseDocumentName } from "../values/resource-name.ts";
import { historicalSnapshot, currentSnapshot } from "./snapshot.ts";
import { formatTimestamp, normalizeTimestamp, parseTimestamp } from "../values/timestamps.ts";
import type { Change, Commit } from "./commit.ts";
import type { DocumentTree } from "./document-tree.ts";
import type { Snapshot } from "./snapshot.ts";
import type { Document } from "../values/values.ts";

export interface Storage {
  readonly tree: DocumentTree;
  readonly current: Snapshot;
  readTime(): string;
  /** The time for the next commit. */
  nextCommitTime(): string;
  /** Throws if the time is in the future or too old. */
  snapshotAt(readTime: string): { readonly snapshot: Snapshot; readonly readTime: string };
  apply(changes: readonly Change[], at: string): void;
  /** Adds documents as they are, with their own times. Nobody watches yet. */
  restore(documents: readonly Document[]): void;
  watch(onCommit: (commit: Commit) => void): () => void;
}

export function createStorage(nowMicros: () => bigint): Storage {
  const clock = createClock(nowMicros);
  const tree = createDocumentTree();
  const current = currentSnapshot(tree);
  const history = createHistory();
  const watchers = new Set<(commit: Commit) => void>();
  const pending: Commit[] = [];
  let isNotifying = false;

  const notify = (commit: Commit) => {
    pending.push(commit);
    if (isNotifying) return;
    isNotifying = true;
    try {
      for (let next = pending.shift(); next; next = pending.shift()) for (const watcher of [...watchers]) watcher(next);
    } finally {
      isNotifying = false;
    }
  };

  return {
    tree,
    current,
    readTime: () => readClock(clock),
    nextCommitTime: () => formatTimestamp(clock.tick()),
    snapshotAt(requested) {
      const readTime = normalizeTimestamp(requested);
      const now = readClock(clock);
      if (readTime > now) throw new FirestoreError("INVALID_ARGUMENT", "read_time cannot be in the future.");
      return { snapshot: historicalSnapshot(current, history.since(readTime, now)), readTime };
    },
    apply(changes, at) {
      if (changes.length === 0) return;
      for (const { name, after } of changes) tree.set(parseDocumentName(name).segments, after);
      const commit = { readTime: at, changes };
      history.record(commit);
      notify(commit);
    },
    restore(documents) {
      for (const document of documents) {
        tree.set(parseDocumentName(document.name).segments, document);
        clock.advanceTo(parseTimestamp(document.updateTime));
      }
    },
    watch(onCommit) {
      const watcher = (commit: Commit) => onCommit(commit);
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}
