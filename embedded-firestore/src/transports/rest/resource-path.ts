// Parses a REST path: the database, the resource below it, and the custom verb after the last
// colon.

import { FirestoreError } from "../../engine/index.ts";

export interface ResourcePath {
  /** `projects/{p}/databases/{d}` */
  readonly database: string;
  /** `{database}/documents`, or a document or collection below it. */
  readonly name: string;
  /** Segments below `documents`. */
  readonly segments: readonly string[];
  /** `runQuery` in `…/documents:runQuery`. */
  readonly verb: string | undefined;
}

export const verbs: ReadonlySet<string> = new Set([
  "commit",
  "batchGet",
  "batchWrite",
  "beginTransaction",
  "rollback",
  "runQuery",
  "runAggregationQuery",
  "listCollectionIds",
  "partitionQuery",
  "listen",
  "write",
]);

const pattern = /^\/v1(?:beta1)?\/projects\/([^/]+)\/databases\/([^/]+)\/documents((?:\/[^/]+)*)$/;

/**
 * Undefined if the path is not a Firestore resource. A colon without a known verb is part of the
 * document's id.
 */
export function parseResourcePath(path: string): ResourcePath | undefined {
  const colon = path.lastIndexOf(":");
  const lastWord = colon < 0 ? "" : path.slice(colon + 1);
  const verb = verbs.has(lastWord) ? lastWord : undefined;
  const match = pattern.exec(verb === undefined ? path : path.slice(0, colon));
  if (!match) return undefined;
  const [, project = "", databaseId = "", below = ""] = match;
  const segments = below.split("/").slice(1).map(decode);
  const database = `projects/${decode(project)}/databases/${decode(databaseId)}`;
  return { database, name: [database, "documents", ...segments].join("/"), segments, verb };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new FirestoreError("INVALID_ARGUMENT", `The path contains a malformed escape: ${segment}`);
  }
}
