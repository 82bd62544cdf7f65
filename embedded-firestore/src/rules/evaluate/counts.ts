// Counters of one ruleset: how often each allow statement and each expression was evaluated, and
// with what result.
import type { CheckedRules } from "../check/checked-rules.ts";
import type { AllowStatement } from "../syntax/ast.ts";

export interface Counts {
  /** By expression id: how often it was evaluated, had a value, was true, was false. */
  readonly expressions: Uint32Array;
  readonly values: Uint32Array;
  readonly trues: Uint32Array;
  readonly falses: Uint32Array;
  readonly allows: Map<AllowStatement, number>;
}

export function createCounts(rules: CheckedRules): Counts {
  const counters = (): Uint32Array => new Uint32Array(rules.file.expressionCount);
  return { expressions: counters(), values: counters(), trues: counters(), falses: counters(), allows: new Map() };
}
