// Timestamps in UTC with nanoseconds, and the namespace `timestamp`.
import { RuleError } from "../values/rule-error.ts";
import type { Timestamp } from "../values/values.ts";
import type { LibraryFunction, Methods } from "./types.ts";
import { define, expectInt, method } from "./types.ts";

export const NANOS_PER_MS = 1_000_000n;
export const NANOS_PER_SECOND = 1_000_000_000n;
const NANOS_PER_DAY = 86_400n * NANOS_PER_SECOND;
const MIN_NANOS = -62_135_596_800n * NANOS_PER_SECOND;
const MAX_NANOS = 253_402_300_800n * NANOS_PER_SECOND;

/** Limited to the years 1 to 9999. */
export function makeTimestamp(nanos: bigint): Timestamp {
  if (nanos < MIN_NANOS || nanos >= MAX_NANOS) throw new RuleError("the timestamp is out of range");
  return { type: "timestamp", nanos };
}

export function floorMod(value: bigint, divisor: bigint): bigint {
  return ((value % divisor) + divisor) % divisor;
}

function dateOf({ nanos }: Timestamp): Date {
  return new Date(Number((nanos - floorMod(nanos, NANOS_PER_MS)) / NANOS_PER_MS));
}

function dayOfYear(date: Date): number {
  const start = new Date(0);
  start.setUTCFullYear(date.getUTCFullYear(), 0, 1);
  return Math.floor((date.getTime() - start.getTime()) / 86_400_000) + 1;
}

export const TIMESTAMP_METHODS: Methods<Timestamp> = {
  year: method(0, (self) => BigInt(dateOf(self).getUTCFullYear())),
  month: method(0, (self) => BigInt(dateOf(self).getUTCMonth() + 1)),
  day: method(0, (self) => BigInt(dateOf(self).getUTCDate())),
  /** Monday is 1, Sunday is 7. */
  dayOfWeek: method(0, (self) => BigInt(dateOf(self).getUTCDay() || 7)),
  dayOfYear: method(0, (self) => BigInt(dayOfYear(dateOf(self)))),
  hours: method(0, (self) => BigInt(dateOf(self).getUTCHours())),
  minutes: method(0, (self) => BigInt(dateOf(self).getUTCMinutes())),
  seconds: method(0, (self) => BigInt(dateOf(self).getUTCSeconds())),
  nanos: method(0, (self) => floorMod(self.nanos, NANOS_PER_SECOND)),
  toMillis: method(0, (self) => (self.nanos - floorMod(self.nanos, NANOS_PER_MS)) / NANOS_PER_MS),
  date: method(0, (self) => makeTimestamp(self.nanos - floorMod(self.nanos, NANOS_PER_DAY))),
  time: method(0, (self) => ({ type: "duration", nanos: floorMod(self.nanos, NANOS_PER_DAY) })),
};

export const TIMESTAMP_FUNCTIONS: Readonly<Record<string, LibraryFunction>> = {
  value: define(1, ([millis]) => makeTimestamp(expectInt(millis) * NANOS_PER_MS)),
  date: define(3, (args) => {
    const [year = 0, month = 0, day = 0] = args.map((part) => Number(expectInt(part)));
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    if (!isReal) throw new RuleError("there is no such date");
    return makeTimestamp(BigInt(date.getTime()) * NANOS_PER_MS);
  }),
};
