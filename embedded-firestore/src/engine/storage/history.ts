// The previous versions of recently changed documents, for reads at an earlier time. Limited in
// time and in memory. A read from before that is rejected.
import { FirestoreError } from "../values/errors.ts";
import { formatTimestamp, parseTimestamp } from "../values/timestamps.ts";
import type { Commit } from "./commit.ts";
import type { Document } from "../values/values.ts";

/** How far back a read may go: one hour, as in Cloud Firestore. */
export const HISTORY_MICROS = 3_600_000_000n;
/** Of previous versions, as JSON, and of what is needed to find them. */
export const HISTORY_BYTES = 16 * 1024 * 1024;
/** What a change costs apart from the previous version, roughly. */
const CHANGE_BYTES = 250;

export interface History {
  record(commit: Commit): void;
  /**
   * The documents that have changed since then, in the version of that time. Undefined: the
   * document did not exist.
   */
  since(readTime: string, now: string): Map<string, Document | undefined>;
}

interface Entry {
  readonly readTime: string;
  readonly bytes: number;
  /** The versions before the commit. */
  readonly previous: readonly (readonly [name: string, before: Document | undefined])[];
}

export function createHistory(): History {
  let entries: Entry[] = [];
  let bytes = 0;
  /** The history is complete after this time. */
  let knownSince = "";

  const forget = (now: string) => {
    const horizon = horizonBefore(now);
    let count = 0;
    for (const entry of entries) {
      if (bytes <= HISTORY_BYTES && entry.readTime >= horizon) break;
      bytes -= entry.bytes;
      knownSince = entry.readTime;
      count += 1;
    }
    if (count > 0) entries = entries.slice(count);
  };

  return {
    record({ readTime, changes }) {
      const entry = {
        readTime,
        bytes: changes.reduce((sum, { before }) => sum + CHANGE_BYTES + sizeOf(before), 0),
        previous: changes.map(({ name, before }) => [name, before] as const),
      };
      entries.push(entry);
      bytes += entry.bytes;
      // Only now and then, so that the cost of a commit does not grow with the length of the
      // history.
      if (bytes > HISTORY_BYTES * 1.25 || entries.length % 1024 === 0) forget(readTime);
    },
    since(readTime, now) {
      if (readTime < horizonBefore(now)) {
        throw new FirestoreError(
          "INVALID_ARGUMENT",
          `The requested read_time is too old: reads go at most ${HISTORY_MICROS / 60_000_000n} minutes back.`,
        );
      }
      if (readTime < knownSince) {
        throw new FirestoreError(
          "FAILED_PRECONDITION",
          `The requested snapshot version is too old: ${HISTORY_BYTES / 1024 / 1024} MiB of earlier versions are kept, ` +
            `which reach back to ${knownSince}.`,
        );
      }
      const undone = new Map<string, Document | undefined>();
      for (let i = entries.length - 1; i >= 0; i--) {
        const entry = entries[i];
        if (!entry || entry.readTime <= readTime) break;
        for (const [name, before] of entry.previous) undone.set(name, before);
      }
      return undone;
    },
  };
}

function sizeOf(document: Document | undefined): number {
  return document ? JSON.stringify(document.fields).length : 0;
}

function horizonBefore(now: string): string {
  return formatTimestamp(parseTimestamp(now) - HISTORY_MICROS);
}
