// ListCollectionIds. A page token is the last id of the previous page.
import { FirestoreError } from "../values/errors.ts";
import { parseParentName } from "../values/resource-name.ts";
import { compareUtf8 } from "../values/utf8.ts";
import type { DocumentTree } from "../storage/document-tree.ts";
import { decodePageToken, encodePageToken, parsePageSize } from "./page-token.ts";

export interface ListCollectionIdsOptions {
  readonly pageSize?: number | undefined;
  readonly pageToken?: string | undefined;
  readonly readTime?: string | undefined;
}

export interface ListCollectionIdsResult {
  readonly collectionIds: readonly string[];
  readonly nextPageToken?: string;
}

export function listCollectionIdsPage(
  parent: string,
  tree: DocumentTree,
  options: ListCollectionIdsOptions,
): ListCollectionIdsResult {
  if (options.readTime) throw new FirestoreError("UNIMPLEMENTED", "ListCollectionIds with readTime is not supported.");
  const after = decodePageToken(options.pageToken);
  if (after !== undefined && typeof after !== "string")
    throw new FirestoreError("INVALID_ARGUMENT", "Invalid page token.");
  const ids = tree.collectionIds(parseParentName(parent).segments).sort(compareUtf8);
  const rest = after === undefined ? ids : ids.filter((id) => compareUtf8(id, after) > 0);
  const collectionIds = rest.slice(0, parsePageSize(options.pageSize));
  const isMore = rest.length > collectionIds.length;
  return { collectionIds, ...(isMore ? { nextPageToken: encodePageToken(collectionIds.at(-1)) } : {}) };
}
