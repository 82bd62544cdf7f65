// The values of the rules language. Ints are 64-bit (bigint), floats are numbers. Types that
// JavaScript lacks are tagged objects. `unknown` and `partial` stand for what a query does not
// prove: using them is an error, never a guess.

export interface Bytes {
  readonly type: "bytes";
  readonly bytes: Uint8Array;
}
export interface Duration {
  readonly type: "duration";
  readonly nanos: bigint;
}
export interface Timestamp {
  readonly type: "timestamp";
  /** Since the epoch. */
  readonly nanos: bigint;
}
export interface LatLng {
  readonly type: "latlng";
  readonly latitude: number;
  readonly longitude: number;
}
/** A segment is text, the name of an unbound variable, or null if the query leaves it open. */
export interface Path {
  readonly type: "path";
  readonly segments: readonly (string | null | { readonly variable: string })[];
}
/** Unordered. `items` holds each value once, by key. */
export interface RuleSet {
  readonly type: "set";
  readonly items: ReadonlyMap<string, RuleValue>;
}
export interface MapDiff {
  readonly type: "map_diff";
  readonly after: RuleMap;
  readonly before: RuleMap;
}
export type Comparison = "==" | "!=" | "<" | "<=" | ">" | ">=";

/** What one filter of a query says about a field. */
export interface Fact {
  readonly op: Exclude<Comparison, "=="> | "contains";
  readonly value: RuleValue;
}
/** A field that the query constrains but does not determine. */
export interface Unknown {
  readonly type: "unknown";
  /** The name of the field, for the explanation. */
  readonly subject: string;
  readonly facts: readonly Fact[];
}
/** A map of which the query proves only some fields. */
export interface PartialMap {
  readonly type: "partial";
  readonly subject: string;
  readonly fields: ReadonlyMap<string, RuleValue>;
}

export type RuleList = readonly RuleValue[];
export type RuleMap = ReadonlyMap<string, RuleValue>;
type Tagged = Bytes | Duration | Timestamp | LatLng | Path | RuleSet | MapDiff | Unknown | PartialMap;
export type RuleValue = null | boolean | bigint | number | string | RuleList | RuleMap | Tagged;

export type TypeName = "null" | "bool" | "int" | "float" | "string" | "list" | "map" | Tagged["type"];

export function isList(value: RuleValue): value is RuleList {
  return Array.isArray(value);
}

export function isMap(value: RuleValue): value is RuleMap {
  return value instanceof Map;
}

export function typeOf(value: RuleValue): TypeName {
  if (value === null) return "null";
  switch (typeof value) {
    case "boolean":
      return "bool";
    case "bigint":
      return "int";
    case "number":
      return "float";
    case "string":
      return "string";
    default:
      return isList(value) ? "list" : isMap(value) ? "map" : value.type;
  }
}
