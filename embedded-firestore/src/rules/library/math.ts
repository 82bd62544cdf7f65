// The namespace `math`.
import type { LibraryFunction } from "./types.ts";
import { define, expectNumber, makeInt } from "./types.ts";
import { truncate } from "./convert.ts";

/** Rounds floats to ints. Ints stay as they are. */
function rounding(round: (value: number) => number): LibraryFunction {
  return define(1, ([value]) => {
    const number = expectNumber(value);
    return typeof number === "bigint" ? number : truncate(round(number));
  });
}

export const MATH_FUNCTIONS: Readonly<Record<string, LibraryFunction>> = {
  abs: define(1, ([value]) => {
    const number = expectNumber(value);
    return typeof number === "number" ? Math.abs(number) : makeInt(number < 0n ? -number : number);
  }),
  ceil: rounding(Math.ceil),
  floor: rounding(Math.floor),
  round: rounding(Math.round),
  isInfinite: define(1, ([value]) => Math.abs(Number(expectNumber(value))) === Infinity),
  isNaN: define(1, ([value]) => Number.isNaN(Number(expectNumber(value)))),
  pow: define(2, ([base, exponent]) => Number(expectNumber(base)) ** Number(expectNumber(exponent))),
  sqrt: define(1, ([value]) => Math.sqrt(Number(expectNumber(value)))),
};
