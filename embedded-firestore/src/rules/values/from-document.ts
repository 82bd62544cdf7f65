// Converts stored values to rules values. A reference becomes a path. A document becomes a map with
// `data`, `id` and `__name__`.
import { parseTimestamp } from "../../engine/index.ts";
import type { Document, Fields, Value } from "../../engine/index.ts";
import type { Path, RuleMap, RuleValue } from "./values.ts";

export function fromValue(value: Value): RuleValue {
  if ("nullValue" in value) return null;
  if ("booleanValue" in value) return value.booleanValue;
  if ("integerValue" in value) return BigInt.asIntN(64, BigInt(value.integerValue));
  if ("doubleValue" in value) return Number(value.doubleValue);
  if ("stringValue" in value) return value.stringValue;
  if ("timestampValue" in value) return fromTime(value.timestampValue);
  if ("bytesValue" in value) return { type: "bytes", bytes: decodeBase64(value.bytesValue) };
  if ("referenceValue" in value) return fromName(value.referenceValue);
  if ("geoPointValue" in value) {
    const { latitude = 0, longitude = 0 } = value.geoPointValue;
    return { type: "latlng", latitude, longitude };
  }
  if ("arrayValue" in value) return (value.arrayValue.values ?? []).map(fromValue);
  return fromFields(value.mapValue.fields ?? {});
}

export function fromFields(fields: Fields): RuleMap {
  return new Map(Object.entries(fields).map(([name, value]) => [name, fromValue(value)]));
}

export function fromTime(text: string): RuleValue {
  return { type: "timestamp", nanos: parseTimestamp(text) * 1000n };
}

/** `projects/p/databases/d/documents/a/b` -> `/databases/d/documents/a/b`. */
export function fromName(name: string): Path {
  return { type: "path", segments: name.split("/").slice(2) };
}

export function fromDocument(document: Document): RuleMap {
  return new Map<string, RuleValue>([
    ["data", fromFields(document.fields)],
    ["id", document.name.slice(document.name.lastIndexOf("/") + 1)],
    ["__name__", fromName(document.name)],
  ]);
}

function decodeBase64(text: string): Uint8Array {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
