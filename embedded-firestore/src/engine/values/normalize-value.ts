// Turns a client's value into the one form that is stored and compared: known type, canonical
// numbers, bytes and timestamps. Always a copy, so that the caller cannot change a stored value
// later.
import { normalizeBase64 } from "./base64.ts";
import { FirestoreError } from "./errors.ts";
import { doubleValue, integerValue, isInt64 } from "./numbers.ts";
import { parseDocumentName } from "./resource-name.ts";
import { normalizeTimestamp } from "./timestamps.ts";
import type { Fields, Value } from "./values.ts";

/**
 * A value as it arrives: any keys, in any form that ProtoJSON allows (integers as numbers, doubles
 * as strings).
 */
type Incoming = { readonly [type: string]: unknown };

export function normalizeFields(fields: Fields | undefined): Fields {
  const entries = Object.entries(asRecord(fields)).map(
    ([name, value]) => [name, normalizeValue(value as Value)] as const,
  );
  return Object.fromEntries(entries);
}

export function normalizeValue(value: Value): Value {
  const incoming = asRecord(value);
  const [type, ...others] = Object.keys(incoming).filter((key) => incoming[key] !== undefined);
  if (type === undefined || others.length > 0) throw invalid("A value must have exactly one type.");
  const content = incoming[type];
  switch (type) {
    case "nullValue":
      return { nullValue: null };
    case "booleanValue":
      if (typeof content !== "boolean") throw invalid("A booleanValue must be true or false.");
      return { booleanValue: content };
    case "integerValue":
      return normalizeInteger(content);
    case "doubleValue":
      return normalizeDouble(content);
    case "timestampValue":
      return { timestampValue: normalizeTimestamp(asText(content, type)) };
    case "stringValue":
      return { stringValue: asText(content, type) };
    case "bytesValue":
      return { bytesValue: normalizeBase64(asText(content, type)) };
    case "referenceValue":
      parseDocumentName(asText(content, type));
      return { referenceValue: asText(content, type) };
    case "geoPointValue":
      return normalizeGeoPoint(asRecord(content));
    case "arrayValue":
      return { arrayValue: { values: normalizeElements(asRecord(content)["values"]) } };
    case "mapValue":
      return { mapValue: { fields: normalizeFields(asRecord(content)["fields"] as Fields | undefined) } };
    default:
      throw invalid(`Unknown type of value "${type}".`);
  }
}

/** The elements of an arrayValue. None if `values` is absent. */
export function normalizeElements(values: unknown): Value[] {
  if (values === undefined || values === null) return [];
  if (!Array.isArray(values)) throw invalid("An arrayValue must have an array of values.");
  return values.map((element) => normalizeValue(element as Value));
}

function normalizeInteger(content: unknown): Value {
  const isInteger = typeof content === "string" ? /^-?\d{1,19}$/u.test(content) : Number.isSafeInteger(content);
  const integer = isInteger ? BigInt(content as string | number) : undefined;
  if (integer === undefined || !isInt64(integer)) throw invalid("An integerValue must be a 64-bit integer.");
  return integerValue(integer);
}

function normalizeDouble(content: unknown): Value {
  const isText = typeof content === "string" && content.trim() !== "";
  const double = typeof content === "number" || isText ? Number(content) : NaN;
  if (Number.isNaN(double) && content !== "NaN" && !Number.isNaN(content)) {
    throw invalid("A doubleValue must be a number.");
  }
  return doubleValue(double);
}

function normalizeGeoPoint(point: Incoming): Value {
  const latitude = Number(point["latitude"] ?? 0);
  const longitude = Number(point["longitude"] ?? 0);
  if (!(Math.abs(latitude) <= 90)) throw invalid("A latitude must lie between -90 and 90.");
  if (!(Math.abs(longitude) <= 180)) throw invalid("A longitude must lie between -180 and 180.");
  return { geoPointValue: { latitude, longitude } };
}

function asRecord(content: unknown): Incoming {
  if (content === undefined || content === null) return {};
  if (typeof content !== "object") throw invalid("A value has the wrong form.");
  return content as Incoming;
}

function asText(content: unknown, type: string): string {
  if (typeof content !== "string") throw invalid(`A ${type} must be a string.`);
  return content;
}

function invalid(message: string): FirestoreError {
  return new FirestoreError("INVALID_ARGUMENT", message);
}
