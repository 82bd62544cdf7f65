// Security Rules: source -> tokens -> syntax tree -> check -> evaluate. No clock, no store: both come in with the request.
export { compileRules } from "./compile.ts";
export { createAccessBudget, hasFetched } from "./request.ts";
export type {
  AccessBudget,
  CoverageGap,
  Decision,
  ExpressionCoverage,
  Lookup,
  Method,
  QueryFacts,
  QueryFilter,
  Ruleset,
  RulesOptions,
  RulesRequest,
} from "./request.ts";
export { RulesSyntaxError } from "./syntax/rules-syntax-error.ts";
