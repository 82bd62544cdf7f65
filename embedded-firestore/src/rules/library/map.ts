// Methods of maps, including maps of which the query proves only some fields.
import { RuleError } from "../values/rule-error.ts";
import type { PartialMap, RuleMap, RuleValue } from "../values/values.ts";
import { isList, isMap } from "../values/values.ts";
import type { Methods } from "./types.ts";
import { expectMap, expectString, isType, method, refuse } from "./types.ts";

export const MAP_METHODS: Methods<RuleMap> = {
  size: method(0, (self) => BigInt(self.size)),
  keys: method(0, (self, _, meter) => (meter.spend(self.size), [...self.keys()])),
  values: method(0, (self, _, meter) => (meter.spend(self.size), [...self.values()])),
  get: method(2, (self, [key, fallback]) => getIn(self, key, fallback ?? null)),
  diff: method(1, (self, [other]) => ({ type: "map_diff", after: self, before: expectMap(other) })),
};

export const PARTIAL_METHODS: Methods<PartialMap> = {
  get: method(2, (self, [key, fallback]) => getIn(self, key, fallback ?? null)),
};

/** The key is one name, or a list of names that leads through nested maps. */
function getIn(map: RuleMap | PartialMap, key: RuleValue | undefined, fallback: RuleValue): RuleValue {
  const names = key !== undefined && isList(key) ? key : [key];
  if (names.length === 0) throw new RuleError("the list of keys is empty");
  let value: RuleValue = map;
  for (const part of names) {
    const name = expectString(part);
    if (isType(value, "unknown")) return refuse("map", value);
    if (isType(value, "partial")) {
      // The query does not prove whether this key exists, so returning the fallback would be a
      // guess.
      const proven = value.fields.get(name);
      if (proven === undefined) throw new RuleError(`the query does not prove ${value.subject}.${name}`);
      value = proven;
      continue;
    }
    const inner = isMap(value) ? value.get(name) : undefined;
    if (inner === undefined) return fallback;
    value = inner;
  }
  return value;
}
