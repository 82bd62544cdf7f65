// The standard library: global functions, namespaces, and the methods of each type.
import { RuleError } from "../values/rule-error.ts";
import type { Meter } from "../values/meter.ts";
import type { RuleValue, TypeName } from "../values/values.ts";
import { typeOf } from "../values/values.ts";
import { BYTES_METHODS } from "./bytes.ts";
import { DURATION_FUNCTIONS, DURATION_METHODS } from "./duration.ts";
import { HASHING_FUNCTIONS } from "./hashing.ts";
import { LATLNG_FUNCTIONS, LATLNG_METHODS } from "./latlng.ts";
import { LIST_METHODS } from "./list.ts";
import { MAP_DIFF_METHODS } from "./map-diff.ts";
import { MAP_METHODS, PARTIAL_METHODS } from "./map.ts";
import { MATH_FUNCTIONS } from "./math.ts";
import { PATH_METHODS } from "./path.ts";
import { SET_METHODS } from "./set.ts";
import { STRING_METHODS } from "./string.ts";
import { TIMESTAMP_FUNCTIONS, TIMESTAMP_METHODS } from "./timestamp.ts";
import type { LibraryFunction, Method, Methods } from "./types.ts";
import { isType } from "./types.ts";
import { UNKNOWN_METHODS } from "./unknown.ts";

export { GLOBAL_FUNCTIONS } from "./global.ts";

export const NAMESPACES: Readonly<Record<string, Readonly<Record<string, LibraryFunction>>>> = {
  math: MATH_FUNCTIONS,
  hashing: HASHING_FUNCTIONS,
  timestamp: TIMESTAMP_FUNCTIONS,
  duration: DURATION_FUNCTIONS,
  latlng: LATLNG_FUNCTIONS,
};

// Each table expects its own type as `self`. The lookup by type guarantees that, which the compiler
// cannot check.
const METHODS = {
  string: STRING_METHODS,
  bytes: BYTES_METHODS,
  list: LIST_METHODS,
  map: MAP_METHODS,
  set: SET_METHODS,
  map_diff: MAP_DIFF_METHODS,
  path: PATH_METHODS,
  timestamp: TIMESTAMP_METHODS,
  duration: DURATION_METHODS,
  latlng: LATLNG_METHODS,
  partial: PARTIAL_METHODS,
  unknown: UNKNOWN_METHODS,
} as unknown as Readonly<Partial<Record<TypeName, Methods<RuleValue>>>>;

/** The numbers of arguments that a method of this name takes, over all types. */
export const METHOD_ARITIES: ReadonlyMap<string, ReadonlySet<number>> = collectArities();

/** The types that may follow `is`. */
export const TYPE_TESTS: ReadonlySet<string> = new Set([
  "bool",
  "bytes",
  "duration",
  "float",
  "int",
  "latlng",
  "list",
  "map",
  "map_diff",
  "number",
  "path",
  "set",
  "string",
  "timestamp",
]);

export function callMethod(self: RuleValue, name: string, args: readonly RuleValue[], meter: Meter): RuleValue {
  const type = typeOf(self);
  const methods = METHODS[type];
  const found: Method<RuleValue> | undefined =
    methods !== undefined && Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (found === undefined) {
    if (isType(self, "unknown") || isType(self, "partial"))
      throw new RuleError(`the query does not prove ${self.subject}`);
    throw new RuleError(`${type} has no method '${name}'`);
  }
  // Two types may have a method of the same name with different arity, so the static check cannot
  // decide this.
  if (found.arity !== args.length) throw new RuleError(`${type}.${name} takes ${found.arity} arguments`);
  return found.call(self, args, meter);
}

function collectArities(): Map<string, Set<number>> {
  const result = new Map<string, Set<number>>();
  for (const methods of Object.values(METHODS)) {
    for (const [name, { arity }] of Object.entries(methods)) {
      result.set(name, new Set([...(result.get(name) ?? []), arity]));
    }
  }
  return result;
}
