// Numbers: 64-bit integers as decimal strings, and doubles. Compared by exact value. NaN equals
// itself and sorts first.
import type { Value } from "./values.ts";

export type NumberValue = Extract<Value, { integerValue: string } | { doubleValue: unknown }>;

const MAX_INT64 = 2n ** 63n - 1n;
const MIN_INT64 = -(2n ** 63n);
/** Integers of up to this many characters are exact as doubles. */
const EXACT_CHARACTERS = 15;

export function isNumber(value: Value | undefined): value is NumberValue {
  return value !== undefined && ("integerValue" in value || "doubleValue" in value);
}

/** The nearest double. */
export function toDouble(value: NumberValue): number {
  return Number("integerValue" in value ? value.integerValue : value.doubleValue);
}

export function isNaNValue(value: Value): boolean {
  return "doubleValue" in value && value.doubleValue === "NaN";
}

export function integerValue(integer: bigint): NumberValue {
  return { integerValue: String(integer) };
}

/** ProtoJSON names the doubles that JSON cannot express. */
export function doubleValue(double: number): NumberValue {
  if (Number.isNaN(double)) return { doubleValue: "NaN" };
  if (double === Infinity) return { doubleValue: "Infinity" };
  if (double === -Infinity) return { doubleValue: "-Infinity" };
  return { doubleValue: Object.is(double, -0) ? "-0" : double };
}

export function isInt64(integer: bigint): boolean {
  return integer >= MIN_INT64 && integer <= MAX_INT64;
}

export function compareNumbers(a: NumberValue, b: NumberValue): number {
  if ("integerValue" in a && a.integerValue.length > EXACT_CHARACTERS) return compareLong(BigInt(a.integerValue), b);
  if ("integerValue" in b && b.integerValue.length > EXACT_CHARACTERS) return -compareLong(BigInt(b.integerValue), a);
  return compareDoubles(toDouble(a), toDouble(b));
}

function compareDoubles(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareLong(a: bigint, b: NumberValue): number {
  if ("integerValue" in b) {
    const other = BigInt(b.integerValue);
    return a < other ? -1 : a > other ? 1 : 0;
  }
  const double = toDouble(b);
  if (Number.isNaN(double)) return 1;
  return a < double ? -1 : a > double ? 1 : 0;
}

/** Integer sums saturate at 64 bits. With a double on either side, the sum is a double. */
export function addNumbers(a: NumberValue, b: NumberValue): NumberValue {
  if ("integerValue" in a && "integerValue" in b) {
    const sum = BigInt(a.integerValue) + BigInt(b.integerValue);
    return integerValue(sum > MAX_INT64 ? MAX_INT64 : sum < MIN_INT64 ? MIN_INT64 : sum);
  }
  return doubleValue(toDouble(a) + toDouble(b));
}
