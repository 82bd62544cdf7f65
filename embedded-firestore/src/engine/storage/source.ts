// Whether a document lies where a query looks, told by its name alone.
import type { Query } from "../queries/query.ts";

/** `parent`: a resource name. Direct children only, unless all descendants are wanted. */
export function isInSource(query: Pick<Query, "parent" | "collectionId" | "allDescendants">, name: string): boolean {
  const { parent } = query;
  if (name.length <= parent.length || !name.startsWith(parent) || name[parent.length] !== "/") return false;
  const idStart = name.lastIndexOf("/");
  const collectionStart = name.lastIndexOf("/", idStart - 1);
  if (!query.allDescendants && collectionStart !== parent.length) return false;
  return query.collectionId === undefined || name.slice(collectionStart + 1, idStart) === query.collectionId;
}
