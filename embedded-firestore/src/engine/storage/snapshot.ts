// A consistent view of all documents, either current or at an earlier time.
import { isInSource, type QuerySource } from "./source.ts";
import { parseDocumentName, parseParentName } from "../values/resource-name.ts";
import type { DocumentTree } from "./document-tree.ts";
import type { Document } from "../values/values.ts";

export interface Snapshot {
  get(name: string): Document | undefined;
  /** All documents in the query's collections, in no particular order. */
  documents(query: QuerySource): Iterable<Document>;
}

export function currentSnapshot(tree: DocumentTree): Snapshot {
  return {
    get: (name) => tree.get(parseDocumentName(name).segments),
    documents: (query) => tree.documents({ ...query, parent: parseParentName(query.parent).segments }),
  };
}

export function historicalSnapshot(current: Snapshot, undone: ReadonlyMap<string, Document | undefined>): Snapshot {
  return {
    get: (name) => (undone.has(name) ? undone.get(name) : current.get(name)),
    *documents(query) {
      for (const document of current.documents(query)) if (!undone.has(document.name)) yield document;
      for (const [name, document] of undone) if (document && isInSource(query, name)) yield document;
    },
  };
}
