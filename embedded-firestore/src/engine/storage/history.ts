// The previous versions of recently changed documents, for reads at an earlier time. Limited in
// time and in number of changes. A read from before that is rejected.
import { FirestoreError } from "../values/errors.ts";
import { formatTimestamp, parseTimestamp } from "../values/timestamps.ts";
import type { Commit } from "./commit.ts";
import type { Document } from "../values/values.ts";

/** How far back a read may go. Cloud Firestore: one hour. */
export const HISTORY_MICROS = 300_000_000n;
export const HISTORY_CHANGES = 5_000;

export interface History {
  record(commit: Commit): void;
  /**
   * The documents that have changed since then, in the version of that time. Undefined: the
   * document did not exist.
   */
  since(readTime: string, now: string): Map<string, Document | undefined>;
}

export function createHistory(): History {
  let commits: Commit[] = [];
  let changes = 0;
  /** The history is complete after this time. */
  let knownSince = "";

  const forget = (now: string) => {
    const horizon = horizonBefore(now);
    let count = 0;
    for (const commit of commits) {
      if (changes <= HISTORY_CHANGES && commit.readTime >= horizon) break;
      changes -= commit.changes.length;
      knownSince = commit.readTime;
      count += 1;
    }
    if (count > 0) commits = commits.slice(count);
  };

  return {
    record(commit) {
      commits.push(commit);
      changes += commit.changes.length;
      // Only now and then, so that the cost of a commit does not grow with the length of the
      // history.
      if (changes > HISTORY_CHANGES * 1.25 || commits.length % 1024 === 0) forget(commit.readTime);
    },
    since(readTime, now) {
      if (readTime < knownSince || readTime < horizonBefore(now)) {
        throw new FirestoreError(
          "FAILED_PRECONDITION",
          `The requested snapshot version is too old: reads go at most ${HISTORY_MICROS / 1_000_000n} s or ` +
            `${HISTORY_CHANGES} changes back.`,
        );
      }
      const undone = new Map<string, Document | undefined>();
      for (let i = commits.length - 1; i >= 0; i--) {
        const commit = commits[i];
        if (!commit || commit.readTime <= readTime) break;
        for (const { name, before } of commit.changes) undone.set(name, before);
      }
      return undone;
    },
  };
}

function horizonBefore(now: string): string {
  return formatTimestamp(parseTimestamp(now) - HISTORY_MICROS);
}
