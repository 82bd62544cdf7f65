// Binary operators on evaluated operands. Types are checked here, at run time. Ints stay within 64
// bits.
import { decideComparison, doesContain } from "../query/facts.ts";
import type { BinaryOperator } from "../syntax/ast.ts";
import { isType, makeInt } from "../library/types.ts";
import { makeDuration } from "../library/duration.ts";
import { makeTimestamp } from "../library/timestamp.ts";
import { deepEquals, equals, keyOf } from "../values/equality.ts";
import type { Comparison, RuleValue, Unknown } from "../values/values.ts";
import { isList, isMap, typeOf } from "../values/values.ts";
import { compare, isNumber } from "../values/compare.ts";
import type { Meter } from "../values/meter.ts";
import { RuleError } from "../values/rule-error.ts";

const MIRRORED = { "==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;

export function applyBinary(operator: BinaryOperator, left: RuleValue, right: RuleValue, meter: Meter): RuleValue {
  switch (operator) {
    case "in":
      return isIn(left, right, meter);
    case "+":
    case "-":
    case "*":
    case "/":
    case "%":
      return calculate(operator, left, right, meter);
    default:
      if (isType(left, "unknown")) return decide(left, operator, right, meter);
      if (isType(right, "unknown")) return decide(right, MIRRORED[operator], left, meter);
      return compareKnown(operator, left, right, meter);
  }
}

function compareKnown(operator: Comparison, left: RuleValue, right: RuleValue, meter: Meter): boolean {
  switch (operator) {
    case "==":
      return isProvenMap(left, right) ? false : equals(left, right, meter);
    case "!=":
      return isProvenMap(left, right) ? true : !equals(left, right, meter);
    case "<":
      return compare(left, right) < 0;
    case "<=":
      return compare(left, right) <= 0;
    case ">":
      return compare(left, right) > 0;
    case ">=":
      return compare(left, right) >= 0;
  }
}

/** A partially known map is known not to be null. */
function isProvenMap(left: RuleValue, right: RuleValue): boolean {
  return (isType(left, "partial") && right === null) || (isType(right, "partial") && left === null);
}

function decide(unknown: Unknown, operator: Comparison, value: RuleValue, meter: Meter): boolean {
  const result = isType(value, "unknown") ? undefined : decideComparison(unknown.facts, operator, value, meter);
  if (result === undefined) throw new RuleError(`the query does not prove ${unknown.subject} ${operator} this value`);
  return result;
}

function isIn(item: RuleValue, container: RuleValue, meter: Meter): boolean {
  if (isList(container)) return container.some((other) => deepEquals(item, other, meter));
  if (isType(container, "set")) return container.items.has(keyOf(item, meter));
  if (isMap(container) || isType(container, "partial")) {
    if (typeof item !== "string") throw new RuleError(`the keys of a map are strings, not ${typeOf(item)}`);
    if (isMap(container)) return container.has(item);
    if (container.fields.has(item)) return true;
    throw new RuleError(`the query does not prove ${container.subject}.${item}`);
  }
  if (isType(container, "unknown")) {
    if (doesContain(container.facts, item, meter)) return true;
    throw new RuleError(`the query does not prove what is in ${container.subject}`);
  }
  throw new RuleError(`'in' needs a list, set or map, not ${typeOf(container)}`);
}

function calculate(operator: "+" | "-" | "*" | "/" | "%", left: RuleValue, right: RuleValue, meter: Meter): RuleValue {
  if (typeof left === "bigint" && typeof right === "bigint") return calculateInts(operator, left, right);
  if (isNumber(left) && isNumber(right)) return calculateFloats(operator, Number(left), Number(right));
  if (operator === "+" && typeof left === "string" && typeof right === "string") {
    meter.make(left.length + right.length);
    return left + right;
  }
  const result = calculateTime(operator, left, right);
  if (result !== undefined) return result;
  throw new RuleError(`'${operator}' does not work on ${typeOf(left)} and ${typeOf(right)}`);
}

function calculateInts(operator: "+" | "-" | "*" | "/" | "%", left: bigint, right: bigint): bigint {
  if (right === 0n && (operator === "/" || operator === "%")) throw new RuleError("division by zero");
  switch (operator) {
    case "+":
      return makeInt(left + right);
    case "-":
      return makeInt(left - right);
    case "*":
      return makeInt(left * right);
    case "/":
      return makeInt(left / right);
    case "%":
      return left % right;
  }
}

function calculateFloats(operator: "+" | "-" | "*" | "/" | "%", left: number, right: number): number {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return left / right;
    case "%":
      return left % right;
  }
}

function calculateTime(operator: string, left: RuleValue, right: RuleValue): RuleValue | undefined {
  const sign = operator === "+" ? 1n : operator === "-" ? -1n : undefined;
  if (sign === undefined) return undefined;
  if (isType(left, "duration")) {
    if (isType(right, "duration")) return makeDuration(left.nanos + sign * right.nanos);
    return isType(right, "timestamp") && sign === 1n ? makeTimestamp(left.nanos + right.nanos) : undefined;
  }
  if (!isType(left, "timestamp")) return undefined;
  if (isType(right, "duration")) return makeTimestamp(left.nanos + sign * right.nanos);
  return isType(right, "timestamp") && sign === -1n ? makeDuration(left.nanos - right.nanos) : undefined;
}
