// Turns a client's StructuredQuery into a validated Query. All other query functions rely on these
// checks.
import { FirestoreError } from "../values/errors.ts";
import {
  compareFieldPaths,
  DOCUMENT_NAME,
  equalFieldPaths,
  formatFieldPath,
  isDocumentName,
  parseFieldPath,
} from "../values/field-path.ts";
import { normalizeValue } from "../values/normalize-value.ts";
import { parseFindNearest } from "./find-nearest.ts";
import { fieldFilters, parseFilter } from "./parse-filter.ts";
import { checkCollectionId, parseParentName } from "../values/resource-name.ts";
import type { Cursor, FieldOperator, Filter, Order, Query } from "./query.ts";
import type { CursorMessage, StructuredQuery } from "./query-messages.ts";

const INEQUALITIES: ReadonlySet<FieldOperator> = new Set([
  "LESS_THAN",
  "LESS_THAN_OR_EQUAL",
  "GREATER_THAN",
  "GREATER_THAN_OR_EQUAL",
  "NOT_EQUAL",
  "NOT_IN",
] as const);

/** `parent`: `.../documents` or a document's name. */
export function parseQuery(parent: string, query: StructuredQuery): Query {
  parseParentName(parent);
  const { collectionId, allDescendants } = parseFrom(query.from ?? []);
  const filter = query.where ? parseFilter(query.where) : undefined;
  const explicit = parseOrders(query.orderBy ?? []);
  const orderBy = completeOrders(explicit, filter);
  if (collectionId === undefined) checkWithoutCollection(filter, orderBy);
  // Without fields, only the names. Over gRPC an empty list and no list are the same.
  const select = query.select && (query.select.fields ?? []).map(({ fieldPath }) => parseFieldPath(fieldPath ?? ""));
  const limit = parseCount(query.limit ?? undefined, "limit");
  return {
    parent,
    ...(collectionId === undefined ? {} : { collectionId }),
    allDescendants,
    ...(filter ? { filter } : {}),
    orderBy,
    explicitOrders: explicit.length,
    ...(query.startAt ? { startAt: parseCursor(query.startAt, orderBy) } : {}),
    ...(query.endAt ? { endAt: parseCursor(query.endAt, orderBy) } : {}),
    ...(limit === undefined ? {} : { limit }),
    offset: parseCount(query.offset, "offset") ?? 0,
    ...(query.findNearest ? { findNearest: parseFindNearest(query.findNearest) } : {}),
    ...(select ? { select } : {}),
  };
}

function parseFrom(from: NonNullable<StructuredQuery["from"]>): Pick<Query, "collectionId" | "allDescendants"> {
  const [selector, ...others] = from;
  if (!selector || others.length > 0) throw invalid("A query must have exactly one collection selector.");
  const allDescendants = selector.allDescendants ?? false;
  if (!selector.collectionId) return { allDescendants };
  checkCollectionId(selector.collectionId);
  return { collectionId: selector.collectionId, allDescendants };
}

function parseOrders(orders: NonNullable<StructuredQuery["orderBy"]>): Order[] {
  const parsed = orders.map(({ field, direction }): Order => {
    const isKnown = !direction || ["ASCENDING", "DESCENDING", "DIRECTION_UNSPECIFIED"].includes(direction);
    if (!isKnown) throw invalid(`Unknown direction "${direction}".`);
    const path = parseFieldPath(field?.fieldPath ?? "");
    return { path, direction: direction === "DESCENDING" ? "DESCENDING" : "ASCENDING" };
  });
  for (const [i, { path }] of parsed.entries()) {
    if (parsed.slice(0, i).some((earlier) => equalFieldPaths(earlier.path, path))) {
      throw invalid(`order by clause cannot contain duplicate fields ${formatFieldPath(path)}`);
    }
    if (isDocumentName(path) && i < parsed.length - 1) {
      throw invalid("order by clause cannot contain more fields after the key");
    }
  }
  return parsed;
}

/**
 * Adds the implicit orders: the inequality fields, sorted, then the name. They use the direction of
 * the last explicit order.
 */
function completeOrders(explicit: readonly Order[], filter: Filter | undefined): Order[] {
  const direction = explicit.at(-1)?.direction ?? "ASCENDING";
  const orders = [...explicit];
  const addOnce = (path: Order["path"]) => {
    if (!orders.some((order) => equalFieldPaths(order.path, path))) orders.push({ path, direction });
  };
  if (!orders.some(({ path }) => isDocumentName(path))) {
    const inequalities = fieldFilters(filter).filter(({ op, path }) => INEQUALITIES.has(op) && !isDocumentName(path));
    for (const { path } of inequalities.toSorted((a, b) => compareFieldPaths(a.path, b.path))) addOnce(path);
  }
  addOnce(DOCUMENT_NAME);
  return orders;
}

function checkWithoutCollection(filter: Filter | undefined, orders: readonly Order[]): void {
  const foreign = [...fieldFilters(filter), ...orders].find(({ path }) => !isDocumentName(path));
  if (foreign) throw invalid(`kind is required for filter or order: ${formatFieldPath(foreign.path)}`);
}

function parseCursor(cursor: CursorMessage, orders: readonly Order[]): Cursor {
  const values = (cursor.values ?? []).map(normalizeValue);
  if (values.length > orders.length) throw invalid("Cursor has too many values.");
  for (const [i, value] of values.entries()) {
    const order = orders[i];
    if (order && isDocumentName(order.path) && !("referenceValue" in value)) {
      throw invalid("Cursor __key__ value is not a document reference.");
    }
  }
  return { values, before: cursor.before ?? false };
}

function parseCount(count: number | undefined, name: string): number | undefined {
  if (count === undefined) return undefined;
  if (!Number.isInteger(count)) throw invalid(`${name} is not an integer`);
  if (count < 0) throw invalid(`${name} is negative`);
  return count;
}

function invalid(message: string): FirestoreError {
  return new FirestoreError("INVALID_ARGUMENT", message);
}
