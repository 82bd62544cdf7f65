// What one evaluation may cost. Every loop over data pays here, so no input can make a decision long.
import { LimitError, RuleError } from "./rule-error.ts";

export const MAX_EXPRESSIONS = 1000;
export const MAX_CALL_DEPTH = 20;
/** Roughly the characters and items that may be looked at: a second's worth at the very most. */
const MAX_WORK = 20_000_000;
/** No value grows beyond what a document could hold. */
const MAX_SIZE = 1_048_576;

export interface Meter {
  countExpression(): void;
  spend(units: number): void;
  /** Pays for a new value of that size, which must not pass the size of a document. */
  make(size: number): void;
  /** Pays for a part of a value that has reached `size`. */
  grow(size: number, part: number): void;
}

/** Work counts for a request as a whole: a query with many alternatives is decided many times over. */
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
