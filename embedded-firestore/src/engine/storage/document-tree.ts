// All documents, by collection. The cost of a lookup depends only on the length of the path.
// Listing a collection or a collection group visits nothing else. A node without a document remains
// as long as it has subcollections.
import type { Document } from "../values/values.ts";

/** Where a query looks. */
export interface Source {
  /** Path segments of the parent document. Empty for the root. */
  readonly parent: readonly string[];
  /** Absent: any collection. */
  readonly collectionId?: string;
  readonly allDescendants: boolean;
}

interface DocumentNode {
  document?: Document | undefined;
  readonly collections: Map<string, CollectionNode>;
}

interface CollectionNode {
  readonly parent: readonly string[];
  readonly documents: Map<string, DocumentNode>;
}

export interface DocumentTree {
  get(segments: readonly string[]): Document | undefined;
  set(segments: readonly string[], document: Document | undefined): void;
  documents(source: Source): Iterable<Document>;
  collectionIds(parent: readonly string[]): string[];
  /** The ids in one collection, including missing documents that have subcollections. */
  documentIds(parent: readonly string[], collectionId: string): string[];
}

export function createDocumentTree(): DocumentTree {
  const root: DocumentNode = { collections: new Map() };
  const groups = new Map<string, Set<CollectionNode>>();

  const find = (segments: readonly string[]): DocumentNode | undefined => {
    let node: DocumentNode | undefined = root;
    for (let i = 0; node && i < segments.length; i += 2) {
      node = node.collections.get(segments[i] ?? "")?.documents.get(segments[i + 1] ?? "");
    }
    return node;
  };

  const findOrAdd = (segments: readonly string[]): DocumentNode => {
    let node = root;
    for (let i = 0; i < segments.length; i += 2) {
      const collection = findOrAddCollection(node, segments[i] ?? "", segments.slice(0, i));
      const id = segments[i + 1] ?? "";
      const found = collection.documents.get(id) ?? { collections: new Map() };
      collection.documents.set(id, found);
      node = found;
    }
    return node;
  };

  const findOrAddCollection = (node: DocumentNode, id: string, parent: readonly string[]): CollectionNode => {
    const found = node.collections.get(id);
    if (found) return found;
    const added: CollectionNode = { parent, documents: new Map() };
    node.collections.set(id, added);
    const group = groups.get(id) ?? new Set();
    groups.set(id, group.add(added));
    return added;
  };

  const prune = (segments: readonly string[]): void => {
    const node = find(segments);
    if (segments.length === 0 || !node || node.document || node.collections.size > 0) return;
    const parentSegments = segments.slice(0, -2);
    const [collectionId = "", id = ""] = segments.slice(-2);
    const parent = find(parentSegments);
    const collection = parent?.collections.get(collectionId);
    collection?.documents.delete(id);
    if (!parent || !collection || collection.documents.size > 0) return;
    parent.collections.delete(collectionId);
    groups.get(collectionId)?.delete(collection);
    prune(parentSegments);
  };

  return {
    get: (segments) => find(segments)?.document,
    set(segments, document) {
      if (document) findOrAdd(segments).document = document;
      else {
        const node = find(segments);
        if (node) node.document = undefined;
        prune(segments);
      }
    },
    *documents({ parent, collectionId, allDescendants }) {
      if (collectionId !== undefined && allDescendants) {
        for (const collection of groups.get(collectionId) ?? []) {
          if (parent.every((segment, i) => segment === collection.parent[i])) yield* documentsIn(collection);
        }
        return;
      }
      const node = find(parent);
      for (const [id, collection] of node?.collections ?? []) {
        if (collectionId === undefined || collectionId === id) yield* documentsIn(collection, allDescendants);
      }
    },
    collectionIds: (parent) => [...(find(parent)?.collections.keys() ?? [])],
    documentIds: (parent, collectionId) => [...(find(parent)?.collections.get(collectionId)?.documents.keys() ?? [])],
  };
}

function* documentsIn(collection: CollectionNode, isDeep = false): Iterable<Document> {
  for (const node of collection.documents.values()) {
    if (node.document) yield node.document;
    if (isDeep) for (const below of node.collections.values()) yield* documentsIn(below, true);
  }
}
