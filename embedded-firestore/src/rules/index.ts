// Security Rules: source -> tokens -> syntax tree -> check -> evaluate. No clock and no storage:
// the time and the documents come with the request.
export { describeWarning } from "./check/rules-warning.ts";
export type { RulesWarning } from "./check/rules-warning.ts";
export { compileRules } from "./compile.ts";
export type { Ruleset } from "./compile.ts";
export { createAccessBudget, hasFetched, listFetched } from "./decide/request.ts";
export type { AccessBudget, Decision, Lookup, RulesOptions, RulesRequest } from "./decide/request.ts";
export type { ExpressionCoverage } from "./explain/coverage.ts";
export type { CoverageGap } from "./explain/gaps.ts";
export type { QueryFacts, QueryFilter } from "./query/query-facts.ts";
export type { Method } from "./syntax/ast.ts";
export { RulesSyntaxError } from "./syntax/rules-syntax-error.ts";
