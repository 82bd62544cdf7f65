// Equality. Values of different types differ, but an int equals the same float if they are compared
// directly (not inside a list or map). Comparing a value that the query leaves open is an error.
import type { Meter } from "./meter.ts";
import { RuleError } from "./rule-error.ts";
import type { RuleMap, RuleSet, RuleValue } from "./values.ts";
import { isList, isMap } from "./values.ts";

/** Visiting a nested value costs as much as reading a few characters. */
const VISIT = 4;

export function equals(left: RuleValue, right: RuleValue, meter: Meter): boolean {
  if (typeof left === "bigint" && typeof right === "number") return isSameNumber(left, right);
  if (typeof left === "number" && typeof right === "bigint") return isSameNumber(right, left);
  return deepEquals(left, right, meter);
}

export function deepEquals(left: RuleValue, right: RuleValue, meter: Meter): boolean {
  meter.spend(VISIT);
  if (isOpen(left) || isOpen(right)) throw new RuleError("the query does not decide this comparison");
  if (typeof left === "string" && typeof right === "string") {
    meter.spend(Math.min(left.length, right.length) >> 4);
    return left === right;
  }
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return left === right;
  if (isList(left) || isList(right)) {
    return (
      isList(left) &&
      isList(right) &&
      left.length === right.length &&
      left.every((item, i) => deepEquals(item, right[i] as RuleValue, meter))
    );
  }
  if (isMap(left) || isMap(right)) return isMap(left) && isMap(right) && areMapsEqual(left, right, meter);
  return keyOf(left, meter) === keyOf(right, meter);
}

/**
 * Two values have the same key exactly if they are deeply equal. Makes sets and membership linear.
 */
export function keyOf(value: RuleValue, meter: Meter): string {
  meter.spend(VISIT);
  if (value === null) return "null";
  if (typeof value === "string") {
    meter.make(value.length);
    return JSON.stringify(value);
  }
  if (typeof value === "bigint") return `${value}`;
  // NaN differs from everything, including itself. -0 equals 0.
  if (typeof value === "number") return Number.isNaN(value) ? `NaN${nextNaN++}` : `f${value}`;
  if (typeof value === "boolean") return `${value}`;
  if (isList(value)) return `[${joinKeys(value, meter)}]`;
  if (isMap(value)) return `{${mapKeys(value, meter)}}`;
  switch (value.type) {
    case "bytes":
      meter.make(value.bytes.length);
      return `b${value.bytes.join()}`;
    case "duration":
    case "timestamp":
      return `${value.type[0]}${value.nanos}`;
    case "latlng":
      return `l${value.latitude},${value.longitude}`;
    case "path":
      return `p${value.segments.map((segment) => pathKey(segment)).join("/")}`;
    case "set":
      return setKey(value, meter);
    case "map_diff":
      return `d{${mapKeys(value.after, meter)}}{${mapKeys(value.before, meter)}}`;
    case "unknown":
    case "partial":
      throw new RuleError(`the query does not prove ${value.subject}`);
  }
}

let nextNaN = 0;

function isSameNumber(int: bigint, float: number): boolean {
  return Number.isInteger(float) && BigInt(float) === int;
}

function isOpen(value: RuleValue): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    "type" in value &&
    (value.type === "unknown" || value.type === "partial")
  );
}

function areMapsEqual(left: RuleMap, right: RuleMap, meter: Meter): boolean {
  if (left.size !== right.size) return false;
  meter.spend(left.size * VISIT * 4);
  for (const [key, value] of left) {
    const other = right.get(key);
    if (other === undefined || !deepEquals(value, other, meter)) return false;
  }
  return true;
}

function joinKeys(items: readonly RuleValue[], meter: Meter): string {
  const key = items.map((item) => keyOf(item, meter)).join();
  meter.spend(key.length);
  return key;
}

function mapKeys(map: RuleMap, meter: Meter): string {
  const keys = [...map]
    .map(([name, value]) => `${JSON.stringify(name)}:${keyOf(value, meter)}`)
    .sort()
    .join();
  meter.spend(keys.length);
  return keys;
}

function setKey(set: RuleSet, meter: Meter): string {
  const keys = [...set.items.keys()].sort().join();
  meter.spend(keys.length);
  return `s{${keys}}`;
}

function pathKey(segment: string | null | { readonly variable: string }): string {
  if (segment === null) throw new RuleError("the query does not prove this path");
  return typeof segment === "string" ? JSON.stringify(segment) : `$${segment.variable}`;
}
