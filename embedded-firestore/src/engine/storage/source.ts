// Tells from the name alone whether a document is in a query's collections.

/** The collections of a query. */
export interface QuerySource {
  /** `projects/{p}/databases/{d}/documents`, or a document below it. */
  readonly parent: string;
  /** Absent: any collection. */
  readonly collectionId?: string;
  /** True: a collection group. False: only direct children of the parent. */
  readonly allDescendants: boolean;
}

export function isInSource(query: QuerySource, name: string): boolean {
  const { parent } = query;
  if (name.length <= parent.length || !name.startsWith(parent) || name[parent.length] !== "/") return false;
  const idStart = name.lastIndexOf("/");
  const collectionStart = name.lastIndexOf("/", idStart - 1);
  if (!query.allDescendants && collectionStart !== parent.length) return false;
  return query.collectionId === undefined || name.slice(collectionStart + 1, idStart) === query.collectionId;
}
