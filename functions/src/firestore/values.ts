// The fields of documents, and how Firestore's REST API writes them:
// https://firebase.google.com/docs/firestore/reference/rest/v1/Value
import { Timestamp } from "./timestamp.ts";

/**
 * Values are null, booleans, numbers, strings, `Timestamp`, `Buffer`, arrays and plain objects of
 * these.
 */
export type Fields = Readonly<Record<string, unknown>>;

/** Exactly one property. */
export interface JsonValue {
  readonly nullValue?: null;
  readonly booleanValue?: boolean;
  readonly integerValue?: string;
  /** Text stands for what JSON has no number for. */
  readonly doubleValue?: number | "NaN" | "Infinity" | "-Infinity";
  readonly stringValue?: string;
  readonly timestampValue?: string;
  /** Base64. */
  readonly bytesValue?: string;
  readonly arrayValue?: { readonly values?: readonly JsonValue[] };
  readonly mapValue?: { readonly fields?: JsonFields };
}

export type JsonFields = Readonly<Record<string, JsonValue>>;

export function encodeFields(fields: Fields): JsonFields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, encodeValue(value)]));
}

export function encodeValue(value: unknown): JsonValue {
  if (value === null) return { nullValue: null };
  if (typeof value === "boolean") return { booleanValue: value };
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "number") return encodeNumber(value);
  if (value instanceof Timestamp) return { timestampValue: value.text };
  if (Buffer.isBuffer(value)) return { bytesValue: value.toString("base64") };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(encodeValue) } };
  if (typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype) {
    return { mapValue: { fields: encodeFields(value as Fields) } };
  }
  throw new TypeError(`Firestore does not store a value of type ${typeof value}.`);
}

function encodeNumber(value: number): JsonValue {
  if (Number.isSafeInteger(value)) return { integerValue: String(value) };
  return { doubleValue: Number.isFinite(value) ? value : (String(value) as "NaN") };
}

export function decodeFields(fields: JsonFields = {}): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, decodeValue(value)]));
}

export function decodeValue(value: JsonValue): unknown {
  if (value.integerValue !== undefined) return Number(value.integerValue);
  if (value.doubleValue !== undefined) return Number(value.doubleValue);
  if (value.timestampValue !== undefined) return new Timestamp(value.timestampValue);
  if (value.bytesValue !== undefined) return Buffer.from(value.bytesValue, "base64");
  if (value.arrayValue !== undefined) return (value.arrayValue.values ?? []).map(decodeValue);
  if (value.mapValue !== undefined) return decodeFields(value.mapValue.fields);
  // Of what the functions never store (places, references), the text or object as it came.
  return Object.values(value)[0];
}
