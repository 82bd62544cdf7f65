// Turns the text of a rules file into a ruleset that decides.
import { check } from "./check/check.ts";
import { decide } from "./decide/decide.ts";
import { createCounts } from "./evaluate/counts.ts";
import { coverageOf } from "./explain/coverage.ts";
import { gapsOf } from "./explain/gaps.ts";
import { createSourceText } from "./explain/source-text.ts";
import type { Ruleset, RulesOptions } from "./request.ts";
import { createAccessBudget } from "./request.ts";
import { Cursor } from "./syntax/cursor.ts";
import { parseFile } from "./syntax/parse-file.ts";

/** Throws a `RulesSyntaxError` when the file is faulty. */
export function compileRules(source: string, options: RulesOptions = {}): Ruleset {
  const rules = check(parseFile(new Cursor(source)), source);
  const text = createSourceText(source);
  const counts = createCounts(rules);
  return {
    decide: (request, lookup, budget = createAccessBudget()) =>
      decide({ rules, source: text, counts, options }, request, lookup, budget),
    coverage: () => coverageOf(rules, counts, text),
    gaps: () => gapsOf(rules, counts, text),
  };
}
