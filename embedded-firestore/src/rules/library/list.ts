// Methods of lists.
import { keyOf } from "../values/equality.ts";
import type { RuleList } from "../values/values.ts";
import { stringOf } from "./convert.ts";
import { hasAll, hasAny, itemsOf, makeSet } from "./set.ts";
import type { Methods } from "./types.ts";
import { expectList, expectString, method } from "./types.ts";

export const LIST_METHODS: Methods<RuleList> = {
  size: method(0, (self) => BigInt(self.length)),
  hasAll: method(1, (self, [other], meter) => hasAll(itemsOf(self, meter), itemsOf(other, meter), meter)),
  hasAny: method(1, (self, [other], meter) => hasAny(itemsOf(self, meter), itemsOf(other, meter), meter)),
  hasOnly: method(1, (self, [other], meter) => hasAll(itemsOf(other, meter), itemsOf(self, meter), meter)),
  toSet: method(0, (self, _, meter) => makeSet(self, meter)),
  concat: method(1, (self, [other], meter) => {
    const tail = expectList(other);
    meter.make(self.length + tail.length);
    return [...self, ...tail];
  }),
  join: method(1, (self, [separator], meter) => {
    const between = expectString(separator);
    const parts = self.map((item) => (typeof item === "string" ? item : stringOf(item)));
    meter.make(parts.reduce((size, part) => size + part.length + between.length, 0));
    return parts.join(between);
  }),
  removeAll: method(1, (self, [other], meter) => {
    const items = itemsOf(other, meter);
    return self.filter((item) => !items.has(keyOf(item, meter)));
  }),
};
