// Compiles the source of a rules file into a ruleset.
import { check } from "./check/check.ts";
import type { RulesWarning } from "./check/rules-warning.ts";
import { decide } from "./decide/decide.ts";
import { createCounts } from "./evaluate/counts.ts";
import type { ExpressionCoverage } from "./explain/coverage.ts";
import { coverageOf } from "./explain/coverage.ts";
import type { CoverageGap } from "./explain/gaps.ts";
import { gapsOf } from "./explain/gaps.ts";
import { createSourceText } from "./explain/source-text.ts";
import type { AccessBudget, Decision, Lookup, RulesOptions, RulesRequest } from "./decide/request.ts";
import { createAccessBudget } from "./decide/request.ts";
import { Cursor } from "./syntax/cursor.ts";
import { parseFile } from "./syntax/parse-file.ts";

export interface Ruleset {
  decide(request: RulesRequest, lookup: Lookup, budget?: AccessBudget): Decision;
  /** Every allow statement and every part of its condition, in source order. */
  coverage(): ExpressionCoverage[];
  /**
   * The parts that no test has exercised, in source order. Empty: every part was both true and
   * false.
   */
  gaps(): CoverageGap[];
  /** The parts that can only be an error when they are evaluated, in source order. */
  readonly warnings: readonly RulesWarning[];
}

/** Throws a `RulesSyntaxError` if the file is invalid. */
export function compileRules(source: string, options: RulesOptions = {}): Ruleset {
  const rules = check(parseFile(new Cursor(source)), source);
  const text = createSourceText(source);
  const counts = createCounts(rules);
  return {
    decide: (request, lookup, budget = createAccessBudget()) =>
      decide({ rules, source: text, counts, options }, request, lookup, budget),
    coverage: () => coverageOf(rules, counts, text),
    gaps: () => gapsOf(rules, counts, text),
    warnings: rules.warnings,
  };
}
