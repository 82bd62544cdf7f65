// ListDocuments. A page token is the position of the last document, so that the next page continues
// from there even if documents changed in between.
import { compareDocuments } from "./document-order.ts";
import { FirestoreError } from "../values/errors.ts";
import { evaluateQuery } from "./evaluate-query.ts";
import { documentField } from "./document-field.ts";
import { parseFieldPath } from "../values/field-path.ts";
import { decodePageToken, encodePageToken, parsePageSize } from "./page-token.ts";
import { parseQuery } from "./parse-query.ts";
import { projectDocument } from "./projection.ts";
import { parseParentName } from "../values/resource-name.ts";
import type { DocumentMask } from "../values/document-mask.ts";
import type { DocumentTree } from "../storage/document-tree.ts";
import type { Query } from "./query.ts";
import type { StructuredQuery } from "./query-messages.ts";
import type { ReadOptions } from "./read-options.ts";
import type { Snapshot } from "../storage/snapshot.ts";
import type { Document, Value } from "../values/values.ts";

const DEFAULT_PAGE_SIZE = 300;

export interface ListDocumentsOptions extends ReadOptions {
  readonly pageSize?: number | undefined;
  readonly pageToken?: string | undefined;
  readonly orderBy?: string | undefined;
  readonly mask?: DocumentMask | undefined;
  readonly showMissing?: boolean | undefined;
}

export interface ListDocumentsResult {
  /**
   * With `showMissing`, includes missing documents that have subcollections. They have only a name.
   */
  readonly documents: readonly (Document | { readonly name: string })[];
  /** Absent on the last page. */
  readonly nextPageToken?: string;
}

/** The query for one page, starting after the page token. */
export function parseListing(parent: string, collectionId: string, options: ListDocumentsOptions): Query {
  const orderBy = (options.orderBy ?? "").split(",").flatMap(parseOrderText);
  const after = decodePageToken(options.pageToken);
  if (after !== undefined && !Array.isArray(after)) throw invalid("Invalid page token.");
  if (options.showMissing && orderBy.length > 0) throw invalid("showMissing cannot be used with orderBy.");
  if (options.showMissing && (options.readTime || options.transaction)) {
    throw new FirestoreError("UNIMPLEMENTED", "showMissing with a transaction or a readTime is not supported.");
  }
  return parseQuery(parent, {
    from: [collectionId ? { collectionId } : {}],
    orderBy,
    ...(after ? { startAt: { values: after as Value[], before: false } } : {}),
  });
}

export function listPage(
  query: Query,
  snapshot: Snapshot,
  tree: DocumentTree,
  options: ListDocumentsOptions,
): ListDocumentsResult {
  const pageSize = parsePageSize(options.pageSize) ?? DEFAULT_PAGE_SIZE;
  const found = evaluateQuery(query, snapshot).documents;
  const all = options.showMissing ? withMissing(query, found, tree) : found;
  const page = all.slice(0, pageSize);
  const paths = options.mask && (options.mask.fieldPaths ?? []).map(parseFieldPath);
  const last = page.at(-1);
  return {
    documents: page.map((each) => (each.createTime ? projectDocument(each, paths) : { name: each.name })),
    ...(last && all.length > pageSize ? { nextPageToken: encodePageToken(position(query, last)) } : {}),
  };
}

/** Missing documents are listed as empty documents without a create time. */
function withMissing(query: Query, found: readonly Document[], tree: DocumentTree): readonly Document[] {
  const { collectionId } = query;
  if (collectionId === undefined) throw invalid("showMissing needs a collection id.");
  const parent = parseParentName(query.parent).segments;
  const start = query.startAt?.values[0];
  const missing = tree
    .documentIds(parent, collectionId)
    .filter((id) => !tree.get([...parent, collectionId, id]))
    .map((id) => ({ name: `${query.parent}/${collectionId}/${id}`, fields: {}, createTime: "", updateTime: "" }))
    .filter((each) => !start || compareDocuments(query, each, placeAt(start)) > 0);
  return [...found, ...missing].sort((a, b) => compareDocuments(query, a, b));
}

function placeAt(start: Value): Document {
  const name = "referenceValue" in start ? start.referenceValue : "";
  return { name, fields: {}, createTime: "", updateTime: "" };
}

function position(query: Query, last: Document): Value[] {
  return query.orderBy.map(({ path }) => documentField(last, path) ?? { nullValue: null });
}

/** Parses `a.b desc` into one order. Empty text gives none. */
function parseOrderText(text: string): NonNullable<StructuredQuery["orderBy"]> {
  const [fieldPath, direction = "asc", ...others] = text.trim().split(/\s+/u);
  if (!fieldPath) return [];
  const isValid = others.length === 0 && /^(?:asc|desc)$/iu.test(direction);
  if (!isValid) throw invalid(`Invalid order "${text.trim()}".`);

  return [{ field: { fieldPath }, direction: direction.toLowerCase() === "desc" ? "DESCENDING" : "ASCENDING" }];
}

function invalid(message: string): FirestoreError {
  return new FirestoreError("INVALID_ARGUMENT", message);
}
