// The sort order of a query's result and its cursors. The order is total, because the document's
// name comes last.
import { documentField } from "./document-field.ts";
import { isDocumentName } from "../values/field-path.ts";
import { compareNames } from "../values/resource-name.ts";
import { compareValues } from "../values/value-order.ts";
import type { Cursor, Order, Query } from "./query.ts";
import type { Document, Value } from "../values/values.ts";

/** Both documents must have every field of `orderBy`. Documents that match the query do. */
export function compareDocuments(query: Pick<Query, "orderBy">, a: Document, b: Document): number {
  for (const order of query.orderBy) {
    const comparison = isDocumentName(order.path)
      ? compareNames(a.name, b.name)
      : compareValues(orderedValue(a, order), orderedValue(b, order));
    if (comparison !== 0) return order.direction === "DESCENDING" ? -comparison : comparison;
  }
  return 0;
}

export function isWithinCursors(query: Query, document: Document): boolean {
  const { startAt, endAt } = query;
  if (startAt) {
    const position = compareWithCursor(query, document, startAt);
    if (position < 0 || (position === 0 && !startAt.before)) return false;
  }
  if (endAt) {
    const position = compareWithCursor(query, document, endAt);
    if (position > 0 || (position === 0 && endAt.before)) return false;
  }
  return true;
}

/**
 * Compares only as many fields as the cursor has values. A cursor stands for all documents with
 * these values.
 */
function compareWithCursor(query: Query, document: Document, cursor: Cursor): number {
  for (const [i, value] of cursor.values.entries()) {
    const order = query.orderBy[i];
    if (!order) break;
    const comparison = compareValues(orderedValue(document, order), value);
    if (comparison !== 0) return order.direction === "DESCENDING" ? -comparison : comparison;
  }
  return 0;
}

function orderedValue(document: Document, order: Order): Value {
  return documentField(document, order.path) ?? { nullValue: null };
}
