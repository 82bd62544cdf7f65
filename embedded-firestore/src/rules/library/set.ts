// Sets, made from a list or by map.diff(). Methods that compare a set also accept a list.
import type { Meter } from "../values/meter.ts";
import { keyOf } from "../values/equality.ts";
import type { RuleSet, RuleValue } from "../values/values.ts";
import { isList } from "../values/values.ts";
import type { Methods } from "./types.ts";
import { isType, method, refuse } from "./types.ts";

type Items = ReadonlyMap<string, RuleValue>;

export function makeSet(values: Iterable<RuleValue>, meter: Meter): RuleSet {
  return { type: "set", items: new Map([...values].map((value) => [keyOf(value, meter), value])) };
}

/** The distinct items of a list or set, by key. */
export function itemsOf(value: RuleValue | undefined, meter: Meter): Items {
  if (isType(value, "set")) return value.items;
  if (value !== undefined && isList(value)) return makeSet(value, meter).items;
  return refuse("list or set", value);
}

export function hasAll(self: Items, other: Items, meter: Meter): boolean {
  meter.spend(other.size);
  return [...other.keys()].every((key) => self.has(key));
}

export function hasAny(self: Items, other: Items, meter: Meter): boolean {
  meter.spend(other.size);
  return [...other.keys()].some((key) => self.has(key));
}

export function without(self: Items, other: Items, meter: Meter): Items {
  meter.spend(self.size);
  return new Map([...self].filter(([key]) => !other.has(key)));
}

const set = (items: Items): RuleSet => ({ type: "set", items });

export const SET_METHODS: Methods<RuleSet> = {
  size: method(0, (self) => BigInt(self.items.size)),
  hasAll: method(1, (self, [other], meter) => hasAll(self.items, itemsOf(other, meter), meter)),
  hasAny: method(1, (self, [other], meter) => hasAny(self.items, itemsOf(other, meter), meter)),
  hasOnly: method(1, (self, [other], meter) => hasAll(itemsOf(other, meter), self.items, meter)),
  difference: method(1, (self, [other], meter) => set(without(self.items, itemsOf(other, meter), meter))),
  intersection: method(1, (self, [other], meter) => {
    const items = itemsOf(other, meter);
    meter.spend(self.items.size);
    return set(new Map([...self.items].filter(([key]) => items.has(key))));
  }),
  union: method(1, (self, [other], meter) => {
    const items = itemsOf(other, meter);
    meter.make(self.items.size + items.size);
    return set(new Map([...self.items, ...items]));
  }),
};
