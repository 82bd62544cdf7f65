// The document reads that Cloud Firestore would bill: documents that a request gets, at least one
// for a query, those that a listener is sent, and those that rules fetch.
// https://firebase.google.com/docs/firestore/pricing#operations

import type { Database } from "../../engine/index.ts";
import type { Caller } from "./caller.ts";

export interface DocumentRead {
  readonly project: string;
  /** Relative to the root. Of the collection, where a query found nothing. */
  readonly path: string;
  /** What read it. A listener reads a document when it begins, and at each change. */
  readonly by: "get" | "query" | "listener" | "rules";
  readonly isAdmin: boolean;
}

export interface Reads {
  /** No path: a query that found nothing, which is billed as one read. */
  count(caller: Caller, database: Database, by: DocumentRead["by"], paths: readonly string[], query?: string): void;
}

export function createReads(onRead: ((read: DocumentRead) => void) | undefined): Reads {
  return {
    count({ isAdmin }, { name }, by, paths, query) {
      if (onRead === undefined) return;
      const [, project = ""] = name.split("/");
      const read = paths.length === 0 && query !== undefined ? [query] : paths;
      for (const path of read) onRead({ project, path, by, isAdmin });
    },
  };
}
