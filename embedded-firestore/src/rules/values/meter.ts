// Limits the cost of an evaluation. Every loop over data is charged here, so no input can make a
// decision slow.
import { LimitError, RuleError } from "./rule-error.ts";

export const MAX_EXPRESSIONS = 1000;
export const MAX_CALL_DEPTH = 20;
/** Roughly the number of characters and items that may be read. Takes one second at most. */
const MAX_WORK = 20_000_000;
/** No value may grow larger than a document. */
const MAX_SIZE = 1_048_576;

export interface Meter {
  countExpression(): void;
  spend(units: number): void;
  /** Charges for a new value of that size. It must not be larger than a document. */
  make(size: number): void;
  /** Charges for a part of a value that has grown to `size`. */
  grow(size: number, part: number): void;
}

/**
 * Work is counted over a whole request, because a query with many alternatives is decided many
 * times.
 */
export interface Work {
  units: number;
}

export function createMeter(work: Work = { units: 0 }): Meter {
  let expressions = 0;
  const spend = (units: number): void => {
    work.units += units;
    if (work.units > MAX_WORK) throw new LimitError("the evaluation is too much work");
  };
  const grow = (size: number, part: number): void => {
    if (size > MAX_SIZE) throw new RuleError("the value is too large");
    spend(part);
  };
  return {
    countExpression() {
      expressions += 1;
      if (expressions > MAX_EXPRESSIONS)
        throw new LimitError(`more than ${MAX_EXPRESSIONS} expressions were evaluated`);
    },
    spend,
    make: (size) => grow(size, size),
    grow,
  };
}
