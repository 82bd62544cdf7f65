// Evaluates a query on one snapshot. Reads only the documents in the query's collections.
import { compareDocuments } from "./document-order.ts";
import { matches } from "./match.ts";
import { findNearest } from "./find-nearest.ts";
import type { Query } from "./query.ts";
import type { Snapshot } from "../storage/snapshot.ts";
import type { Document } from "../values/values.ts";

export interface Evaluation {
  /** Whole documents, in order. */
  readonly documents: Document[];
  /** How many documents the offset skipped. */
  readonly skipped: number;
}

export function evaluateQuery(query: Query, snapshot: Snapshot): Evaluation {
  const matching: Document[] = [];
  for (const document of snapshot.documents(query)) if (matches(query, document)) matching.push(document);
  matching.sort((a, b) => compareDocuments(query, a, b));
  const found = query.findNearest ? findNearest(matching, query.findNearest) : matching;
  const end = query.limit === undefined ? undefined : query.offset + query.limit;
  return { documents: found.slice(query.offset, end), skipped: Math.min(query.offset, found.length) };
}
