// Whether one document belongs to a query's result, looking at that document alone: the listen streams ask this for each
// change instead of running the query again.
import { documentField } from "./document-field.ts";
import { isWithinCursors } from "./document-order.ts";
import { isNaNValue } from "../values/numbers.ts";
import { isInSource } from "../storage/source.ts";
import { compareValues, equalValues, valueType } from "../values/value-order.ts";
import type { FieldFilter, Filter, Query } from "./query.ts";
import type { Document, Value } from "../values/values.ts";

/** Limit and offset are not looked at. */
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
      return isSameType(found, value) && compareValues(found, value) < 0;
    case "LESS_THAN_OR_EQUAL":
      return isSameType(found, value) && compareValues(found, value) <= 0;
    case "GREATER_THAN":
      return isSameType(found, value) && compareValues(found, value) > 0;
    case "GREATER_THAN_OR_EQUAL":
      return isSameType(found, value) && compareValues(found, value) >= 0;
    case "ARRAY_CONTAINS":
      return elements(found).some((element) => equalValues(element, value));
    case "ARRAY_CONTAINS_ANY":
      return elements(found).some((element) => isOneOf(element, elements(value)));
    case "IN":
      return isOneOf(found, elements(value));
    case "NOT_IN":
      return isNotIn(found, elements(value));
  }
}

/** In a list of alternatives null and NaN stand for nothing, not even for themselves. */
function isOneOf(found: Value, values: readonly Value[]): boolean {
  return !("nullValue" in found) && !isNaNValue(found) && values.some((each) => equalValues(found, each));
}

/** Null is neither in a list nor outside it, on either side. */
function isNotIn(found: Value, values: readonly Value[]): boolean {
  return !("nullValue" in found) && !values.some((each) => "nullValue" in each || equalValues(found, each));
}

/** Ranges stay within one type. */
function isSameType(a: Value, b: Value): boolean {
  return valueType(a) === valueType(b);
}

function elements(value: Value): readonly Value[] {
  return "arrayValue" in value ? (value.arrayValue.values ?? []) : [];
}
