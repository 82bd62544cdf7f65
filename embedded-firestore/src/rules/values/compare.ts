// Orders numbers, and pairs of strings, timestamps or durations. Any other pair is a type error.
import type { RuleValue } from "./values.ts";
import { typeOf } from "./values.ts";
import { RuleError } from "./rule-error.ts";

export function isNumber(value: RuleValue): value is bigint | number {
  return typeof value === "bigint" || typeof value === "number";
}

export function isComparable(left: RuleValue, right: RuleValue): boolean {
  if (isNumber(left) && isNumber(right)) return true;
  const type = typeOf(left);
  return type === typeOf(right) && (type === "string" || type === "timestamp" || type === "duration");
}

/** Negative, zero or positive. NaN if either number is NaN. */
export function compare(left: RuleValue, right: RuleValue): number {
  if (!isComparable(left, right)) throw new RuleError(`cannot compare ${typeOf(left)} with ${typeOf(right)}`);
  const [a, b] = [keyOf(left), keyOf(right)];
  if (a < b) return -1;
  if (a > b) return 1;
  return Number.isNaN(a) || Number.isNaN(b) ? NaN : 0;
}

function keyOf(value: RuleValue): bigint | number | string {
  if (typeof value === "object" && value !== null && "nanos" in value) return value.nanos;
  return value as bigint | number | string;
}
