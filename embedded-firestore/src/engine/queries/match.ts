// Whether a document belongs to the result of a query, judged from that document alone. Listen uses
// this for each change, so that it need not run the query again.
import { documentField } from "./document-field.ts";
import { isWithinCursors } from "./document-order.ts";
import { isNaNValue } from "../values/numbers.ts";
import { isInSource } from "../storage/source.ts";
import { compareValues, equalValues, valueType } from "../values/value-order.ts";
import type { FieldFilter, Filter, Query } from "./query.ts";
import type { Document, Value } from "../values/values.ts";

/** Ignores limit and offset. */
export function matches(query: Query, document: Document): boolean {
  return (
    isInSource(query, document.name) &&
    query.orderBy.every(({ path }) => documentField(document, path) !== undefined) &&
    (!query.filter || matchesFilter(query.filter, document)) &&
    isWithinCursors(query, document)
  );
}

export function matchesFilter(filter: Filter, document: Document): boolean {
  switch (filter.kind) {
    case "and":
      return filter.filters.every((each) => matchesFilter(each, document));
    case "or":
      return filter.filters.some((each) => matchesFilter(each, document));
    case "field":
      return matchesField(filter, documentField(document, filter.path));
  }
}

function matchesField({ op, value }: FieldFilter, found: Value | undefined): boolean {
  if (found === undefined) return false;
  switch (op) {
    case "EQUAL":
      return equalValues(found, value);
    case "NOT_EQUAL":
      return !("nullValue" in found) && !equalValues(found, value);
    case "LESS_THAN":
      return isBelowRange(found, value) && compareValues(found, value) < 0;
    case "LESS_THAN_OR_EQUAL":
      return isBelowRange(found, value) && compareValues(found, value) <= 0;
    case "GREATER_THAN":
      return isSameType(found, value) && compareValues(found, value) > 0;
    case "GREATER_THAN_OR_EQUAL":
      return isSameType(found, value) && compareValues(found, value) >= 0;
    case "ARRAY_CONTAINS":
      return elements(found).some((element) => isOneOf(element, [value]));
    case "ARRAY_CONTAINS_ANY":
      return elements(found).some((element) => isOneOf(element, elements(value)));
    case "IN":
      return isOneOf(found, elements(value));
    case "NOT_IN":
      return isNotIn(found, elements(value));
  }
}

/** In IN and the filters on array elements, null and NaN match nothing, not even themselves. */
function isOneOf(found: Value, values: readonly Value[]): boolean {
  return !("nullValue" in found) && !isNaNValue(found) && values.some((each) => equalValues(found, each));
}

/** NOT_IN never matches a null field, and a list that contains null matches nothing. */
function isNotIn(found: Value, values: readonly Value[]): boolean {
  return !("nullValue" in found) && !values.some((each) => "nullValue" in each || equalValues(found, each));
}

/** Range filters match only values of the same type. */
function isSameType(a: Value, b: Value): boolean {
  return valueType(a) === valueType(b);
}

/** NaN sorts before all numbers, but it is not less than any. */
function isBelowRange(found: Value, value: Value): boolean {
  return isSameType(found, value) && !isNaNValue(found);
}

function elements(value: Value): readonly Value[] {
  return "arrayValue" in value ? (value.arrayValue.values ?? []) : [];
}
