// Two ways for an evaluation to fail. `||` and `&&` may absorb the first; the second ends the whole decision with a denial.

/** A run-time error of the rules: a wrong type, a missing key, a bad index. */
export class RuleError extends Error {}

/** A limit was passed: too many expressions, fetched documents, calls, or too much work. */
export class LimitError extends Error {}
