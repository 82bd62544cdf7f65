// The documented total order of values across types. Values that compare as equal are equal in
// queries: 3 == 3.0, NaN == NaN, -0 == 0.
import { compareBase64 } from "./base64.ts";
import { mapFields, ownField } from "./fields.ts";
import { compareNumbers, isNumber } from "./numbers.ts";
import { compareNames } from "./resource-name.ts";
import { compareUtf8 } from "./utf8.ts";
import type { Fields, Value } from "./values.ts";

/** All types, in order. */
export const VALUE_TYPES = [
  "null",
  "boolean",
  "number",
  "timestamp",
  "string",
  "bytes",
  "reference",
  "geopoint",
  "array",
  "vector",
  "map",
] as const;
export type ValueType = (typeof VALUE_TYPES)[number];

const RANKS = new Map(VALUE_TYPES.map((type, rank) => [type, rank]));

export function valueType(value: Value): ValueType {
  if ("stringValue" in value) return "string";
  if (isNumber(value)) return "number";
  if ("timestampValue" in value) return "timestamp";
  if ("booleanValue" in value) return "boolean";
  if ("mapValue" in value) return vectorElements(value) ? "vector" : "map";
  if ("arrayValue" in value) return "array";
  if ("nullValue" in value) return "null";
  if ("bytesValue" in value) return "bytes";
  if ("referenceValue" in value) return "reference";
  value satisfies { geoPointValue: unknown };
  return "geopoint";
}

/** A vector is a map whose `__type__` says so. */
export function vectorElements(value: Value): readonly Value[] | undefined {
  const fields = mapFields(value);
  const type = fields && ownField(fields, "__type__");
  if (!fields || !type || !("stringValue" in type) || type.stringValue !== "__vector__") return undefined;
  const elements = ownField(fields, "value");
  return elements && "arrayValue" in elements ? (elements.arrayValue.values ?? []) : undefined;
}

export function compareValues(a: Value, b: Value): number {
  if (a === b) return 0;
  if ("stringValue" in a && "stringValue" in b) return compareUtf8(a.stringValue, b.stringValue);
  if (isNumber(a) && isNumber(b)) return compareNumbers(a, b);
  if ("timestampValue" in a && "timestampValue" in b) return compareAscii(a.timestampValue, b.timestampValue);
  if ("booleanValue" in a && "booleanValue" in b) return Number(a.booleanValue) - Number(b.booleanValue);
  if ("bytesValue" in a && "bytesValue" in b) return compareBase64(a.bytesValue, b.bytesValue);
  if ("referenceValue" in a && "referenceValue" in b) return compareNames(a.referenceValue, b.referenceValue);
  if ("geoPointValue" in a && "geoPointValue" in b) {
    const { latitude = 0, longitude = 0 } = a.geoPointValue;
    const { latitude: otherLatitude = 0, longitude: otherLongitude = 0 } = b.geoPointValue;
    return Math.sign(latitude - otherLatitude) || Math.sign(longitude - otherLongitude);
  }
  if ("arrayValue" in a && "arrayValue" in b)
    return compareArrays(a.arrayValue.values ?? [], b.arrayValue.values ?? []);
  return compareMapsOrTypes(a, b);
}

export function equalValues(a: Value, b: Value): boolean {
  return compareValues(a, b) === 0;
}

function compareMapsOrTypes(a: Value, b: Value): number {
  const type = valueType(a);
  const otherType = valueType(b);
  if (type !== otherType) return Math.sign((RANKS.get(type) ?? 0) - (RANKS.get(otherType) ?? 0));
  const elements = vectorElements(a);
  const otherElements = vectorElements(b);
  if (elements && otherElements) {
    return Math.sign(elements.length - otherElements.length) || compareArrays(elements, otherElements);
  }
  return compareMaps(mapFields(a) ?? {}, mapFields(b) ?? {});
}

function compareAscii(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareArrays(a: readonly Value[], b: readonly Value[]): number {
  for (const [i, element] of a.entries()) {
    const other = b[i];
    if (other === undefined) return 1;
    const order = compareValues(element, other);
    if (order !== 0) return order;
  }
  return a.length === b.length ? 0 : -1;
}

function compareMaps(a: Fields, b: Fields): number {
  const keys = Object.keys(a).sort(compareUtf8);
  const otherKeys = Object.keys(b).sort(compareUtf8);
  for (const [i, key] of keys.entries()) {
    const otherKey = otherKeys[i];
    if (otherKey === undefined) return 1;
    const order = compareUtf8(key, otherKey) || compareValues(a[key] as Value, b[otherKey] as Value);
    if (order !== 0) return order;
  }
  return keys.length === otherKeys.length ? 0 : -1;
}
