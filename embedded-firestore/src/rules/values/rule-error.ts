// The two ways in which an evaluation can fail. `||` and `&&` may absorb the first. The second
// denies the whole request.

/** A run-time error of the rules: a wrong type, a missing key, a bad index. */
export class RuleError extends Error {}

/** A limit was exceeded: expressions, fetched documents, call depth or work. */
export class LimitError extends Error {}
