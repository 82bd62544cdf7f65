// Durations in signed nanoseconds, and the namespace `duration`.
import { RuleError } from "../values/rule-error.ts";
import type { Duration } from "../values/values.ts";
import { NANOS_PER_SECOND } from "./timestamp.ts";
import type { LibraryFunction, Methods } from "./types.ts";
import { define, expectInt, expectString, expectTagged, makeInt, method } from "./types.ts";

const UNITS: Readonly<Record<string, bigint>> = {
  w: 604_800n * NANOS_PER_SECOND,
  d: 86_400n * NANOS_PER_SECOND,
  h: 3_600n * NANOS_PER_SECOND,
  m: 60n * NANOS_PER_SECOND,
  s: NANOS_PER_SECOND,
  ms: 1_000_000n,
  ns: 1n,
};

export function makeDuration(nanos: bigint): Duration {
  makeInt(nanos / NANOS_PER_SECOND);
  return { type: "duration", nanos };
}

export const DURATION_METHODS: Methods<Duration> = {
  seconds: method(0, (self) => self.nanos / NANOS_PER_SECOND),
  /** The part below one second, with the same sign. */
  nanos: method(0, (self) => self.nanos % NANOS_PER_SECOND),
};

export const DURATION_FUNCTIONS: Readonly<Record<string, LibraryFunction>> = {
  value: define(2, ([magnitude, unit]) => {
    const name = expectString(unit);
    const nanos = Object.hasOwn(UNITS, name) ? UNITS[name] : undefined;
    if (nanos === undefined) throw new RuleError("the unit of a duration is one of w, d, h, m, s, ms, ns");
    return makeDuration(expectInt(magnitude) * nanos);
  }),
  time: define(4, (args) => {
    const [hours = 0n, minutes = 0n, seconds = 0n, nanos = 0n] = args.map(expectInt);
    return makeDuration((hours * 3_600n + minutes * 60n + seconds) * NANOS_PER_SECOND + nanos);
  }),
  abs: define(1, ([value]) => {
    const { nanos } = expectTagged(value, "duration");
    return makeDuration(nanos < 0n ? -nanos : nanos);
  }),
};
