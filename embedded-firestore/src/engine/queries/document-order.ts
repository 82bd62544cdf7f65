// The order of a query's result, and where its cursors cut it. Total, because the last order is the document's name.
import { documentField } from "./document-field.ts";
import { isDocumentName } from "../values/field-path.ts";
import { compareNames } from "../values/resource-name.ts";
import { compareValues } from "../values/value-order.ts";
import type { Cursor, Order, Query } from "./query.ts";
import type { Document, Value } from "../values/values.ts";

/** Both documents must have every ordered field, as matching documents do. */
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

/** Only as far as the cursor has values: it stands for all documents that agree with them. */
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
