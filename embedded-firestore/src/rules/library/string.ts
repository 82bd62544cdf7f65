// Methods of strings. Sizes and indexes count UTF-16 code units.
import type { Methods } from "./types.ts";
import { expectString, method } from "./types.ts";
import { compilePattern } from "./pattern.ts";

const encoder = new TextEncoder();

export const STRING_METHODS: Methods<string> = {
  size: method(0, (self) => BigInt(self.length)),
  lower: method(0, (self, _, meter) => (meter.make(self.length), self.toLowerCase())),
  upper: method(0, (self, _, meter) => (meter.make(self.length), self.toUpperCase())),
  trim: method(0, (self, _, meter) => (meter.make(self.length), self.trim())),
  toUtf8: method(0, (self, _, meter) => {
    meter.make(self.length);
    return { type: "bytes", bytes: encoder.encode(self) };
  }),
  /** The pattern must match the whole string. */
  matches: method(1, (self, [pattern], meter) => compilePattern(expectString(pattern), self, meter).matches(self)),
  split: method(1, (self, [pattern], meter) => {
    const parts = compilePattern(expectString(pattern), self, meter).split(self);
    meter.make(parts.length);
    return parts;
  }),
  replace: method(2, (self, [pattern, substitute], meter) => {
    return compilePattern(expectString(pattern), self, meter).replaceAll(self, expectString(substitute), meter);
  }),
};
