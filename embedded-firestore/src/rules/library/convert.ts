// string(), int(), float(), bool().
import { RuleError } from "../values/rule-error.ts";
import type { RuleValue } from "../values/values.ts";
import { makeInt, refuse } from "./types.ts";

/** The reference names these types only. A path, a list or a map has no text. */
export function stringOf(value: RuleValue | undefined): string {
  if (value === null) return "null";
  switch (typeof value) {
    case "string":
      return value;
    case "boolean":
    case "bigint":
      return `${value}`;
    case "number":
      return floatText(value);
    default:
      return refuse("string, bool, int, float or null", value);
  }
}

export function intOf(value: RuleValue | undefined): bigint {
  if (typeof value === "bigint") return value;
  if (typeof value === "number") return truncate(value);
  if (typeof value !== "string") return refuse("string or number", value);
  if (!/^[+-]?\d{1,20}$/.test(value)) throw new RuleError("the string is not an int");
  return makeInt(BigInt(value.replace(/^\+/, "")));
}

export function floatOf(value: RuleValue | undefined): number {
  if (typeof value === "bigint" || typeof value === "number") return Number(value);
  if (typeof value !== "string") return refuse("string or number", value);
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(value)) throw new RuleError("the string is not a float");
  return Number(value);
}

export function boolOf(value: RuleValue | undefined): boolean {
  if (typeof value === "boolean") return value;
  if (value === "true" || value === "false") return value === "true";
  if (typeof value === "string") throw new RuleError("the string is neither 'true' nor 'false'");
  return refuse("string or bool", value);
}

/** Truncates a float to an int. */
export function truncate(value: number): bigint {
  if (!Number.isFinite(value)) throw new RuleError("the float is no int");
  return makeInt(BigInt(Math.trunc(value)));
}

/** Always with a decimal point: 2.0, 1.0E10. */
function floatText(value: number): string {
  if (!Number.isFinite(value)) return `${value}`;
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-3 && size < 1e7)) {
    const text = Object.is(value, -0) ? "-0" : `${value}`;
    return text.includes(".") ? text : `${text}.0`;
  }
  const [digits = "", exponent = ""] = value.toExponential().split("e");
  return `${digits.includes(".") ? digits : `${digits}.0`}E${exponent.replace("+", "")}`;
}
