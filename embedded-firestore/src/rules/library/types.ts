// The shapes of library functions and methods. Arguments arrive evaluated. The static check has
// counted them. Each function checks their types with the functions below: a wrong type is an error
// of the rules, never a crash.
import type { Meter } from "../values/meter.ts";
import { RuleError } from "../values/rule-error.ts";
import type { Path, RuleList, RuleMap, RuleValue } from "../values/values.ts";
import { isList, isMap, typeOf } from "../values/values.ts";

/** What library functions can ask of the current decision. */
export interface Host {
  readonly meter: Meter;
  /**
   * The document as a resource, or null. Counts against the limits unless it was fetched before.
   */
  fetch(path: Path, moment: "before" | "after"): RuleMap | null;
  debug(value: RuleValue): void;
}

export interface LibraryFunction {
  readonly arity: number;
  readonly call: (args: readonly RuleValue[], host: Host) => RuleValue;
}

export interface Method<Self> {
  readonly arity: number;
  readonly call: (self: Self, args: readonly RuleValue[], meter: Meter) => RuleValue;
}

export type Methods<Self> = Readonly<Record<string, Method<Self>>>;

export function define(arity: number, call: LibraryFunction["call"]): LibraryFunction {
  return { arity, call };
}

export function method<Self>(arity: number, call: Method<Self>["call"]): Method<Self> {
  return { arity, call };
}

export function isType<T extends string>(
  value: RuleValue | undefined,
  type: T,
): value is Extract<RuleValue, { readonly type: T }> {
  return typeof value === "object" && value !== null && !isList(value) && !isMap(value) && value.type === type;
}

export function expectString(value: RuleValue | undefined): string {
  if (typeof value === "string") return value;
  return refuse("string", value);
}

export function expectInt(value: RuleValue | undefined): bigint {
  if (typeof value === "bigint") return value;
  return refuse("int", value);
}

export function expectNumber(value: RuleValue | undefined): bigint | number {
  if (typeof value === "bigint" || typeof value === "number") return value;
  return refuse("number", value);
}

export function expectMap(value: RuleValue | undefined): RuleMap {
  if (value !== undefined && isMap(value)) return value;
  return refuse("map", value);
}

export function expectList(value: RuleValue | undefined): RuleList {
  if (value !== undefined && isList(value)) return value;
  return refuse("list", value);
}

export function expectTagged<T extends "path" | "duration" | "timestamp" | "latlng" | "bytes" | "set">(
  value: RuleValue | undefined,
  type: T,
): Extract<RuleValue, { readonly type: T }> {
  if (isType(value, type)) return value;
  return refuse(type, value);
}

/** Throws if the result does not fit into 64 bits. */
export function makeInt(value: bigint): bigint {
  if (BigInt.asIntN(64, value) !== value) throw new RuleError("the int does not fit 64 bits");
  return value;
}

export function refuse(expected: string, value: RuleValue | undefined): never {
  if (isType(value, "unknown") || isType(value, "partial"))
    throw new RuleError(`the query does not prove ${value.subject}`);
  throw new RuleError(`${expected} expected, found ${value === undefined ? "nothing" : typeOf(value)}`);
}
