// Reads from a value: `value.name`, `value[index]`, `value[from:to]`. A missing member is an error.
import { expectInt, isType } from "../library/types.ts";
import type { Path, RuleValue } from "../values/values.ts";
import { isList, isMap, typeOf } from "../values/values.ts";
import type { Meter } from "../values/meter.ts";
import { RuleError } from "../values/rule-error.ts";

export function readMember(object: RuleValue, name: string): RuleValue {
  if (isMap(object)) {
    const value = object.get(name);
    if (value === undefined) throw new RuleError(`there is no '${name}'`);
    return value;
  }
  if (isType(object, "partial")) {
    const value = object.fields.get(name);
    if (value === undefined) throw new RuleError(`the query does not prove ${object.subject}.${name}`);
    return value;
  }
  if (isType(object, "unknown")) throw new RuleError(`the query does not prove ${object.subject}`);
  throw new RuleError(object === null ? `'${name}' of null` : `${typeOf(object)} has no field '${name}'`);
}

export function readIndex(object: RuleValue, index: RuleValue): RuleValue {
  if (isMap(object) || isType(object, "partial")) {
    if (typeof index !== "string") throw new RuleError(`the keys of a map are strings, not ${typeOf(index)}`);
    return readMember(object, index);
  }
  if (isList(object)) return object[position(index, object.length - 1)] as RuleValue;
  if (typeof object === "string") return object[position(index, object.length - 1)] as RuleValue;
  if (isType(object, "path")) return readSegment(object, index);
  return readMember(object, "[]");
}

export function readRange(object: RuleValue, from: RuleValue, to: RuleValue, meter: Meter): RuleValue {
  if (typeof object !== "string" && !isList(object)) {
    if (isType(object, "unknown")) throw new RuleError(`the query does not prove ${object.subject}`);
    throw new RuleError(`a range needs a string or list, not ${typeOf(object)}`);
  }
  const end = position(to, object.length);
  const start = position(from, end);
  meter.make(end - start);
  return object.slice(start, end);
}

function readSegment(path: Path, index: RuleValue): RuleValue {
  const segment = path.segments[position(index, path.segments.length - 1)];
  if (typeof segment === "string") return segment;
  if (segment === null) return { type: "unknown", subject: "this part of the path", facts: [] };
  throw new RuleError("this part of the path is not bound");
}

function position(index: RuleValue, last: number): number {
  const value = expectInt(index);
  if (value < 0n || value > BigInt(last)) throw new RuleError(`the index ${value} is out of range`);
  return Number(value);
}
